package parley;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import parley.chat.Reference;
import parley.conversation.LiveTurns;
import parley.privacy.Forgetting;
import parley.privacy.LiveAnswers;
import parley.privacy.Sweep;
import parley.rule.ChannelRules;
import parley.rule.Rules;

/** Forgetting, put together: what is carried out at once, and what is swept by and by. */
final class Privacy {
    private static final Duration OFTEN = Duration.ofMinutes(1);
    private static final Duration DAILY = Duration.ofDays(1);

    /** As a sentence goes on that begins with "Stopped by". */
    private static final String BY_WISH = "a wish to be forgotten";

    private final Forgetting forgetting;
    private final Sweep sweep;

    Privacy(Stores stores, LiveTurns liveTurns, Rules rules, Runnable gone, InstantSource clock) {
        forgetting =
                new Forgetting(
                        stores.erasures(), stores.erasure(), new Live(liveTurns), gone, clock);
        sweep =
                new Sweep(
                        stores.erasure(),
                        forgetting,
                        channel -> kept(rules.of(channel)),
                        stores.audit(),
                        gone,
                        clock);
    }

    private static Optional<Duration> kept(ChannelRules rules) {
        return rules.keptDays().stream().mapToObj(Duration::ofDays).findFirst();
    }

    private record Live(LiveTurns turns) implements LiveAnswers {
        @Override
        public void stop(Reference turn) {
            boolean _ = turns.stop(turn, BY_WISH);
        }

        @Override
        public void restart(Reference turn) {
            boolean _ = turns.restart(turn);
        }
    }

    Forgetting forgetting() {
        return forgetting;
    }

    /** Goes on with what an earlier run began, and sweeps, at once and then again and again. */
    void begin(Chores chores) {
        chores.every(OFTEN, "Forgetting", forgetting::finish);
        chores.every(DAILY, "The daily sweep", sweep::run);
    }
}
