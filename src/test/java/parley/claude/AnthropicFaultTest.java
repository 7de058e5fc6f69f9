package parley.claude;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parley.claude.StreamEvent.TextDelta;
import parley.testing.FakeReply;

/** Every fault ends in one exception that says what happened. */
final class AnthropicFaultTest {
    private final ClaudeRig rig = new ClaudeRig(Duration.ofMillis(500));

    @AfterEach
    void close() {
        rig.close();
    }

    private <T extends ClaudeException> T failure(Class<T> kind, FakeReply... replies) {
        rig.server.enqueue(replies);
        return catchThrowableOfType(kind, rig::collect);
    }

    @ParameterizedTest
    @CsvSource({"408", "409", "500", "503", "529"})
    void failingApi_isNotAskedAgainHere(int status) {
        var failure =
                failure(
                        ClaudeException.Overloaded.class,
                        FakeReply.status(status, "overloaded_error", "Overloaded"));

        assertThat(failure.hint()).isEqualTo(new RetryHint(true, Optional.empty()));
        assertThat(failure.requestId()).isEqualTo("req_fake_1");
        assertThat(rig.server.requests()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "retry-after, 7, 7000",
        "retry-after, 0.5, 500",
        "retry-after, 3600, 3600000",
        "retry-after-ms, 250, 250",
        "retry-after, 'Thu, 1 Jan 1970 00:00:09 GMT', 9000"
    })
    void retryAfter_isHandedOn(String name, String value, long millis) {
        var failure =
                failure(
                        ClaudeException.RateLimited.class,
                        FakeReply.status(429, "rate_limit_error", "Slow.").header(name, value));

        assertThat(failure.retryAfter()).contains(Duration.ofMillis(millis));
    }

    @ParameterizedTest
    @CsvSource({"-1", "soon", "'Wed, 31 Dec 1969 08:00:00 GMT'"})
    void retryAfter_thatNamesNoTimeToCome_isNone(String value) {
        var failure =
                failure(
                        ClaudeException.RateLimited.class,
                        FakeReply.status(429, "rate_limit_error", "Slow.")
                                .header("retry-after", value));

        assertThat(failure.retryAfter()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "429, false, RateLimited, false",
        "529, false, Overloaded, false",
        "400, true, Overloaded, true",
        "400, false, InvalidRequest, false",
        "429, perhaps, RateLimited, true"
    })
    void server_decidesWhetherItPasses(int status, String said, String kind, boolean passes) {
        var failure =
                failure(
                        ClaudeException.class,
                        FakeReply.status(status, "odd_error", "Odd.")
                                .header("x-should-retry", said));

        assertThat(failure.getClass().getSimpleName()).isEqualTo(kind);
        assertThat(failure.hint().worthwhile()).isEqualTo(passes);
    }

    @ParameterizedTest
    @CsvSource({
        "401, authentication_error, no, KEY",
        "402, billing_error, pay, MONEY",
        "400, invalid_request_error, Your credit balance is too low, MONEY",
        "400, invalid_request_error, You have reached your specified API usage limits, MONEY",
        "403, permission_error, no, RIGHT"
    })
    void closedDoor_saysWhatIsMissing(int status, String type, String message, String lack) {
        var failure =
                failure(
                        ClaudeException.Unauthorized.class,
                        FakeReply.status(status, type, message));

        assertThat(failure.lack()).hasToString(lack);
    }

    @ParameterizedTest
    @CsvSource({
        "401, authentication_error, invalid x-api-key, Unauthorized",
        "402, billing_error, pay, Unauthorized",
        "403, permission_error, no, Unauthorized",
        "404, not_found_error, model: x, NotFound",
        "400, invalid_request_error, Your credit balance is too low, Unauthorized",
        "400, invalid_request_error, You have reached your spend limit, Unauthorized",
        "400, invalid_request_error, messages: odd, InvalidRequest",
        "422, invalid_request_error, odd, InvalidRequest",
        "413, request_too_large, big, InvalidRequest",
        "418, teapot, odd, InvalidRequest"
    })
    void refusal_isTypedAndNotRetried(int status, String type, String message, String kind) {
        var failure = failure(ClaudeException.class, FakeReply.status(status, type, message));

        assertThat(failure.getClass().getSimpleName()).isEqualTo(kind);
        assertThat(failure).hasMessageEndingWith(": " + message);
        assertThat(rig.server.requests()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "400, 'prompt is too long: 210000 tokens > 200000 maximum', true",
        "400, 'input length and `max_tokens` exceed context limit: 1 + 2 > 2', true",
        "400, 'the request exceeds the available context size', true",
        "413, 'too large', true",
        "400, 'messages.0: odd', false"
    })
    void promptTooLong_isTold(int status, String message, boolean tooLong) {
        var failure =
                failure(
                        ClaudeException.InvalidRequest.class,
                        FakeReply.status(status, "invalid_request_error", message));

        assertThat(failure.tooLong()).isEqualTo(tooLong);
    }

