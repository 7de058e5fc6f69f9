package parley.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static parley.testing.discord.Permission.CONNECT;
import static parley.testing.discord.Permission.READ_MESSAGE_HISTORY;
import static parley.testing.discord.Permission.VIEW_CHANNEL;

import java.util.Optional;
import net.dv8tion.jda.api.events.session.ReadyEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import parley.testing.discord.ChannelKind;
import parley.testing.discord.FakeDiscord;
import parley.testing.discord.RunningJda;

final class GuildRoomsTest {
    private static final long GUILD = 100;
    private static final long ADA = 7;

    private final FakeDiscord discord = FakeDiscord.start();

    @AfterEach
    void close() {
        discord.close();
    }

    private void channel(long id, ChannelKind kind) {
        discord.addChannel(GUILD, id, "channel-" + id, kind);
    }

    @Test
    void open_isWhereTheBotMayReadWhatPeopleSay() {
        discord.addGuild(GUILD, "Acme").addMember(GUILD, ADA, "Ada").addGuild(200, "Empty");
        channel(300, ChannelKind.TEXT);
        channel(301, ChannelKind.NEWS);
        channel(302, ChannelKind.FORUM);
        channel(303, ChannelKind.VOICE);
        channel(304, ChannelKind.VOICE);
        channel(305, ChannelKind.TEXT);
        channel(306, ChannelKind.TEXT);
        discord.allow(303, CONNECT).deny(305, VIEW_CHANNEL).deny(306, READ_MESSAGE_HISTORY);
        long said = discord.says(ADA, 300, "hello");
        long thread = discord.startsThread(ADA, 300, said, "a thread");
        long below = discord.says(ADA, thread, "below");
        long post = discord.posts(ADA, 302, "a post", "its text");
        discord.archives(discord.startsThread(ADA, 301, 0, "archived"), false);

        try (RunningJda jda = RunningJda.start(discord)) {
            discord.await("a login", () -> !jda.heard(ReadyEvent.class).isEmpty());
            Rooms rooms = new GuildRooms(() -> Optional.of(jda.shards()));

            assertThat(rooms.open())
                    .containsExactlyInAnyOrder(
                            new Rooms.Room(300, GUILD, said),
                            new Rooms.Room(301, GUILD, newest(301)),
                            new Rooms.Room(303, GUILD, 0),
                            new Rooms.Room(thread, GUILD, 300, below),
                            new Rooms.Room(post, GUILD, 302, post));
        }
    }

    private long newest(long channel) {
        return discord.messages(channel).getLast().id();
    }

    @Test
    void open_withoutAConnection_isNothing() {
        assertThat(new GuildRooms(Optional::empty).open()).isEmpty();
    }
}
