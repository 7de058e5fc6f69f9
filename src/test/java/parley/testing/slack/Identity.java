package parley.testing.slack;

import java.util.UUID;

/** Who the app is in this workspace. The tokens differ from fake to fake, as clients cache them. */
record Identity(
        String teamId,
        String domain,
        String appId,
        String botId,
        String botUserId,
        String botName,
        String botToken,
        String appToken,
        String configToken,
        String signingSecret) {
    static Identity fresh() {
        String secret = UUID.randomUUID().toString().replace("-", "");
        return new Identity(
                "T0PARLEY01",
                "parley-test",
                "A0PARLEY01",
                "B0PARLEY01",
                "U0PARLEY01",
                "parley",
                "xoxb-1000000000-2000000000-" + secret,
                "xapp-1-A0PARLEY01-3000000000-" + secret,
                "xoxe.xoxp-1-" + secret,
                secret);
    }
}
