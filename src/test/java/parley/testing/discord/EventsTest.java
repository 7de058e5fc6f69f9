package parley.testing.discord;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parley.testing.ManualTicker;

/** What the world tells of what people do. */
final class EventsTest {
    private static final long GUILD = 100;
    private static final long CHANNEL = 300;
    private static final long ADA = 7;

    private final ManualTicker ticker = new ManualTicker();
    private final World world = new World(new DiscordClock(ticker, Instant.now()));
    private final Told told = Told.of(world);
    private final Landscape landscape = new Landscape(world, told.rights());
    private final Crowd crowd = new Crowd(world, told, new Threads(world, told.posts()));
    private final List<String> types = new ArrayList<>();
    private final List<JsonNode> data = new ArrayList<>();

    @BeforeEach
    void begin() {
        landscape.guild(GUILD, "Acme");
        landscape.member(GUILD, ADA, "Ada", List.of(), List.of());
        landscape.channel(GUILD, CHANNEL, "general", ChannelKind.TEXT);
        world.gateway((type, event) -> {
            types.add(type);
            data.add(event);
        });
    }

    @Test
    void message_isTold_withItsGuildAndItsAuthorAsAMember() {
        long id = crowd.says(ADA, CHANNEL, "Hi <@%d>".formatted(world.me.bot().id()), List.of());

        assertThat(types).containsExactly("MESSAGE_CREATE");
        JsonNode event = data.getFirst();
        assertThat(event.path("id").asLong()).isEqualTo(id);
        assertThat(event.path("guild_id").asLong()).isEqualTo(GUILD);
        assertThat(event.at("/author/username").asText()).isEqualTo("ada");
        assertThat(event.at("/member/roles").isArray()).isTrue();
        assertThat(event.at("/mentions/0/id").asLong()).isEqualTo(world.me.bot().id());
        assertThat(event.at("/mentions/0/member/roles")).hasSize(1);
        assertThat(event.path("edited_timestamp").isNull()).isTrue();
        assertThat(Instant.parse(event.path("timestamp").asText()).toEpochMilli())
                .isEqualTo((id >> 22) + 1_420_070_400_000L);
    }

    @Test
    void edit_hasItsTime_andAPreviewHasNone() {
        long id = crowd.says(ADA, CHANNEL, "https://example.com", List.of());
        crowd.unfurls(CHANNEL, id);
        ticker.advance(Duration.ofSeconds(3));
        crowd.edits(CHANNEL, id, "nothing");
        crowd.deletes(CHANNEL, id);

        assertThat(types)
                .containsExactly(
                        "MESSAGE_CREATE", "MESSAGE_UPDATE", "MESSAGE_UPDATE", "MESSAGE_DELETE");
        assertThat(data.get(1).path("edited_timestamp").isNull()).isTrue();
        assertThat(data.get(1).path("embeds")).hasSize(1);
        assertThat(data.get(2).path("edited_timestamp").isTextual()).isTrue();
        assertThat(data.get(3).path("content").isMissingNode()).isTrue();
    }

    @Test
    void thread_isTold_withTheMessageThatBeganIt() {
        long message = crowd.says(ADA, CHANNEL, "Hi", List.of());
        crowd.startsThread(ADA, CHANNEL, message, "Talk");

        assertThat(types)
                .containsExactly(
                        "MESSAGE_CREATE", "THREAD_CREATE", "MESSAGE_UPDATE", "MESSAGE_CREATE");
        assertThat(data.get(1).path("newly_created").asBoolean()).isTrue();
        assertThat(data.get(2).path("edited_timestamp").isNull()).isTrue();
        assertThat(data.get(3).path("type").asInt()).isEqualTo(Post.THREAD_STARTER);
    }

    @Test
    void message_inAnArchivedThread_opensItFirst() {
        long thread = crowd.startsThread(ADA, CHANNEL, 0, "Talk");
        crowd.archives(thread, false);
        types.clear();
        crowd.says(ADA, thread, "Still there?", List.of());

        assertThat(types).containsExactly("THREAD_UPDATE", "MESSAGE_CREATE");
    }

    @Test
    void channel_hiddenFromTheBot_isNotTold() {
        landscape.deny(CHANNEL, List.of(Permission.VIEW_CHANNEL));
        types.clear();
        crowd.says(ADA, CHANNEL, "Secret", List.of());

        assertThat(types).isEmpty();
    }

    @Test
    void webhook_isTold_withoutAMember() {
        crowd.hooks(CHANNEL, "Deploys", "Done");

        assertThat(data.getFirst().hasNonNull("webhook_id")).isTrue();
        assertThat(data.getFirst().has("member")).isFalse();
    }

    @Test
    void guild_joinedLater_isTold() {
        landscape.guild(200, "Later");

        assertThat(types).containsExactly("GUILD_CREATE");
        assertThat(data.getFirst().path("member_count").asInt()).isEqualTo(2);
        assertThat(data.getFirst().at("/members/0/user/bot").asBoolean()).isTrue();
    }

    @Test
    void guild_out_isTold_andTellsWhenItIsBack() {
        landscape.outage(GUILD, true);
        crowd.says(ADA, CHANNEL, "nobody is told of this", List.of());
        landscape.outage(GUILD, false);

        assertThat(types).containsExactly("GUILD_DELETE", "GUILD_CREATE");
        assertThat(data.getFirst().path("unavailable").asBoolean()).isTrue();
    }
}
