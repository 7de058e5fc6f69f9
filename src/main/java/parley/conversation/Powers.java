package parley.conversation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.chat.Attachment;
import parley.chat.ChatAdapter;
import parley.chat.Earlier;
import parley.chat.FileContent;
import parley.chat.FileSharer;
import parley.chat.Inbound;
import parley.chat.MessageId;
import parley.chat.Platform;
import parley.chat.StatusIndicator;
import parley.chat.ThreadId;
import parley.chat.ThreadReader;

/**
 * What the platforms can do beyond writing messages; where one cannot, the next best. Safe for use
 * by many threads; no fault of an adapter comes through.
 */
public final class Powers {
    private static final Logger LOG = LoggerFactory.getLogger(Powers.class);
    private static final ThreadReader BLIND = new Blind();

    private final Map<Platform, ChatAdapter> adapters;

    public Powers(Map<Platform, ChatAdapter> adapters) {
        this.adapters = Map.copyOf(adapters);
    }

    /** Whether the platform can be asked for what its events leave out. */
    boolean canRead(ThreadId thread) {
        return adapters.get(thread.platform()) instanceof ThreadReader;
    }

    ThreadReader reader(ThreadId thread) {
        return adapters.get(thread.platform()) instanceof ThreadReader able
                ? new Careful(able)
                : BLIND;
    }

    Optional<FileSharer> sharer(ThreadId thread) {
        return adapters.get(thread.platform()) instanceof FileSharer able
                ? Optional.of(able)
                : Optional.empty();
    }

    /** The longest text of one message there, in UTF-16 units. */
    int messageLength(ThreadId thread) {
        ChatAdapter adapter = adapters.get(thread.platform());
        return adapter == null ? Integer.MAX_VALUE : adapter.limits().messageLength();
    }

    void showStatus(ThreadId thread, String words) {
        if (adapters.get(thread.platform()) instanceof StatusIndicator able) {
            attempt(() -> able.showStatus(thread, words, Optional.empty()));
        }
    }

    void clearStatus(ThreadId thread) {
        if (adapters.get(thread.platform()) instanceof StatusIndicator able) {
            attempt(() -> able.clearStatus(thread));
        }
    }

    private static void attempt(Runnable change) {
        try {
            change.run();
        } catch (RuntimeException e) {
            LOG.warn("The status could not be changed", e);
        }
    }

    /** For platforms whose events tell all that there is. */
    private record Blind() implements ThreadReader {
        @Override
        public Inbound.Said complete(Inbound.Said said) {
            return said;
        }

        @Override
        public Earlier earlier(ThreadId thread, MessageId before, int most) {
            return new Earlier.Told(List.of());
        }

        @Override
        public FileContent fetch(ThreadId thread, Attachment file, long most) {
            return new FileContent.Missing("files cannot be fetched here");
        }
    }

    /** An adapter's own, whose faults end here. */
    private record Careful(ThreadReader reader) implements ThreadReader {
        @Override
        public Inbound.Said complete(Inbound.Said said) {
            try {
                return reader.complete(said);
            } catch (RuntimeException e) {
                LOG.error("A message could not be completed", e);
                return said;
            }
        }

        @Override
        public boolean begins(ThreadId thread, MessageId message) {
            return reader.begins(thread, message);
        }

        @Override
        public Earlier earlier(ThreadId thread, MessageId before, int most) {
            try {
                return reader.earlier(thread, before, most);
            } catch (RuntimeException e) {
                LOG.error("The earlier messages of {} could not be read", thread, e);
                return new Earlier.Untold("something went wrong inside Parley");
            }
        }

        @Override
        public FileContent fetch(ThreadId thread, Attachment file, long most) {
            try {
                return reader.fetch(thread, file, most);
            } catch (RuntimeException e) {
                LOG.error("A file of {} could not be fetched", thread, e);
                return new FileContent.Missing("something went wrong inside Parley");
            }
        }
    }
}
