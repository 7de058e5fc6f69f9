package parley.discord;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import parley.adapter.Errands;
import parley.adapter.PostBook;
import parley.chat.Inbound;
import parley.chat.Limits;
import parley.chat.MessageId;
import parley.chat.Notice;
import parley.chat.Reference;
import parley.chat.SendResult;
import parley.chat.ThreadId;
import parley.chat.Ticker;
import parley.chat.Write;

/** All that Parley writes into Discord, put together. Safe for use by many threads. */
final class DiscordOutput implements AutoCloseable {
    private final Places places;
    private final DiscordLimits limits;
    private final DiscordTyping typing;
    private final DiscordWriter writer;
    private final DiscordUploads uploads;
    private final NoticePosts notices;
    private final Errands errands = new Errands();

    /**
     * @param calls that count against the budgets
     * @param newest where the bot's newest message of a conversation stands, as it is remembered
     * @param self the bot's own user id, once it is known
     */
    DiscordOutput(
            DiscordCalls calls,
            DiscordBudgets budgets,
            Function<ThreadId, Optional<MessageId>> newest,
            Predicate<MessageId> remembered,
            Supplier<Optional<Long>> self,
            Ticker ticker,
            InstantSource clock) {
        PostBook posts =
                new PostBook(
                        ticker,
                        clock,
                        thread -> Optional.of(DiscordIds.madeAt(DiscordIds.rootOf(thread))));
        Nonces nonces = new Nonces(ticker);
        MessageAge age = new MessageAge(clock);
        OwnMessages own = new OwnMessages(calls, self);
        Planner planner = new Planner(posts);
        places = new Places(calls, own, newest, ticker, clock.instant());
        limits = new DiscordLimits(planner, age, places, budgets);
        typing = new DiscordTyping(calls, places, posts, nonces, ticker);
        writer =
                new DiscordWriter(
                        places,
                        posts,
                        planner,
                        new MessageWriter(calls, posts, nonces, age),
                        new Finder(own, posts, remembered),
                        typing);
        uploads = new DiscordUploads(calls, places, own);
        notices = new NoticePosts(calls, places::known);
    }

    /** That question may be answered: nothing of it shows before. Returns at once. */
    void considered(Inbound.Said said) {
        places.heard(said);
    }

    /** That question is going to be answered: its place is made ready. Returns at once. */
    void asked(Inbound.Said said) {
        places.heard(said);
        errands.run("discord place " + said.thread(), () -> places.open(said.thread()));
    }

    Places places() {
        return places;
    }

    Limits limits() {
        return limits;
    }

    SendResult write(ThreadId thread, Write write) {
        return writer.write(thread, write);
    }

    void showStatus(ThreadId thread, String words, Optional<Reference> turn) {
        typing.show(thread, words, turn);
    }

    /** The question was taken, which shows unless something else does. Returns at once. */
    void heard(ThreadId thread, String words) {
        typing.showAtFirst(thread, words);
    }

    void clearStatus(ThreadId thread) {
        typing.clear(thread);
    }

    SendResult share(ThreadId thread, String name, String text) {
        return uploads.share(thread, name, text);
    }

    boolean mayStand(ThreadId thread, String name, Instant since) {
        return uploads.mayStand(thread, name, since);
    }

    SendResult post(Notice notice) {
        return notices.post(notice);
    }

    /** Shows no status any more; what else is written depends on the connection. */
    @Override
    public void close() {
        typing.close();
    }
}
