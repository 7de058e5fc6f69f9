package parley.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static parley.discord.DiscordPermission.ATTACH_FILES;
import static parley.discord.DiscordPermission.CREATE_PUBLIC_THREADS;
import static parley.discord.DiscordPermission.SEND_MESSAGES;
import static parley.discord.DiscordPermission.SEND_MESSAGES_IN_THREADS;
import static parley.discord.DiscordPermission.VIEW_CHANNEL;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import parley.discord.GuildAccess.Gap;

/** Which channels matter to the bot and what it lacks there, from what Discord tells of a guild. */
final class GuildAccessTest {
    private static final String GUILD = "100";
    private static final String BOT_ROLE = "101";
    private static final String PEOPLE = "102";
    private static final String BOT = "900";
    private static final int TEXT = 0;
    private static final int VOICE = 2;
    private static final int CATEGORY = 4;
    private static final int NEWS = 5;
    private static final int FORUM = 15;

    private final JsonMapper json = new JsonMapper();
    private final ObjectNode guild =
            json.createObjectNode().put("id", GUILD).put("name", "Acme").put("owner_id", "1");
    private final ArrayNode roles = guild.putArray("roles");
    private final ArrayNode channels = json.createArrayNode();

    GuildAccessTest() {
        role(GUILD, DiscordPermission.invited());
        role(BOT_ROLE, DiscordPermission.invited()).putObject("tags").put("bot_id", BOT);
    }

    private ObjectNode role(String id, long permissions) {
        return roles.addObject().put("id", id).put("permissions", Long.toString(permissions));
    }

    private ArrayNode channel(int type, String name) {
        return channels.addObject()
                .put("id", "5" + channels.size())
                .put("type", type)
                .put("name", name)
                .putArray("permission_overwrites");
    }

    private static void allow(ArrayNode channel, String id, DiscordPermission... permissions) {
        channel.addObject().put("id", id).put("allow", bits(permissions)).put("deny", "0");
    }

    private static void deny(ArrayNode channel, String id, DiscordPermission... permissions) {
        channel.addObject().put("id", id).put("allow", "0").put("deny", bits(permissions));
    }

    private static String bits(DiscordPermission... permissions) {
        return Long.toString(Stream.of(permissions).mapToLong(DiscordPermission::mask).sum());
    }

    private GuildAccess read() {
        ObjectNode bot = json.createObjectNode();
        bot.putObject("user").put("id", BOT);
        bot.putArray("roles").add(BOT_ROLE);
        return GuildAccess.read(guild, bot, channels);
    }

    @Test
    void guild_withAllThatTheInviteAsksFor_hasNoGaps() {
        channel(TEXT, "general");
        channel(NEWS, "news");
        channel(FORUM, "questions");

        assertThat(read()).isEqualTo(new GuildAccess("Acme", 3, List.of()));
    }

    @Test
    void channel_thatTakesFromTheBot_isAGap() {
        channel(TEXT, "general");
        deny(channel(TEXT, "random"), BOT_ROLE, SEND_MESSAGES_IN_THREADS, CREATE_PUBLIC_THREADS);
        deny(channel(NEWS, "news"), BOT, ATTACH_FILES);

        assertThat(read().gaps())
                .containsExactly(
                        new Gap(
                                "#random",
                                List.of(CREATE_PUBLIC_THREADS, SEND_MESSAGES_IN_THREADS)),
                        new Gap("#news", List.of(ATTACH_FILES)));
    }

    @Test
    void forum_needsOnlyWhatPostsNeed() {
        deny(channel(FORUM, "questions"), BOT_ROLE, SEND_MESSAGES, CREATE_PUBLIC_THREADS);
        deny(channel(FORUM, "ideas"), BOT_ROLE, SEND_MESSAGES, SEND_MESSAGES_IN_THREADS);

        assertThat(read().gaps())
                .containsExactly(new Gap("#ideas", List.of(SEND_MESSAGES_IN_THREADS)));
    }

    @Test
    void channel_thatTheBotDoesNotSee_isNoneOfItsBusiness() {
        channel(TEXT, "general");
        deny(channel(TEXT, "staff"), GUILD, VIEW_CHANNEL);
        deny(channel(TEXT, "people"), BOT_ROLE, VIEW_CHANNEL);

        assertThat(read()).isEqualTo(new GuildAccess("Acme", 1, List.of()));
    }

    @Test
    void channelInWhichNobodyCanWrite_needsNoAnswers() {
        channel(TEXT, "general");
        deny(channel(TEXT, "rules"), GUILD, SEND_MESSAGES, SEND_MESSAGES_IN_THREADS);

        assertThat(read()).isEqualTo(new GuildAccess("Acme", 1, List.of()));
    }

    @Test
    void channelInWhichSomeRoleCanWrite_needsAnswers() {
        role(PEOPLE, 0);
        ArrayNode team = channel(TEXT, "team");
        deny(team, GUILD, SEND_MESSAGES, SEND_MESSAGES_IN_THREADS);
        allow(team, PEOPLE, SEND_MESSAGES);

        assertThat(read().gaps())
                .containsExactly(
                        new Gap("#team", List.of(SEND_MESSAGES, SEND_MESSAGES_IN_THREADS)));
    }

    @Test
    void channelThatOnlyAdminsAndTheBotSee_needsAnswers() {
        ArrayNode admins = channel(TEXT, "admins");
        deny(admins, GUILD, VIEW_CHANNEL, SEND_MESSAGES);
        allow(admins, BOT_ROLE, VIEW_CHANNEL);

        assertThat(read().gaps()).containsExactly(new Gap("#admins", List.of(SEND_MESSAGES)));
    }

    @Test
    void voiceChannelsAndCategories_areNotLookedAt() {
        channel(TEXT, "general");
        deny(channel(VOICE, "lounge"), BOT_ROLE, SEND_MESSAGES);
        deny(channel(CATEGORY, "Work"), BOT_ROLE, SEND_MESSAGES);

        assertThat(read()).isEqualTo(new GuildAccess("Acme", 1, List.of()));
    }

    @Test
    void guildInWhichTheBotSeesNothing_isAGap() {
        deny(channel(TEXT, "general"), BOT_ROLE, VIEW_CHANNEL);

        assertThat(read().gaps()).containsExactly(new Gap(Gap.EVERYWHERE, List.of(VIEW_CHANNEL)));
    }

    @Test
    void administrator_lacksNothing() {
        ((ObjectNode) roles.get(1)).put("permissions", "8");
        deny(channel(TEXT, "general"), BOT_ROLE, DiscordPermission.values());

        assertThat(read()).isEqualTo(new GuildAccess("Acme", 1, List.of()));
    }
}
