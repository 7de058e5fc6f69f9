package parley.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class SearchTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final List<String> read = new ArrayList<>();

    private void search(List<String> rooms, Set<String> faulty) {
        Search.Reader<String> reader =
                (room, _, _) -> {
                    read.add(room);
                    if (faulty.contains(room)) {
                        throw new IllegalStateException("no store for " + room);
                    }
                    return Search.Reading.WHOLE;
                };
        new Search<>(reader, () -> false, () -> NOON, Duration.ofHours(1), NOON, Instant.EPOCH)
                .go(rooms);
    }

    @Test
    void roomThatFails_keepsNobodyFromTheOthers_andFailsTheSearchAfterwards() {
        assertThatThrownBy(() -> search(List.of("a", "b", "c", "d"), Set.of("b", "d")))
                .hasMessage("no store for b");
        assertThat(read).containsExactly("a", "b", "c", "d");
    }

    @Test
    void roomsThatFail_oneAfterTheOther_endTheSearch() {
        assertThatThrownBy(
                        () -> search(List.of("a", "b", "c", "d", "e"), Set.of("a", "b", "c", "d")))
                .hasMessage("no store for a");
        assertThat(read).containsExactly("a", "b", "c");
    }

    /** A search takes a while, and what is said meanwhile comes as an event of its own. */
    @Test
    void questionsBeyondTheBound_saidSinceTheSearchBegan_areNotPassedOver() {
        Finds finds = new Finds(() -> false, () -> NOON, Duration.ofHours(1), NOON);
        List<String> declined = new ArrayList<>();
        for (int i = 0; i < Finds.MOST_OF_ROOM; i++) {
            assertThat(finds.hand(NOON, () -> Found.QUESTION, () -> declined.add("too early")))
                    .isEqualTo(Found.QUESTION);
        }
        Found _ =
                finds.hand(NOON.minusMillis(1), () -> Found.QUESTION, () -> declined.add("before"));
        Found _ = finds.hand(NOON, () -> Found.QUESTION, () -> declined.add("since"));

        assertThat(declined).containsExactly("before");
        assertThat(finds.passedOver()).isOne();
    }
}
