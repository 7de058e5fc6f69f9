package parley.command;

import parley.chat.Command;

/** What makes the changes of rules that admins ask for; safe for use by many threads. */
@FunctionalInterface
public interface RuleChanges {
    /**
     * Makes the change, or sees to it that it is made.
     *
     * @param command of an admin
     * @return what the admin is told, as Markdown
     * @throws RuntimeException when the store failed
     */
    String make(RuleChange change, Command command);
}
