package parley.web;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import parley.chat.ChatMessage;
import parley.chat.MessageId;
import parley.chat.Notice;
import parley.chat.ThreadId;

/** Parley's own lines in the playground's channels. Safe for use by many threads. */
final class Notices {
    private final Board board;
    private final InstantSource clock;

    Notices(Board board, InstantSource clock) {
        this.board = board;
        this.clock = clock;
    }

    /** Posts the notice, or finds the one that was posted before under its key. */
    MessageId post(Notice notice) {
        String nonce = "notice/" + notice.key();
        byte[] name = (notice.channel() + "/" + nonce).getBytes(StandardCharsets.UTF_8);
        var id = new MessageId(UUID.nameUUIDFromBytes(name).toString());
        ThreadId thread =
                notice.thread().orElseGet(() -> new ThreadId(notice.channel(), id.value()));
        return board.add(
                        nonce,
                        new ChatMessage(
                                id,
                                thread,
                                Optional.empty(),
                                clock.instant(),
                                notice.text(),
                                Optional.empty(),
                                notice.choices(),
                                false))
                .id();
    }

    /**
     * From now on the notice says this, without buttons. False when there is no such notice, or
     * another settled it before.
     */
    synchronized boolean settle(ThreadId thread, MessageId id, String text) {
        return board.find(thread, id)
                .filter(standing -> standing.isNotice() && !standing.choices().isEmpty())
                .map(standing -> board.replace(settled(standing, text)))
                .orElse(false);
    }

    private static ChatMessage settled(ChatMessage standing, String text) {
        return new ChatMessage(
                standing.id(),
                standing.thread(),
                standing.author(),
                standing.at(),
                text,
                standing.outgoing(),
                List.of(),
                false);
    }
}
