package parley.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import parley.adapter.RefusalBook.Decision;
import parley.adapter.RefusalBook.Word;
import parley.chat.Author;
import parley.chat.EventId;
import parley.chat.Inbound;
import parley.chat.MessageId;
import parley.chat.ThreadId;
import parley.chat.Untold;
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

    @Test
    void again_isSaidInTheSameWords_besideWhatWasRefusedSince() {
        refused("a/1", "ada");
        refused("a/1", "ada");
        ticker.advance(Duration.ofMinutes(1));
        Word first = words().getFirst();
        book.again(first, Duration.ZERO);
        book.later(question("a/2"), Untold.Why.BUSY);

        assertThat(words()).isEmpty();
        ticker.advance(Duration.ofMinutes(1));
        assertThat(words()).containsExactly(first);
        ticker.advance(Duration.ofMinutes(1));
        assertThat(words()).singleElement().isNotEqualTo(first);
        assertThat(book.isEmpty()).isTrue();
    }

    @Test
    void again_afterALongerPause_isSaidNoSooner() {
        book.later(question("a/1"), Untold.Why.BUSY);
        ticker.advance(Duration.ofMinutes(1));
        book.again(words().getFirst(), Duration.ofMinutes(3));

        ticker.advance(Duration.ofMinutes(2));
        assertThat(words()).isEmpty();
        ticker.advance(Duration.ofMinutes(1));
        assertThat(words()).hasSize(1);
    }

    @Test
    void rest_keepsAllBack() {
        book.rest(Duration.ofSeconds(90));

        assertThat(refused("a/1", "ada")).isFalse();
        ticker.advance(Duration.ofSeconds(89));
        assertThat(words()).isEmpty();
        ticker.advance(Duration.ofSeconds(1));
        assertThat(words()).hasSize(1);
    }

    @Test
    void left_isToldInSeconds_whereItStands() {
        ThreadId thread = question("a/1").thread();
        book.left(
                new Untold(
                        thread.channel(), Untold.Why.BUSY, Optional.of(thread), 7, Instant.EPOCH),
                Duration.ofMinutes(5));

        assertThat(words()).isEmpty();
        ticker.advance(Duration.ofSeconds(6));
        assertThat(words())
                .singleElement()
                .satisfies(word -> {
                    assertThat(word.questions()).isEqualTo(7);
                    assertThat(word.thread()).contains(thread);
                    assertThat(ticker.nanos() - word.newest())
                            .isEqualTo(Duration.ofMinutes(5).plusSeconds(6).toNanos());
                });
    }

    private List<Word> words() {
        List<Word> words = new ArrayList<>();
        while (book.next() instanceof Decision.Say(Word word)) {
            words.add(word);
        }
        return words;
    }

    private boolean refused(String place, String listeners) {
        return book.refused(question(place), listeners);
    }

    private static Inbound.Said question(String place) {
        return new Inbound.Mention(
                new EventId("e"),
                ThreadId.parse("slack/W/" + place),
                new Author(new UserId("ada"), "Ada"),
                Instant.EPOCH,
                new MessageId("m"),
                "Why?",
                List.of());
    }
}
