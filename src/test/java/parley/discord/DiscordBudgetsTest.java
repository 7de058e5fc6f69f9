package parley.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import parley.chat.RateScope;
import parley.discord.CallKind.Bucket;
import parley.discord.RateHeaders.Budget;
import parley.testing.ManualTicker;

final class DiscordBudgetsTest {
    private static final Bucket POSTS = CallKind.POST.in(1);
    private static final Bucket EDITS = CallKind.EDIT.in(1);

    private final ManualTicker ticker = new ManualTicker(0);
    private final DiscordBudgets budgets = new DiscordBudgets(ticker);

    private static Budget budget(int limit, int remaining, int seconds) {
        return new Budget(limit, remaining, Duration.ofSeconds(seconds));
    }

    @Test
    void scope_isAsWideAsDiscordTold() {
        assertThat(budgets.scope(POSTS))
                .isEqualTo(new RateScope("discord 1 posts", 5, Duration.ofSeconds(5)));
        budgets.told("POST", "channels/1/messages", budget(10, 9, 8));

        assertThat(budgets.scope(POSTS))
                .isEqualTo(new RateScope("discord 1 posts", 10, Duration.ofSeconds(8)));
        assertThat(budgets.scope(EDITS).permits()).isEqualTo(5);
        assertThat(budgets.scope(CallKind.POST.in(2)).permits()).isEqualTo(5);
    }

    @Test
    void growing_isSpreadOverWhatIsNotKeptForFinals() {
        assertThat(budgets.growing(1))
                .isEqualTo(new RateScope("discord 1 edits growing", 1, Duration.ofMillis(1250)));
        budgets.told("PATCH", "channels/1/messages/2", budget(1, 0, 3));

        assertThat(budgets.growing(1).per()).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void old_hasABudgetOfItsOwn() {
        assertThat(budgets.scope(CallKind.OLD_EDIT.in(1)))
                .isEqualTo(
                        new RateScope("discord 1 edits of old messages", 3, Duration.ofSeconds(6)));
    }

    @Test
    void spentBudget_isNotTried() {
        budgets.told("POST", "channels/1/messages", budget(5, 0, 2));

        assertThat(budgets.begin(POSTS))
                .contains(new DiscordBudgets.Shut(Duration.ofSeconds(2), false));
        assertThat(budgets.begin(EDITS)).isEmpty();
        ticker.advance(Duration.ofSeconds(2));
        assertThat(budgets.begin(POSTS)).isEmpty();
    }

    @Test
    void moreThanDiscordTakesInASecond_isNotTried_whateverItsKind() {
        for (int call = 1; call <= 45; call++) {
            ticker.advance(Duration.ofMillis(10));
            assertThat(call % 2 == 0 ? budgets.begin() : budgets.begin(CallKind.POST.in(call)))
                    .isEmpty();
        }

        var shut = new DiscordBudgets.Shut(Duration.ofMillis(560), true);
        assertThat(budgets.begin()).contains(shut);
        assertThat(budgets.begin(EDITS)).contains(shut);
        ticker.advance(Duration.ofMillis(560));
        assertThat(budgets.begin(EDITS)).isEmpty();
        assertThat(budgets.begin()).isPresent();
    }

    /** Discord has counted it, if it came that far. */
    @Test
    void callWhoseAnswerIsLost_counts() {
        budgets.told("PATCH", "channels/1/messages/2", budget(5, 1, 4));
        lose();
        assertThat(budgets.begin(EDITS))
                .contains(new DiscordBudgets.Shut(Duration.ofSeconds(4), false));

        ticker.advance(Duration.ofSeconds(4));
        for (int call = 1; call <= 5; call++) {
            lose();
        }
        assertThat(budgets.begin(EDITS)).isPresent();
        ticker.advance(Duration.ofSeconds(5));
        assertThat(budgets.begin(EDITS)).isEmpty();
    }

    private void lose() {
        assertThat(budgets.begin(EDITS)).isEmpty();
        budgets.landed(EDITS, new Outcome.Lost<>("reset"));
    }

    @Test
    void pauseOfOneBudget_leavesTheOthers() {
        budgets.begin(POSTS);
        budgets.landed(POSTS, new Outcome.Limited<>(Duration.ofSeconds(2), false));

        assertThat(budgets.begin(POSTS))
                .contains(new DiscordBudgets.Shut(Duration.ofSeconds(2), false));
        assertThat(budgets.begin(EDITS)).isEmpty();
    }

    @Test
    void pauseOfAll_shutsEverything() {
        budgets.begin(POSTS);
        budgets.landed(POSTS, new Outcome.Limited<>(Duration.ofSeconds(2), true));

        assertThat(budgets.begin(EDITS))
                .contains(new DiscordBudgets.Shut(Duration.ofSeconds(2), true));
        ticker.advance(Duration.ofSeconds(2));
        assertThat(budgets.begin(EDITS)).isEmpty();
    }

    @Test
    void unknownBudget_letsOneCallGoFirst() throws Exception {
        assertThat(budgets.begin(POSTS)).isEmpty();
        try (ExecutorService others = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Optional<DiscordBudgets.Shut>> second =
                    others.submit(() -> budgets.begin(POSTS));
            budgets.told("POST", "channels/1/messages", budget(5, 0, 3));
            budgets.landed(POSTS, new Outcome.Done<>("done"));

            assertThat(second.get())
                    .contains(new DiscordBudgets.Shut(Duration.ofSeconds(3), false));
        }
    }

    @Test
    void unknownBudget_ofWhichAnAnswerTellsNothing_letsTheNextGo() throws Exception {
        assertThat(budgets.begin(POSTS)).isEmpty();
        try (ExecutorService others = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Optional<DiscordBudgets.Shut>> second =
                    others.submit(() -> budgets.begin(POSTS));
            budgets.landed(POSTS, new Outcome.Lost<>("no answer"));

            assertThat(second.get()).isEmpty();
        }
    }
}
