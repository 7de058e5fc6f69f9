package parley.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static parley.discord.DiscordRecordings.IN_DM;
import static parley.discord.DiscordRecordings.IN_GENERAL;
import static parley.discord.DiscordRecordings.IN_THREAD;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import net.dv8tion.jda.api.utils.data.DataObject;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import parley.chat.Inbound;
import parley.chat.ThreadId;
import parley.testing.Mutation;

/** Events that Discord would not send, made of those that it sends. */
final class HostileEventsPropertiesTest extends EventsRig {
    @Provide
    Arbitrary<Long> seeds() {
        return Mutation.seeds();
    }

    @Provide
    Arbitrary<String> recordings() {
        return Arbitraries.of(
                "ask",
                "channel_message",
                "delete",
                "delete_bulk",
                "direct",
                "edit",
                "forwarded",
                "mention",
                "poll",
                "reply_to_answer",
                "reply_with_mention",
                "sticker",
                "thread_message",
                "thread_starter");
    }

    @Provide
    Arbitrary<ChannelFacts> places() {
        return Arbitraries.of(IN_GENERAL, IN_THREAD, IN_DM);
    }

    @Provide
    Arbitrary<String> types() {
        return Arbitraries.of(
                "MESSAGE_CREATE", "MESSAGE_UPDATE", "MESSAGE_DELETE", "MESSAGE_DELETE_BULK");
    }

    @Property(shrinking = ShrinkingMode.OFF)
    void translate_brokenEvent_neverFailsNorLeavesItsChannel(
            @ForAll("recordings") String recording,
            @ForAll("types") String type,
            @ForAll("places") ChannelFacts where,
            @ForAll("seeds") long seed) {
        JsonNode data;
        try {
            String body = Mutation.of(DiscordRecordings.recorded(recording).toString(), seed);
            data = JdaJson.node(DataObject.fromJson(body));
        } catch (IllegalStateException e) {
            // JDA would not have let it through.
            return;
        }

        List<Inbound> heard = events.translate(type, data, where);

        assertThat(heard)
                .allSatisfy(event -> {
                    assertThat(event.event().value()).doesNotEndWith(".0");
                    ThreadId thread = event.thread();
                    assertThat(DiscordIds.guildOf(thread)).isEqualTo(where.guild());
                    assertThat(DiscordIds.channelOf(thread))
                            .isEqualTo(where.isThread() ? where.parent() : where.id());
                });
    }
}
