package parley.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import parley.testing.FakeReply;
import parley.testing.discord.ShownMessage;

/** Stops of the program while it has something to do in Discord. */
final class DiscordShutdownJourneyTest extends DiscordJourney {
    private static final String PARKED = "Parley is being restarted.";

    @Test
    void stop_inMidAnswer_endsItWithAWordAndTheNextStartGoesOnInIt() {
        claude.enqueue(FakeReply.message().text("Half an answer. ").stall());
        long question = ask("Hello?");
        discord.await("the beginning", () -> shows(question, "Half an answer."));
        stop(Duration.ZERO);

        assertThat(last(question).content()).contains("Half an answer.", PARKED);
        assertThat(last(question).buttons()).isEmpty();

        start();
        discord.await("the answer", () -> shows(question, "This is answer 2."));
        assertThat(discord.answers(question)).hasSize(1);
        assertThat(last(question).content()).doesNotContain(PARKED, "Half");
    }

    private ShownMessage last(long question) {
        return discord.answers(question).getLast();
    }

    private boolean shows(long question, String words) {
        List<ShownMessage> answers =
                discord.thread(question).isPresent() ? discord.answers(question) : List.of();
        return !answers.isEmpty() && answers.getLast().content().contains(words);
    }
}
