package parley.slack;

import java.time.Duration;
import java.util.Optional;
import parley.adapter.Errands;
import parley.adapter.Throttle;
import parley.chat.Author;
import parley.chat.Command;
import parley.chat.Commands;
import parley.chat.Inbound;
import parley.chat.ThreadId;
import parley.chat.Ticker;

/**
 * Commands said to the bot like questions, since threads have no slash commands. Each message is
 * one command, however often Slack tells of it; changed to other words, it is another. Safe for use
 * by many threads.
 */
final class MentionCommands {
    /** Slack delivers again for an hour at the most: https://docs.slack.dev/apis/events-api */
    private static final Duration REMEMBERED = Duration.ofHours(2);

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

    /** Whether the message is a command; it is run and answered later, this returns at once. */
    boolean take(Inbound.Said said) {
        if (said instanceof Inbound.ThreadReply
                || !commands.understands(said.thread().channel().workspace(), said.text())) {
            return false;
        }
        if (seen.pass(said.thread().channel() + " " + said.message() + " " + said.text())) {
            errands.run("mentioned command", () -> run(said));
        }
        return true;
    }

    private void run(Inbound.Said said) {
        Author author = people.author(said.author().id());
        var command =
                new Command(
                        said.thread().channel(),
                        thread(said),
                        author,
                        people.standing(author.id()),
                        said.text());
        replies.tell(said, commands.run(command).text());
    }

    /** A command at the top of a channel is about the channel, not about the thread under it. */
    private static Optional<ThreadId> thread(Inbound.Said said) {
        return Optional.of(said.thread())
                .filter(thread -> !thread.root().equals(said.message().value()));
    }
}
