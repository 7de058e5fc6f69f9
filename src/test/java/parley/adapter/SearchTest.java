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
}
