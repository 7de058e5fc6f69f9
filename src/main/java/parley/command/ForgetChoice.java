package parley.command;

import java.util.Optional;
import parley.chat.Author;
import parley.chat.Chosen;
import parley.chat.CommandReply;
import parley.chat.ThreadId;
import parley.privacy.Forgetting;

/** Forgets once that was confirmed. Whoever presses is checked again: actions can be forged. */
final class ForgetChoice implements ChoiceHandler {
    static final String KIND = "forget";
    static final String ME = "me:";
    static final String THREAD = "thread:";

    private final Forgetting forgetting;
    private final PrivacyRecords records;

    ForgetChoice(Forgetting forgetting, PrivacyRecords records) {
        this.forgetting = forgetting;
        this.records = records;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public CommandReply choose(Chosen chosen, String rest) {
        if (rest.startsWith(ME)) {
            return me(chosen, rest.substring(ME.length()));
        }
        return rest.startsWith(THREAD)
                ? thread(chosen, rest.substring(THREAD.length()))
                : CommandReply.told("I do not know this button, and nothing was erased.");
    }

    private CommandReply me(Chosen chosen, String id) {
        if (!chosen.author().id().value().equals(id)) {
            records.refused(
                    chosen.channel(), chosen.author(), ForgetMeCommand.NAME, "of somebody else");
            return CommandReply.told(
                    "This button is for whoever asked to be forgotten, and nothing was erased.");
        }
        records.done(chosen.channel(), nameless(chosen.author()), ForgetMeCommand.NAME, "");
        Forgetting.Outcome outcome =
                forgetting.person(chosen.channel().workspace().platform(), chosen.author());
        return new CommandReply.Settled("I erased " + told(outcome));
    }

    /** The name is among what goes. */
    private static Author nameless(Author author) {
        return new Author(author.id(), author.id().value());
    }

    private static String told(Forgetting.Outcome outcome) {
        return outcome.erased().words()
                + "."
                + (outcome.complete()
                        ? ""
                        : " An answer to you was still being written: it ends now, and is erased"
                                + " within minutes.");
    }

    private CommandReply thread(Chosen chosen, String root) {
        ThreadId thread = new ThreadId(chosen.channel(), root);
        if (!chosen.admin() && !forgetting.isPrivate(thread, chosen.author())) {
            records.refused(
                    chosen.channel(), chosen.author(), ForgetThreadCommand.NAME, "not an admin");
            return CommandReply.told(
                    "Only admins can make me forget a thread, and nothing was erased.");
        }
        Optional<Forgetting.Outcome> outcome = forgetting.thread(thread);
        if (outcome.isEmpty()) {
            return CommandReply.told(
                    "A question here waits or is being answered. Wait for the answer, or stop it,"
                            + " then press again.");
        }
        records.done(chosen.channel(), chosen.author(), ForgetThreadCommand.NAME, root);
        return new CommandReply.Settled(
                outcome.get().erased().isNothing()
                        ? "I kept nothing of this thread."
                        : "I erased this thread: " + told(outcome.get()));
    }
}
