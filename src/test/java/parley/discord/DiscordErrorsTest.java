package parley.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import parley.chat.SendResult;
import parley.discord.Outcome.Limited;
import parley.discord.Outcome.Lost;
import parley.discord.Outcome.Refused;

final class DiscordErrorsTest {
    private static final Optional<String> SCOPE = Optional.of("a scope");

    private static SendResult result(Outcome<?> outcome) {
        return DiscordErrors.result(outcome, SCOPE);
    }

    @ParameterizedTest
    @CsvSource({
        "404, 10003, PLACE, the channel or thread is gone (10003)",
        "404, 10008, PLACE, the message is gone (10008)",
        "400, 20009, CONTENT, Discord takes it for explicit content (20009)",
        "403, 50001, PLACE, the bot does not see the channel (50001)",
        "403, 50013, PLACE, the bot lacks a permission there (50013)",
        "400, 50035, CONTENT, Discord does not know the message's form (50035)",
        "400, 50083, PLACE, the thread is archived (50083)",
        "403, 160005, PLACE, the thread is locked (160005)",
        "400, 200000, CONTENT, the server's AutoMod blocks it (200000)",
        "401, 0, PLACE, Discord does not accept the bot token any more",
        "418, 99999, UNCLEAR, 'Discord refused it (HTTP 418, 99999): I am a teapot'",
    })
    void refusal_isRejectedInPlainWords(
            int status, int code, SendResult.Ground ground, String reason) {
        assertThat(result(new Refused<>(status, code, "I am a teapot")))
                .isEqualTo(new SendResult.Rejected(reason, ground));
    }

    @ParameterizedTest
    @ValueSource(ints = {403, 404, 407})
    void refusalOfAProxy_passes(int status) {
        assertThat(result(new Refused<>(status, 0, "")))
                .isEqualTo(
                        new SendResult.Unreachable("Discord answered with HTTP status " + status));
    }

    @Test
    void requestThatIsTooLargeForAProxy_isRejected() {
        assertThat(result(new Refused<>(413, 0, ""))).isInstanceOf(SendResult.Rejected.class);
    }

    @Test
    void limit_namesItsBudget() {
        Duration pause = Duration.ofSeconds(2);

        assertThat(result(new Limited<>(pause, false)))
                .isEqualTo(new SendResult.RateLimited(pause, SCOPE));
        assertThat(result(new Limited<>(pause, true)))
                .isEqualTo(new SendResult.RateLimited(pause, Optional.of(DiscordBudgets.ALL)));
    }

    @Test
    void lost_isUnreachable() {
        assertThat(result(new Lost<>("why"))).isEqualTo(new SendResult.Unreachable("why"));
    }
}
