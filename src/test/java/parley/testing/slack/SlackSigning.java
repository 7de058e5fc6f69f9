package parley.testing.slack;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs what Slack sends by HTTP (docs.slack.dev/authentication/verifying-requests-from-slack). */
public final class SlackSigning {
    private SlackSigning() {}

    /**
     * The two headers of a request.
     *
     * @param timestamp seconds since 1970
     */
    public static Map<String, String> headers(String secret, long timestamp, String body) {
        return Map.of(
                "X-Slack-Request-Timestamp",
                Long.toString(timestamp),
                "X-Slack-Signature",
                signature(secret, timestamp, body));
    }

    static String signature(String secret, long timestamp, String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            byte[] signed =
                    mac.doFinal(("v0:" + timestamp + ":" + body).getBytes(StandardCharsets.UTF_8));
            return "v0=" + HexFormat.of().formatHex(signed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
