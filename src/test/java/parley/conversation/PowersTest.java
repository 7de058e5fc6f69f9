package parley.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import parley.chat.Attachment;
import parley.chat.Author;
import parley.chat.ChatAdapter;
import parley.chat.Earlier;
import parley.chat.EventId;
import parley.chat.FileContent;
import parley.chat.Handlers;
import parley.chat.Inbound;
import parley.chat.Limits;
import parley.chat.MessageId;
import parley.chat.Platform;
import parley.chat.Reference;
import parley.chat.Route;
import parley.chat.SendResult;
import parley.chat.StatusIndicator;
import parley.chat.ThreadId;
import parley.chat.ThreadReader;
import parley.chat.UserId;
import parley.chat.Write;

final class PowersTest {
    private static final ThreadId THREAD = ThreadId.parse("slack/W1/C1/100");
    private static final Inbound.Said SAID =
            new Inbound.Mention(
                    new EventId("e"),
                    THREAD,
                    new Author(new UserId("U1"), "Ann"),
                    Instant.EPOCH,
                    new MessageId("m"),
                    "Look",
                    List.of());

    /** An adapter that breaks every promise. */
    private static final class Broken implements ChatAdapter, ThreadReader, StatusIndicator {
        private static final IllegalStateException FAULT = new IllegalStateException("broken");

        @Override
        public Platform platform() {
            return Platform.SLACK;
        }

        @Override
        public Limits limits() {
            throw FAULT;
        }

        @Override
        public void start(Handlers handlers) {}

        @Override
        public SendResult write(ThreadId thread, Write write, Route route) {
            throw FAULT;
        }

        @Override
        public void close() {}

        @Override
        public void showStatus(ThreadId thread, String words, Optional<Reference> turn) {
            throw FAULT;
        }

        @Override
        public void clearStatus(ThreadId thread) {
            throw FAULT;
        }

        @Override
        public Inbound.Said complete(Inbound.Said said) {
            throw FAULT;
        }

        @Override
        public Earlier earlier(ThreadId thread, MessageId before, int most) {
            throw FAULT;
        }

        @Override
        public FileContent fetch(ThreadId thread, Attachment file, long most) {
            throw FAULT;
        }
    }

    @Test
    void adapterThatThrows_doesNotKeepATurnFromBeginning() {
        Powers powers = new Powers(Map.of(Platform.SLACK, new Broken()));
        powers.showStatus(THREAD, "Reading");
        powers.clearStatus(THREAD);
        ThreadReader reader = powers.reader(THREAD);

        assertThat(reader.complete(SAID)).isEqualTo(SAID);
        assertThat(reader.earlier(THREAD, SAID.message(), 9)).isInstanceOf(Earlier.Untold.class);
        assertThat(reader.fetch(THREAD, new Attachment("F", "", "", 0, ""), 9))
                .isEqualTo(new FileContent.Missing("something went wrong inside Parley"));
    }

    @Test
    void platformThatIsOff_canDoNothing() {
        Powers powers = new Powers(Map.of());

        assertThat(powers.canRead(THREAD)).isFalse();
        assertThat(powers.sharer(THREAD)).isEmpty();
        assertThat(powers.reader(THREAD).earlier(THREAD, SAID.message(), 9))
                .isEqualTo(new Earlier.Told(List.of()));
    }
}
