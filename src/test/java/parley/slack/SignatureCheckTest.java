package parley.slack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.app_backend.SlackSignature;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SignatureCheckTest {
    private static final String SECRET = "8f742231b10e8888abcd99yyyzzz85a5";
    private static final Instant NOW = Instant.ofEpochSecond(1_531_420_618);

    private final SlackSignature.Generator slack = new SlackSignature.Generator(SECRET);
    private final SignatureCheck check = new SignatureCheck(SECRET, () -> NOW);

    /** The example of docs.slack.dev/authentication/verifying-requests-from-slack. */
    @Test
    void signature_ofSlacksOwnExample_isGenuine() {
        String body =
                "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow"
                        + "&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA"
                        + "&user_name=roadrunner&command=%2Fwebhook-collect&text="
                        + "&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J"
                        + "%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN"
                        + "&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c";
        SignatureCheck then =
                new SignatureCheck(SECRET, () -> Instant.ofEpochSecond(1_531_420_618));

        assertThat(
                        then.signature(
                                question(
                                        body,
                                        "1531420618",
                                        "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd275196"
                                                + "66489c69b503")))
                .isPresent();
    }

    @Test
    void signature_bySlacksGenerator_isGenuine() {
        String body = "{\"text\":\"gr\u00fc\u00df dich \ud83d\udc4b\"}";

        assertThat(check.signature(signed(body, seconds(Duration.ZERO)))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(longs = {-300, -1, 0, 1, 300})
    void signature_withinFiveMinutes_isTimely(long seconds) {
        assertThat(check.signature(signed("{}", seconds(Duration.ofSeconds(seconds))))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(longs = {-86_400, -301, 301, 86_400})
    void signature_furtherOff_isRefused(long seconds) {
        assertThat(check.signature(signed("{}", seconds(Duration.ofSeconds(seconds))))).isEmpty();
    }

    @Test
    void signature_ofAnotherBody_isRefused() {
        HttpQuestion genuine = signed("{\"a\":1}", seconds(Duration.ZERO));

        assertThat(
                        check.signature(
                                new HttpQuestion(genuine.headers(), "{\"a\":2}".getBytes(UTF_8))))
                .isEmpty();
    }

    @Test
    void signature_byAnotherSecret_isRefused() {
        String at = seconds(Duration.ZERO);
        String forged = new SlackSignature.Generator("another").generate(at, "{}");

        assertThat(check.signature(question("{}", at, forged))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "v0=",
                "v0=00",
                "v1=abc",
                "\u00e9",
                " ",
                "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503"
            })
    void signature_ofOddShape_isRefused(String odd) {
        assertThat(check.signature(question("{}", seconds(Duration.ZERO), odd))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "now", "-1531420618", "1531420618.5", "99999999999999999999", " 1"})
    void timestamp_ofOddShape_isRefused(String odd) {
        assertThat(check.signature(signed("{}", odd))).isEmpty();
    }

    @Test
    void headers_missing_areRefused() {
        HttpQuestion whole = signed("{}", seconds(Duration.ZERO));

        for (String name : new String[] {SignatureCheck.SIGNATURE, SignatureCheck.TIMESTAMP}) {
            Map<String, String> headers = new HashMap<>(whole.headers());
            headers.remove(name);
            assertThat(check.signature(new HttpQuestion(headers, whole.body()))).isEmpty();
        }
    }

    @Test
    void headers_inAnyCase_areFound() {
        String at = seconds(Duration.ZERO);
        Map<String, String> headers =
                Map.of(
                        "x-slack-signature",
                        slack.generate(at, "{}"),
                        "X-SLACK-REQUEST-TIMESTAMP",
                        at);

        assertThat(check.signature(new HttpQuestion(headers, "{}".getBytes(UTF_8)))).isPresent();
    }

    private static String seconds(Duration off) {
        return String.valueOf(NOW.plus(off).getEpochSecond());
    }

    private HttpQuestion signed(String body, String at) {
        return question(body, at, slack.generate(at, body));
    }

    private static HttpQuestion question(String body, String at, String signature) {
        return new HttpQuestion(
                Map.of(SignatureCheck.SIGNATURE, signature, SignatureCheck.TIMESTAMP, at),
                body.getBytes(UTF_8));
    }
}
