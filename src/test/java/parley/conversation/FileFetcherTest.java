package parley.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import parley.chat.Attachment;
import parley.chat.Author;
import parley.chat.EventId;
import parley.chat.Inbound;
import parley.chat.MessageId;
import parley.chat.Platform;
import parley.chat.ThreadId;
import parley.chat.UserId;
import parley.claude.ContentBlock;
import parley.testing.RecordingAdapter;
import parley.testing.Samples;
import parley.testing.TellingAdapter;

final class FileFetcherTest {
    private static final ThreadId THREAD = ThreadId.parse("slack/W1/C1/100");

    private final TellingAdapter platform = new TellingAdapter(2_000);
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
    private final FileFetcher fetcher =
            new FileFetcher(THREAD, new Powers(Map.of(Platform.SLACK, platform)), now::get);

    private static Contribution message(List<Attachment> files) {
        return Contribution.plain(
                new Inbound.Mention(
                        new EventId("e"),
                        THREAD,
                        new Author(new UserId("U1"), "Ann"),
                        Instant.EPOCH,
                        new MessageId("m"),
                        "Look",
                        files));
    }

    private Contribution fetch(Attachment... files) {
        return fetcher.fetch(message(List.of(files)));
    }

    @Test
    void fetch_moreThanTen_refusesTheRestInOneSentence() {
        List<Attachment> files = new ArrayList<>();
        for (int i = 1; i <= 15; i++) {
            files.add(platform.file(i + ".py", "print(" + i + ")"));
        }
        Contribution message = fetcher.fetch(message(files));

        assertThat(message.files()).hasSize(15);
        assertThat(message.remark())
                .contains(
                        "The files 11.py, 12.py, 13.py and 2 others could not be read: a question"
                                + " may have 10 at most.");
        assertThat(platform.asked()).hasSize(10);
    }

    @Test
    void fetch_hugeFile_isNotAskedFor() {
        Contribution message =
                fetch(new Attachment("F1", "film.mov", "video/quicktime", 10_000_001, ""));

        assertThat(message.remark())
                .contains("The file film.mov could not be read: it is larger than 10 MB.");
        assertThat(platform.asked()).isEmpty();
    }

    @Test
    void fetch_moreThanFitTogether_refusesWhatComesLast() {
        Contribution message =
                fetch(
                        platform.file("a.pdf", Samples.pdf(9_000_000)),
                        platform.file("b.pdf", Samples.pdf(3_000_001)),
                        platform.file("c.pdf", Samples.pdf(3_000_000)),
                        new Attachment("F-d", "d.pdf", "", 0, ""));

        assertThat(message.files())
                .extracting(block -> block instanceof ContentBlock.Document)
                .containsExactly(false, true, false, false, true, false);
        assertThat(message.remark())
                .contains(
                        "The files b.pdf and d.pdf could not be read: the files of one question may"
                                + " have 12 MB together.");
    }

    @Test
    void fetch_afterAMinute_givesUp() {
        Attachment slow = platform.file("a.py", "1");
        now.set(Instant.EPOCH.plus(Duration.ofSeconds(61)));

        assertThat(fetch(slow).remark())
                .contains("The file a.py could not be read: fetching the files took too long.");
        assertThat(platform.asked()).isEmpty();
    }

    @Test
    void fetch_platformThatHandsOutNone_saysSo() {
        var blind = new RecordingAdapter(Platform.SLACK, 2_000, List.of(), System::nanoTime);
        var powers = new Powers(Map.of(Platform.SLACK, blind));
        Contribution message =
                new FileFetcher(THREAD, powers, now::get)
                        .fetch(message(List.of(new Attachment("F1", "", "", 0, ""))));

        assertThat(message.remark())
                .contains(
                        "The file without a name could not be read: files cannot be fetched here.");
    }
}
