package parley.slack;

import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parley.chat.ChatAdapter;
import parley.chat.FileSharer;
import parley.chat.Handlers;
import parley.chat.Limits;
import parley.chat.Platform;
import parley.chat.Reference;
import parley.chat.Route;
import parley.chat.SendResult;
import parley.chat.StatusIndicator;
import parley.chat.ThreadId;
import parley.chat.Ticker;
import parley.chat.Write;

/** Slack as a chat platform. Safe for use by many threads. */
public final class SlackAdapter implements ChatAdapter, StatusIndicator, FileSharer {
    private final SlackApi api;
    private final SlackWriter writer;
    private final SlackStatus status;
    private final SlackUploads uploads;
    private final RunningTurns turns;
    private volatile @Nullable BotIdentity self;

    /** Connects to nothing before {@link #start}. */
    public SlackAdapter(SlackSettings settings, Ticker ticker, InstantSource clock) {
        api = SlackApi.connect(settings);
        writer = new SlackWriter(api, ticker, clock, Recipients.members(), this::self);
        status = new SlackStatus(api, ticker);
        uploads = new SlackUploads(api);
        turns = new RunningTurns(ticker);
    }

    /** For everything else that speaks to Slack. */
    SlackApi api() {
        return api;
    }

    LiveThreads liveThreads() {
        return turns;
    }

    /** Who the bot is; empty before {@link #start}. */
    Optional<BotIdentity> self() {
        return Optional.ofNullable(self);
    }

    @Override
    public Platform platform() {
        return Platform.SLACK;
    }

    @Override
    public Limits limits() {
        return writer.limits();
    }

    @Override
    public void start(Handlers handlers) {
        self = Introduction.of(api);
    }

    @Override
    public SendResult write(ThreadId thread, Write write, Route route) {
        turns.sees(thread, write);
        SendResult result = writer.write(thread, write, route);
        if (write instanceof Write.Post && result instanceof SendResult.Sent) {
            status.posted(thread);
        }
        return result;
    }

    @Override
    public void showStatus(ThreadId thread, String words, Optional<Reference> turn) {
        turn.ifPresent(running -> turns.runs(thread, running));
        status.show(thread, words);
    }

    @Override
    public void clearStatus(ThreadId thread) {
        status.clear(thread);
    }

    @Override
    public SendResult share(ThreadId thread, String name, String text) {
        return uploads.share(thread, name, text);
    }

    @Override
    public void close() {
        status.close();
        api.close();
    }
}
