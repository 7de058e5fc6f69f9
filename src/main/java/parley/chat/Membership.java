package parley.chat;

import java.util.Optional;

/**
 * A platform that can say who people are: by their ids, never by names. May ask the platform and
 * block for seconds; what it said is remembered for a minute at the most. Does not throw. Safe for
 * use by many threads.
 */
public interface Membership {
    /** Empty when the platform cannot say now. */
    Optional<Standing> standing(ChannelId channel, UserId person);

    /** Whether the person is in that group; false also when the platform cannot say now. */
    boolean belongs(ChannelId channel, UserId person, String group);

    /** The group that somebody named: by its id, as the platform writes mentions, or by name. */
    Optional<Group> group(ChannelId channel, String words);

    /**
     * Some people of a workspace: a user group of Slack, a role of Discord.
     *
     * @param id as the platform has it
     * @param name as people call it
     */
    record Group(String id, String name) {}
}
