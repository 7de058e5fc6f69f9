package parley.slack;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import parley.adapter.Errands;
import parley.adapter.Throttle;
import parley.chat.Choice;
import parley.chat.Command;
import parley.chat.CommandReply;
import parley.chat.Commands;
import parley.chat.Inbound;
import parley.chat.Standing;
import parley.chat.ThreadId;
import parley.chat.Ticker;
import parley.chat.UserId;

/**
 * Commands said to the bot like questions, since threads have no slash commands. Each message is
 * one command, however often Slack tells of it; changed to other words, it is another. Safe for use
 * by many threads.
 */
final class MentionCommands {
    /** Slack delivers again for an hour at the most: https://docs.slack.dev/apis/events-api */
    private static final Duration REMEMBERED = Duration.ofHours(2);

    private static final String NO_BUTTON =
            "This needs a window, and the command is too long for the button that would open it."
                    + " Use the slash command in the channel.";

    private final Commands commands;
    private final People people;
    private final PrivateReply replies;
    private final Errands errands;
    private final Throttle seen;

    MentionCommands(
            Commands commands,
            People people,
            PrivateReply replies,
            Errands errands,
            Ticker ticker) {
        this.commands = commands;
        this.people = people;
        this.replies = replies;
        this.errands = errands;
        this.seen = new Throttle(REMEMBERED, ticker);
    }

    /** Whether the message is a command. */
    boolean understands(Inbound.Said said) {
        return !(said instanceof Inbound.ThreadReply)
                && commands.understands(said.thread().channel().workspace(), said.text());
    }

    /** Likewise; then it is run and answered later, this returns at once. */
    boolean take(Inbound.Said said) {
        if (!understands(said)) {
            return false;
        }
        if (seen.pass(said.thread().channel() + " " + said.message() + " " + said.text())) {
            errands.run("mentioned command", () -> run(said));
        }
        return true;
    }

    private void run(Inbound.Said said) {
        switch (commands.run(command(said))) {
            case CommandReply.Told(String text, List<Choice> choices) ->
                    replies.tell(said, text, choices);
            case CommandReply.Settled(String text) -> replies.tell(said, text);
            case CommandReply.Asks asks -> offer(said, asks);
        }
    }

    /** Names are asked for after rights, whose answer tells them as well. */
    private Command command(Inbound.Said said) {
        UserId person = said.author().id();
        Standing standing = people.standing(person);
        return new Command(
                said.thread().channel(),
                thread(said),
                people.author(person),
                standing,
                said.text());
    }

    /** A message gives no right to open a window, but a button under the answer does. */
    private void offer(Inbound.Said said, CommandReply.Asks asks) {
        List<Choice> window = WindowChoice.of(said.text());
        replies.tell(said, window.isEmpty() ? NO_BUTTON : asks.text(), window);
    }

    /** A command at the top of a channel is about the channel, not about the thread under it. */
    private static Optional<ThreadId> thread(Inbound.Said said) {
        return Optional.of(said.thread())
                .filter(thread -> !thread.root().equals(said.message().value()));
    }
}
