package parley.discord;

import java.util.Optional;
import parley.chat.ChatAdapter;
import parley.chat.Handlers;
import parley.chat.Limits;
import parley.chat.Platform;
import parley.chat.Reference;
import parley.chat.Route;
import parley.chat.SendResult;
import parley.chat.StatusIndicator;
import parley.chat.ThreadId;
import parley.chat.Write;

/** Writes into Discord, and hears nothing. */
record WritingAdapter(DiscordOutput output, Runnable end) implements ChatAdapter, StatusIndicator {
    @Override
    public Platform platform() {
        return Platform.DISCORD;
    }

    @Override
    public Limits limits() {
        return output.limits();
    }

    @Override
    public void start(Handlers handlers) {}

    @Override
    public SendResult write(ThreadId thread, Write write, Route route) {
        return output.write(thread, write);
    }

    @Override
    public void showStatus(ThreadId thread, String words, Optional<Reference> turn) {
        output.showStatus(thread, words, turn);
    }

    @Override
    public void clearStatus(ThreadId thread) {
        output.clearStatus(thread);
    }

    @Override
    public void close() {
        end.run();
    }
}
