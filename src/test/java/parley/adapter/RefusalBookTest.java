package parley.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import parley.adapter.RefusalBook.Decision;
import parley.adapter.RefusalBook.Word;
import parley.chat.Author;
import parley.chat.EventId;
import parley.chat.Inbound;
import parley.chat.MessageId;
import parley.chat.ThreadId;
import parley.chat.UserId;
import parley.testing.ManualTicker;

final class RefusalBookTest {
    private final ManualTicker ticker = new ManualTicker();
    private final RefusalBook book = new RefusalBook(ticker);

    @Test
    void refused_first_isToldOfAtOnce() {
        assertThat(refused("a/1", "ada")).isTrue();
        assertThat(book.isEmpty()).isTrue();
    }

    @Test
    void refused_twoThousandInAChannel_makeTwoSentences() {
        assertThat(refused("a/0", "everybody")).isTrue();
        for (int i = 1; i < 2_000; i++) {
            assertThat(refused("a/" + i, "everybody")).isFalse();
        }

        assertThat(words()).isEmpty();
        ticker.advance(Duration.ofMinutes(1));
        assertThat(words()).extracting(Word::questions).containsExactly(1_999);
        assertThat(book.isEmpty()).isTrue();
    }

    @Test
    void refused_ofManyPeople_makesNoMoreThanThirtySentencesAMinute() {
        int alone = 0;
        for (int i = 0; i < 500; i++) {
            alone += refused("c" + i + "/1", "person " + i) ? 1 : 0;
        }
        List<Integer> perMinute = new ArrayList<>();
        while (!book.isEmpty()) {
            ticker.advance(Duration.ofMinutes(1));
            perMinute.add(words().size());
        }

        assertThat(alone).isEqualTo(30);
        assertThat(perMinute).allMatch(sentences -> sentences <= 30);
        assertThat(perMinute.stream().mapToInt(Integer::intValue).sum()).isEqualTo(470);
    }

    @Test
    void refused_allInOneThread_areToldOfThere() {
        refused("a/1", "ada");
        refused("a/1", "ada");
        refused("a/1", "ada");
        refused("b/1", "bob");
        refused("b/1", "bob");
        refused("b/2", "bob");
        ticker.advance(Duration.ofMinutes(1));

        assertThat(words())
                .extracting(word -> word.thread().map(ThreadId::root).orElse("top"))
                .containsExactlyInAnyOrder("1", "top");
    }

    @Test
    void refused_aMinuteLater_isToldOfAtOnceAgain() {
        refused("a/1", "ada");
        ticker.advance(Duration.ofMinutes(1));

        assertThat(refused("a/2", "ada")).isTrue();
    }

    private List<Word> words() {
        List<Word> words = new ArrayList<>();
        while (book.next() instanceof Decision.Say(Word word)) {
            words.add(word);
        }
        return words;
    }

    private boolean refused(String place, String listeners) {
        ThreadId thread = ThreadId.parse("slack/W/" + place);
        return book.refused(
                new Inbound.Mention(
                        new EventId("e"),
                        thread,
                        new Author(new UserId("ada"), "Ada"),
                        Instant.EPOCH,
                        new MessageId("m"),
                        "Why?",
                        List.of()),
                listeners);
    }
}
