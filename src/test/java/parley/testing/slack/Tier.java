package parley.testing.slack;

/**
 * How often a method may be called a minute, per workspace and app
 * (docs.slack.dev/apis/web-api/rate-limits).
 */
enum Tier {
    TWO(20),
    THREE(50),
    FOUR(100),
    /** With limits of its own. */
    SPECIAL(600);

    private final int perMinute;

    Tier(int perMinute) {
        this.perMinute = perMinute;
    }

    int perMinute() {
        return perMinute;
    }
}
