package parley.slack;

import java.util.List;
import parley.chat.Author;
import parley.chat.Earlier;
import parley.chat.Inbound;
import parley.chat.MessageId;
import parley.chat.ThreadId;

/**
 * What Slack's events leave out: names, and the messages that stood in a thread before the bot was
 * asked there. Methods block for calls of the Web API and do not throw. Safe for use by many
 * threads.
 */
final class SlackThreads {
    /** Each name that is not known costs a call. */
    private static final int NAMES_OF_MESSAGE = 20;

    private static final int NAMES_OF_THREAD = 40;

    private final SlackApi api;
    private final BotIdentity self;
    private final SlackPeople people;

    SlackThreads(SlackApi api, BotIdentity self, SlackPeople people) {
        this.api = api;
        this.self = self;
        this.people = people;
    }

    /** The same message with the names of people and channels in place of their ids. */
    Inbound.Said complete(Inbound.Said said) {
        Names names = people.asking(NAMES_OF_MESSAGE);
        Author author = said.author();
        String name = names.person(author.id().value()).orElse(author.name());
        return said.with(new Author(author.id(), name), OpenNames.close(said.text(), names));
    }

    /**
     * What was said in the thread before that message, programs' words included: threads under
     * alerts are about them.
     *
     * @param most how many messages at most: the root and the newest others
     */
    Earlier earlier(ThreadId thread, MessageId before, int most) {
        if (thread.root().equals(before.value()) || most < 1) {
            return new Earlier.Told(List.of());
        }
        ThreadPages pages = new ThreadPages(api, thread, before);
        pages.read();
        ThreadHistory messages = new ThreadHistory(thread, self, people.asking(NAMES_OF_THREAD));
        return pages.fault()
                .filter(_ -> pages.messages().isEmpty())
                .<Earlier>map(Earlier.Untold::new)
                .orElseGet(() ->
                        new Earlier.Told(messages.tell(pages.messages(), pages.fault(), most)));
    }
}
