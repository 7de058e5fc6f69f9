package parley.slack;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Whether a request was signed by Slack, within the last five minutes. Bolt's own check takes as
 * long as many characters are right, and lets the future pass. Safe for use by many threads.
 *
 * @see <a href="https://docs.slack.dev/authentication/verifying-requests-from-slack">Verifying
 *     requests from Slack</a>
 */
final class SignatureCheck {
    static final String SIGNATURE = "X-Slack-Signature";
    static final String TIMESTAMP = "X-Slack-Request-Timestamp";

    private static final Duration WINDOW = Duration.ofMinutes(5);
    private static final Pattern SECONDS = Pattern.compile("\\d{1,11}");
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;
    private final InstantSource time;

    SignatureCheck(String signingSecret, InstantSource time) {
        key = new SecretKeySpec(signingSecret.getBytes(UTF_8), ALGORITHM);
        this.time = time;
    }

    /** The signature, when it is genuine and timely. */
    Optional<String> signature(HttpQuestion question) {
        Optional<String> at = question.header(TIMESTAMP).filter(this::timely);
        return question.header(SIGNATURE)
                .filter(it -> at.isPresent() && genuine(it, at.get(), question.body()));
    }

    private boolean timely(String seconds) {
        if (!SECONDS.matcher(seconds).matches()) {
            return false;
        }
        Instant sent = Instant.ofEpochSecond(Long.parseLong(seconds));
        return Duration.between(sent, time.instant()).abs().compareTo(WINDOW) <= 0;
    }

    private boolean genuine(String signature, String seconds, byte[] body) {
        return MessageDigest.isEqual(
                signature.getBytes(UTF_8), sign(seconds, body).getBytes(US_ASCII));
    }

    private String sign(String seconds, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(("v0:" + seconds + ":").getBytes(US_ASCII));
            return "v0=" + HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no " + ALGORITHM, e);
        }
    }
}
