package parley.inbox;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import parley.chat.Platform;

/**
 * Which platform may have one more of the turns that run at once. One is kept for each platform
 * that has none, and a platform that cannot be reached gets few, so that no trouble of one keeps
 * the others from being answered. Not safe for use by many threads.
 */
final class Slots {
    private static final int SHARE_IN_TROUBLE = 8;

    private final int most;
    private final Set<Platform> spoken = EnumSet.noneOf(Platform.class);
    private final Set<Platform> troubled = EnumSet.noneOf(Platform.class);
    private final Map<Platform, Integer> taken = new EnumMap<>(Platform.class);
    private int total;

    /**
     * @param most turns at once, at least 1
     */
    Slots(int most) {
        this.most = most;
    }

    /** The platforms of which questions come. */
    void speak(Set<Platform> platforms) {
        spoken.addAll(platforms);
    }

    boolean isFree(Platform platform) {
        if (troubled.contains(platform) && of(platform) >= Math.max(1, most / SHARE_IN_TROUBLE)) {
            return false;
        }
        return total + keptFromOthers(platform) < most;
    }

    /** With fewer turns than platforms there is nothing to keep. */
    private long keptFromOthers(Platform platform) {
        return most <= spoken.size()
                ? 0
                : spoken.stream().filter(other -> other != platform && of(other) == 0).count();
    }

    private int of(Platform platform) {
        return taken.getOrDefault(platform, 0);
    }

    void take(Platform platform) {
        total++;
        taken.merge(platform, 1, Integer::sum);
    }

    void giveBack(Platform platform) {
        total--;
        taken.merge(platform, -1, Integer::sum);
    }

    /** An answer could not be shown there; tells whether that is news. */
    boolean failed(Platform platform) {
        return troubled.add(platform);
    }

    /** A turn came to its end there; tells whether that is news. */
    boolean worked(Platform platform) {
        return troubled.remove(platform);
    }
}