    @ParameterizedTest
    @CsvSource({
        "overloaded_error, Overloaded",
        "api_error, Overloaded",
        "rate_limit_error, RateLimited",
        "authentication_error, Unauthorized",
        "invalid_request_error, InvalidRequest",
        "brand_new_error, Overloaded"
    })
    void errorEvent_inMidStream_isTypedAndNotRetried(String type, String kind) {
        rig.server.enqueue(FakeReply.message().text("a", "b").error(type, "Oh."));
        try (ClaudeStream stream = rig.claude.stream(ClaudeRig.ask("Hello?"))) {
            ClaudeRig.await(stream, TextDelta.class);

            var failure =
                    catchThrowableOfType(ClaudeException.class, () -> ClaudeRig.drain(stream));

            assertThat(failure.getClass().getSimpleName()).isEqualTo(kind);
            assertThat(failure.requestId()).isEqualTo("req_fake_1");
            assertThat(rig.server.requests()).hasSize(1);
        }
    }

    @Test
    void textBeforeTheFault_isNotLost() {
        rig.server.enqueue(FakeReply.message().text("a", "b").reset());
        try (ClaudeStream stream = rig.claude.stream(ClaudeRig.ask("Hello?"))) {
            assertThat(ClaudeRig.await(stream, TextDelta.class)).isEqualTo(new TextDelta("a"));
            assertThat(stream.next()).contains(new TextDelta("b"));
            assertThat(catchThrowableOfType(ClaudeException.ConnectionLost.class, stream::next))
                    .hasMessage(
                            "The connection to "
                                    + ServerName.of(rig.server.url())
                                    + " broke off in the answer.");
        }
    }

    @Test
    void endWithoutMessageStop_isAFailure() {
        var failure =
                failure(
                        ClaudeException.ConnectionLost.class,
                        FakeReply.message().text("half of it"));

        assertThat(failure).hasMessage("The answer ended before its end.");
        assertThat(failure.requestId()).isEqualTo("req_fake_1");
    }

    @Test
    void cutChunk_isAFailure() {
        assertThat(
                        failure(
                                ClaudeException.ConnectionLost.class,
                                FakeReply.message().text("a").cut()))
                .hasMessageEndingWith("broke off in the answer.");
    }

    @Test
    void garbage_isAFailure() {
        assertThat(
                        failure(
                                ClaudeException.ConnectionLost.class,
                                FakeReply.message().event("content_block_delta", "{nonsense")))
                .hasMessage("The server's answer is not in the form of the Messages API.");
    }

    @Test
    void silence_inTheStream_isToldWithItsLength() {
        assertThat(
                        failure(
                                ClaudeException.ConnectionLost.class,
                                FakeReply.message().text("a").stall()))
                .hasMessage(
                        "Nothing came from " + ServerName.of(rig.server.url()) + " for 500 ms.");
    }

    @Test
    void silence_beforeTheHeaders_isTold() {
        assertThat(failure(ClaudeException.ConnectionLost.class, FakeReply.silence().stall()))
                .hasMessageStartingWith("Nothing came from");
        assertThat(rig.server.requests()).hasSize(1);
    }

    @Test
    void nobodyThere_isTold() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        try (AnthropicClaude claude =
                        ClaudeRig.claude(ClaudeRig.settings("http://127.0.0.1:" + free));
                ClaudeStream stream = claude.stream(ClaudeRig.ask("Hello?"))) {
            assertThat(
                            catchThrowableOfType(
                                    ClaudeException.ConnectionLost.class,
                                    () -> ClaudeRig.drain(stream)))
                    .hasMessage("127.0.0.1:" + free + " is not reachable.");
        }
    }

    @Test
    void key_repeatedByTheServer_isTakenOut() {
        var failure =
                failure(
                        ClaudeException.Unauthorized.class,
                        FakeReply.status(
                                401, "authentication_error", "bad key " + ClaudeRig.KEY + "!"));

        assertThat(failure).hasMessageEndingWith("bad key [key]!");
        assertThat(org.assertj.core.util.Throwables.getStackTrace(failure))
                .doesNotContain(ClaudeRig.KEY);
    }
}
