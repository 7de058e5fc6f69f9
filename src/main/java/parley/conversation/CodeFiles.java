package parley.conversation;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import parley.chat.FileSharer;
import parley.chat.Press;
import parley.chat.Reference;
import parley.chat.SendResult;
import parley.chat.ThreadId;

/**
 * Puts the code of answers into their threads as files: every block that is too long for one
 * message, or else the longest. Safe for use by many threads.
 */
final class CodeFiles {
    /** A second press within that time is the same wish. */
    private static final Duration SAME_WISH = Duration.ofMinutes(1);

    private final ConversationStore store;
    private final Powers powers;
    private final Map<Reference, Instant> pressed = new ConcurrentHashMap<>();

    CodeFiles(ConversationStore store, Powers powers) {
        this.store = store;
        this.powers = powers;
    }

    /** Blocks until the files are there, or says in a sentence why they are not. */
    Optional<String> share(Press press) {
        pressed.values().removeIf(at -> at.isBefore(press.at().minus(SAME_WISH)));
        if (pressed.putIfAbsent(press.turn(), press.at()) != null) {
            return Optional.of(Sentences.CODE_ON_ITS_WAY);
        }
        boolean shared = false;
        try {
            Optional<String> fault = shareAll(press);
            shared = fault.isEmpty();
            return fault;
        } finally {
            if (!shared) {
                pressed.remove(press.turn());
            }
        }
    }

    private Optional<String> shareAll(Press press) {
        Optional<FileSharer> sharer = powers.sharer(press.thread());
        List<CodeBlock> blocks = blocks(press.thread(), store.text(press.turn()).orElse(""));
        if (sharer.isEmpty() || blocks.isEmpty()) {
            return Optional.of(Sentences.NO_CODE);
        }
        int number = 0;
        for (CodeBlock block : blocks) {
            String name = ++number == 1 ? "answer" : "answer-" + number;
            SendResult result =
                    sharer.get()
                            .share(press.thread(), name + "." + block.extension(), block.code());
            Optional<String> fault = Sentences.notShared(result);
            if (fault.isPresent()) {
                return fault;
            }
        }
        return Optional.empty();
    }

    private List<CodeBlock> blocks(ThreadId thread, String text) {
        List<CodeBlock> tooLong = CodeBlock.longerThan(powers.messageLength(thread), text);
        return tooLong.isEmpty()
                ? CodeBlock.in(text).stream()
                        .max(Comparator.comparingInt(block -> block.code().length()))
                        .stream()
                        .toList()
                : tooLong;
    }
}
