package parley.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static parley.discord.DiscordRecordings.GENERAL;
import static parley.discord.DiscordRecordings.GUILD;
import static parley.discord.DiscordRecordings.NAMES;
import static parley.discord.DiscordRecordings.SELF;
import static parley.discord.DiscordRecordings.THREAD;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import parley.chat.Author;
import parley.chat.EventId;
import parley.chat.Inbound;
import parley.chat.MessageId;
import parley.chat.Platform;
import parley.chat.Reference;
import parley.chat.ThreadId;
import parley.chat.UserId;
import parley.chat.Whereabouts;
import parley.chat.WorkspaceId;

/** What happened, as the bot understands it; the store remembers what a test says. */
abstract class EventsRig {
    static final long MENTION = 1_477_636_521_984_000_000L;
    static final Instant NOW = Instant.parse("2026-03-01T13:00:00Z");
    static final Author ADA = new Author(new UserId("1100000000000000001"), "Ada");

    final Map<String, ThreadId> known = new HashMap<>();
    final DiscordEvents events = events(SELF);

    DiscordEvents events(BotIdentity self) {
        return new DiscordEvents(self, NAMES, whereabouts(), () -> NOW);
    }

    Whereabouts whereabouts() {
        return new Whereabouts() {
            @Override
            public Optional<ThreadId> threadOf(Platform platform, MessageId message) {
                return Optional.ofNullable(known.get(message.value()));
            }

            @Override
            public Optional<ThreadId> threadOf(Platform platform, EventId event) {
                return Optional.ofNullable(known.get(event.value()));
            }

            @Override
            public Optional<MessageId> newest(ThreadId thread) {
                return Optional.empty();
            }

            @Override
            public Optional<MessageId> question(Reference turn) {
                return Optional.empty();
            }

            @Override
            public List<ThreadId> recent(WorkspaceId workspace, int most) {
                return List.of();
            }
        };
    }

    List<Inbound> created(ObjectNode message, ChannelFacts where) {
        return events.translate("MESSAGE_CREATE", message, where);
    }

    Inbound.Said said(ObjectNode message, ChannelFacts where) {
        List<Inbound> heard = created(message, where);
        assertThat(heard).hasSize(1);
        return (Inbound.Said) heard.getFirst();
    }

    static ThreadId begun(long message) {
        return DiscordIds.thread(GUILD, GENERAL, message);
    }

    static ThreadId inThread() {
        return DiscordIds.thread(GUILD, GENERAL, THREAD);
    }
}
