package parley.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import parley.chat.ChannelId;
import parley.chat.Notice;
import parley.chat.SendResult;
import parley.chat.ThreadId;
import parley.testing.ManualTicker;
import parley.testing.discord.ChannelKind;
import parley.testing.discord.FakeDiscord;
import parley.testing.discord.Fault;
import parley.testing.discord.Permission;
import parley.testing.discord.ShownMessage;

/** Notices in the channels and threads of a loopback Discord. */
final class NoticePostsTest {
    private static final ChannelId GENERAL = DiscordIds.thread(100, 300, 300).channel();

    private final FakeDiscord discord =
            FakeDiscord.start()
                    .addGuild(100, "Acme")
                    .addMember(100, 1, "Ada")
                    .addChannel(100, 300, "general", ChannelKind.TEXT);
    private final DiscordRest rest =
            DiscordRest.connect(
                    new DiscordSettings(
                            discord.botToken(), URI.create(discord.apiUrl()), Duration.ZERO),
                    RateHeaders.UNHEARD);
    private final Map<ThreadId, Place> places = new HashMap<>();
    private final NoticePosts notices =
            new NoticePosts(
                    new DiscordCalls(rest, new DiscordBudgets(new ManualTicker())),
                    thread -> Optional.ofNullable(places.get(thread)));

    @AfterEach
    void close() {
        assertThat(discord.violations()).isEmpty();
        assertThat(discord.rateLimited()).isEmpty();
        assertThat(discord.notified()).isEmpty();
        rest.close();
        discord.close();
    }

    private SendResult post(Optional<ThreadId> thread, String key, String text) {
        return notices.post(new Notice(GENERAL, thread, key, text, List.of()));
    }

    private List<String> texts(long channel) {
        return discord.answers(channel).stream().map(ShownMessage::content).toList();
    }

    @Test
    void post_inAChannel_pingsNobodyAndShowsNoPreviews() {
        SendResult sent = post(Optional.empty(), "set.1", "<@1> <@&100> @everyone **engineer**");

        ShownMessage shown = discord.answers(300).getFirst();
        assertThat(sent).isEqualTo(new SendResult.Sent(DiscordIds.message(300, shown.id())));
        assertThat(shown.content()).isEqualTo("<@1> <@&100> @everyone **engineer**");
        assertThat(shown.suppressesEmbeds()).isTrue();
        assertThat(shown.buttons()).isEmpty();
    }

    @Test
    void post_sameNoticeAgain_isOneMessage() {
        SendResult first = post(Optional.empty(), "a-key-of-twenty-five-char", "Changed.");

        assertThat(post(Optional.empty(), "a-key-of-twenty-five-char", "Changed."))
                .isEqualTo(first);
        assertThat(post(Optional.empty(), "another", "Changed.")).isNotEqualTo(first);
        assertThat(texts(300)).hasSize(2);
    }

    @Test
    void post_inAThread_standsThere() {
        long thread = discord.startsThread(1, 300, 0, "Deploys");

        post(Optional.of(DiscordIds.thread(100, 300, thread)), "set.1", "Changed.");

        assertThat(texts(thread)).containsExactly("Changed.");
        assertThat(texts(300)).isEmpty();
    }

    @Test
    void post_inAnArchivedThread_opensIt() {
        long thread = discord.startsThread(1, 300, 0, "Deploys");
        discord.archives(thread, false);

        post(Optional.of(DiscordIds.thread(100, 300, thread)), "set.1", "Changed.");

        assertThat(texts(thread)).containsExactly("Changed.");
    }

    @Test
    void post_conversationWithoutAThread_standsInItsChannel() {
        long question = discord.says(1, 300, "why?");

        post(Optional.of(DiscordIds.thread(100, 300, question)), "set.1", "Changed.");

        assertThat(texts(300)).containsExactly("Changed.");
        assertThat(discord.thread(question)).isEmpty();
    }

    @Test
    void post_conversationWhosePlaceIsKnown_refersToItsQuestion() {
        long question = discord.says(1, 300, "why?");
        ThreadId thread = DiscordIds.thread(100, 300, question);
        places.put(thread, new Place(300, Optional.of(question)));

        post(Optional.of(thread), "set.1", "Changed.");

        assertThat(discord.answers(300).getFirst().replyTo()).hasValue(question);
    }

    @Test
    void post_inDirectMessages_standsThere() {
        long direct = discord.dmOf(1);
        ThreadId thread = DiscordIds.direct(direct);

        notices.post(new Notice(thread.channel(), Optional.of(thread), "k", "Changed.", List.of()));

        assertThat(texts(direct)).containsExactly("Changed.");
    }

    @Test
    void post_longerThanAMessage_isCut() {
        post(Optional.empty(), "set.1", "word ".repeat(1_000));

        assertThat(texts(300).getFirst()).hasSizeLessThanOrEqualTo(2_000).endsWith("…");
    }

    @Test
    void post_whereTheBotMayNotWrite_isRejected() {
        discord.deny(300, Permission.SEND_MESSAGES);

        assertThat(post(Optional.empty(), "set.1", "Changed."))
                .isInstanceOf(SendResult.Rejected.class);
    }

    @Test
    void post_discordFails_isSaid() {
        discord.faults().next("POST", "channels/{c}/messages", new Fault.RateLimited(30));
        discord.faults().next("POST", "channels/{c}/messages", new Fault.Status(502));

        assertThat(post(Optional.empty(), "set.1", "Changed."))
                .isInstanceOfSatisfying(
                        SendResult.RateLimited.class,
                        limited ->
                                assertThat(limited.retryAfter()).isEqualTo(Duration.ofSeconds(30)));
        assertThat(post(Optional.empty(), "set.1", "Changed."))
                .isInstanceOf(SendResult.RateLimited.class);
    }
}
