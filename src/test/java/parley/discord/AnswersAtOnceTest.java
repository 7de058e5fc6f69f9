package parley.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static parley.discord.WriterRig.MESSAGE;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import parley.chat.MessageId;
import parley.chat.Platform;
import parley.chat.Reference;
import parley.chat.SendResult;
import parley.chat.ThreadId;
import parley.chat.WriteKind;
import parley.responder.Byline;
import parley.responder.Delivery;
import parley.responder.Reply;
import parley.responder.ReplyEnd;
import parley.responder.ReplyLedger;
import parley.responder.Responder;
import parley.responder.WriteObserver;
import parley.testing.discord.ChannelKind;
import parley.testing.discord.FakeDiscord;
import parley.testing.discord.Permission;
import parley.testing.discord.ShownMessage;

/** Many answers grow in one channel, whose budgets they share, and Discord never says too many. */
final class AnswersAtOnceTest {
    private static final int ANSWERS = 4;
    private static final long GUILD = 1_000;
    private static final long CHANNEL = 2_000;
    private static final long ANN = 3_000;
    private static final ReplyEnd END =
            new ReplyEnd(Optional.empty(), Optional.of("default · 3 s"), List.of());

    private final Instant base = Instant.now();
    private final long begun = System.nanoTime();
    private final FakeDiscord discord = FakeDiscord.start();
    private final DiscordBudgets budgets = new DiscordBudgets(System::nanoTime);
    private final DiscordRest rest =
            DiscordRest.connect(
                    new DiscordSettings(
                            discord.botToken(), URI.create(discord.apiUrl()), Duration.ZERO),
                    budgets);
    private final DiscordOutput output =
            new DiscordOutput(
                    new DiscordCalls(rest, budgets),
                    budgets,
                    _ -> Optional.empty(),
                    _ -> false,
                    () -> Optional.of(discord.botId()),
                    System::nanoTime,
                    () -> base.plusNanos(System.nanoTime() - begun));
    private final Responder responder =
            new Responder(
                    Map.of(Platform.DISCORD, new WritingAdapter(output, rest::close)),
                    new Unwritten(),
                    System::nanoTime,
                    new Unobserved());

    @AfterEach
    void close() {
        responder.close();
        output.close();
        rest.close();
        discord.close();
    }

    @Test
    void answersInOneChannel_areAllWhole_andNoneIsTooMany() throws Exception {
        discord.addGuild(GUILD, "The guild").addMember(GUILD, ANN, "Ann");
        discord.addChannel(GUILD, CHANNEL, "general", ChannelKind.TEXT);
        discord.deny(CHANNEL, Permission.CREATE_PUBLIC_THREADS);
        discord.limits().set("PATCH", MESSAGE, 4, Duration.ofSeconds(3));
        Map<Long, String> wanted = new HashMap<>();
        List<Future<Delivery>> deliveries = new ArrayList<>();
        try (ExecutorService claude = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < ANSWERS; i++) {
                long question = discord.says(ANN, CHANNEL, discord.mention() + " " + i);
                String text = ("answer " + i + " ").repeat(150).strip();
                wanted.put(question, text);
                ThreadId thread = DiscordIds.thread(GUILD, CHANNEL, question);
                Reference turn = new Reference("T-" + i);
                deliveries.add(claude.submit(() -> answer(thread, turn, text)));
            }
            for (Future<Delivery> delivery : deliveries) {
                assertThat(delivery.get()).isEqualTo(new Delivery.Delivered());
            }
        }

        Map<Long, String> shown = new HashMap<>();
        for (ShownMessage message : discord.answers(CHANNEL)) {
            shown.put(message.replyTo().orElseThrow(), message.text());
        }
        assertThat(shown).isEqualTo(wanted);
        assertThat(discord.rateLimited()).isEmpty();
        assertThat(discord.violations()).isEmpty();
    }

    private Delivery answer(ThreadId thread, Reference turn, String text) {
        Reply reply =
                responder.open(
                        thread, new Byline(turn, WriterRig.ASKER, Optional.empty()), List.of());
        reply.status("Thinking");
        for (int from = 0; from < text.length(); from += 20) {
            reply.append(text.substring(from, Math.min(text.length(), from + 20)));
            LockSupport.parkNanos(Duration.ofMillis(30).toNanos());
        }
        return reply.finish(text, END);
    }

    private static final class Unwritten implements ReplyLedger {
        @Override
        public void posted(Reference turn, int part, MessageId message) {}

        @Override
        public void looks(Reference turn, int part, Optional<String> look) {}

        @Override
        public void withdrawn(Reference turn, int fromPart) {}
    }

    private static final class Unobserved implements WriteObserver {
        @Override
        public void wrote(Platform platform, WriteKind kind, SendResult result) {}

        @Override
        public void firstText(Platform platform, long nanosSinceFirstAppend) {}

        @Override
        public void finalText(Platform platform, long nanosSinceFinish) {}
    }
}
