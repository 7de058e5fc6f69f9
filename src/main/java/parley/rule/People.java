package parley.rule;

import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.chat.ChannelId;
import parley.chat.ChatAdapter;
import parley.chat.Membership;
import parley.chat.Platform;
import parley.chat.Standing;
import parley.chat.UserId;

/**
 * Who people are, as their platforms say; where a platform has no notion of it, everybody is a
 * member. Safe for use by many threads; no fault of an adapter comes through.
 */
public final class People {
    private static final Logger LOG = LoggerFactory.getLogger(People.class);

    private final Map<Platform, ChatAdapter> adapters;

    /**
     * @param adapters read when asked, so that they may be added later
     */
    public People(Map<Platform, ChatAdapter> adapters) {
        this.adapters = adapters;
    }

    /** Empty when the platform cannot say now. */
    public Optional<Standing> standing(ChannelId channel, UserId person) {
        Optional<Membership> membership = membership(channel);
        if (membership.isEmpty()) {
            return Optional.of(Standing.MEMBER);
        }
        try {
            return membership.get().standing(channel, person);
        } catch (RuntimeException e) {
            LOG.error("It cannot be told who {} is", person, e);
            return Optional.empty();
        }
    }

    /** Whether the person is in that group; false also when the platform cannot say. */
    public boolean belongs(ChannelId channel, UserId person, String group) {
        try {
            return membership(channel)
                    .filter(able -> able.belongs(channel, person, group))
                    .isPresent();
        } catch (RuntimeException e) {
            LOG.error("It cannot be told whether {} is in {}", person, group, e);
            return false;
        }
    }

    /** The group that somebody named; empty also when the platform cannot say. */
    public Optional<Membership.Group> group(ChannelId channel, String words) {
        try {
            return membership(channel).flatMap(able -> able.group(channel, words));
        } catch (RuntimeException e) {
            LOG.error("The group {} cannot be looked up", words, e);
            return Optional.empty();
        }
    }

    private Optional<Membership> membership(ChannelId channel) {
        return adapters.get(channel.workspace().platform()) instanceof Membership able
                ? Optional.of(able)
                : Optional.empty();
    }
}
