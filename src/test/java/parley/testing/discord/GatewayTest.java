package parley.testing.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.events.RawGatewayEvent;
import net.dv8tion.jda.api.events.guild.GuildJoinEvent;
import net.dv8tion.jda.api.events.guild.GuildLeaveEvent;
import net.dv8tion.jda.api.events.message.MessageReceivedEvent;
import net.dv8tion.jda.api.events.session.SessionRecreateEvent;
import net.dv8tion.jda.api.events.session.SessionResumeEvent;
import net.dv8tion.jda.api.events.session.ShutdownEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Driven by JDA. */
final class GatewayTest {
    private static final long GUILD = 100;
    private static final long CHANNEL = 300;
    private static final long ADA = 1;

    private final FakeDiscord discord =
            FakeDiscord.start()
                    .addGuild(GUILD, "Acme")
                    .addChannel(GUILD, CHANNEL, "general", ChannelKind.TEXT)
                    .addMember(GUILD, ADA, "Ada");
    private final Gateway gateway = discord.gateway();
    private final RunningJda jda = RunningJda.start(discord);

    @BeforeEach
    void logIn() {
        await("a login", () -> jda.status() == JDA.Status.CONNECTED);
    }

    @AfterEach
    void close() {
        jda.close();
        discord.close();
    }

    private void says(String text) {
        discord.says(ADA, CHANNEL, text);
    }

    private List<String> heard() {
        return jda.heard(MessageReceivedEvent.class).stream()
                .map(event -> event.getMessage().getContentRaw())
                .toList();
    }

    private void awaitHeard(String text) {
        await(text, () -> heard().contains(text));
    }

    private void awaitRecreated() {
        await("a new session", () -> !jda.heard(SessionRecreateEvent.class).isEmpty());
    }

    private void await(String what, BooleanSupplier condition) {
        discord.await(what, condition);
    }

    @Test
    void login_isAnIdentifyWithTheIntents_andGuildsFollow() {
        assertThat(gateway.identifies()).hasSize(1);
        assertThat(gateway.identifies().getFirst().intents()).isEqualTo(37_377);
        assertThat(gateway.identifies().getFirst().data().has("token")).isFalse();
        assertThat(jda.heard(RawGatewayEvent.class))
                .extracting(RawGatewayEvent::getType)
                .containsSubsequence("READY", "GUILD_CREATE");
        assertThat(discord.violations()).isEmpty();
    }

    @Test
    void message_isHeardByListenersAndRaw() {
        says("hello");
        awaitHeard("hello");

        await(
                "the raw event",
                () ->
                        jda.heard(RawGatewayEvent.class).stream()
                                .anyMatch(event ->
                                        event.getType().equals("MESSAGE_CREATE")
                                                && event.getPayload()
                                                        .getString("content")
                                                        .equals("hello")));
    }

    @Test
    void messages_inThreadsAndDirect_areHeardWithTheirChannels() {
        long root = discord.says(ADA, CHANNEL, "root");
        long thread = discord.startsThread(ADA, CHANNEL, root, "Thread");
        discord.says(ADA, thread, "in the thread");
        discord.says(ADA, discord.dmOf(ADA), "direct");
        awaitHeard("in the thread");
        awaitHeard("direct");

        assertThat(jda.heard(MessageReceivedEvent.class))
                .extracting(
                        event -> event.getMessage().getContentRaw() + " " + event.getChannelType())
                .contains("in the thread GUILD_PUBLIC_THREAD", "direct PRIVATE");
    }

    @Test
    void landscape_changingMeanwhile_isToldToo() {
        discord.addGuild(101, "Other").addChannel(101, 301, "there", ChannelKind.TEXT);
        discord.addMember(101, ADA, "Ada").says(ADA, 301, "hello there");
        awaitHeard("hello there");
        discord.leaves(101);
        await("a farewell", () -> !jda.heard(GuildLeaveEvent.class).isEmpty());

        assertThat(jda.heard(GuildJoinEvent.class)).hasSize(1);
        assertThat(jda.shard().getGuilds()).hasSize(1);
    }

    @Test
    void reconnect_isResumed_andWhatHappensMeanwhileIsReplayed() {
        gateway.hold(true);
        says("one");
        gateway.reconnect();
        gateway.awaitResumes(1);
        gateway.hold(false);
        says("two");
        awaitHeard("two");

        assertThat(heard()).containsExactlyInAnyOrder("one", "two");
        assertThat(gateway.resumes().getFirst().replayed()).isEqualTo(1);
        assertThat(jda.heard(SessionResumeEvent.class)).hasSize(1);
        assertThat(gateway.sessions()).isEqualTo(1);
    }

    @Test
    void drop_isResumed_andNothingIsLost() {
        gateway.drop();
        says("hello");
        awaitHeard("hello");

        assertThat(gateway.everConnected()).isEqualTo(2);
        assertThat(gateway.sessions()).isEqualTo(1);
    }

    @Test
    void invalidSession_resumable_isResumed() {
        gateway.invalidate(true);
        gateway.awaitResumes(1);
        says("hello");
        awaitHeard("hello");

        assertThat(gateway.sessions()).isEqualTo(1);
    }

    @Test
    void invalidSession_forGood_isIdentifiedAnew_andWhatHappensMeanwhileIsLost() {
        gateway.invalidate(false);
        says("lost");
        awaitRecreated();
        says("hello");
        awaitHeard("hello");

        assertThat(heard()).containsExactly("hello");
        assertThat(gateway.identifies()).hasSize(2);
    }

    @Test
    void forget_isFoundOutByTheResume() {
        gateway.forget();
        gateway.drop();
        awaitRecreated();

        assertThat(gateway.resumes()).extracting(Resume::replayed).containsExactly(-1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1000, 1001, 4000, 4001, 4008})
    void close_passing_isResumed(int code) {
        gateway.close(code);
        gateway.awaitResumes(1);
        says("hello");
        awaitHeard("hello");

        assertThat(gateway.sessions()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {4007, 4009})
    void close_thatEndsTheSession_isIdentifiedAnew(int code) {
        gateway.close(code);
        awaitRecreated();

        assertThat(gateway.sessions()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {4004, 4010, 4011, 4013, 4014})
    void close_forGood_shutsTheBotDown(int code) {
        gateway.close(code);
        await("the end", () -> !jda.heard(ShutdownEvent.class).isEmpty());

        assertThat(jda.heard(ShutdownEvent.class).getFirst().getCode()).isEqualTo(code);
        assertThat(gateway.everConnected()).isEqualTo(1);
    }

    @Test
    void silence_isNoticedByHeartbeats_andNothingIsLost() {
        gateway.heartbeatEvery(Duration.ofMillis(100));
        gateway.reconnect();
        gateway.awaitResumes(1);
        gateway.awaitListening();
        gateway.silence();
        says("hello");
        awaitHeard("hello");

        assertThat(gateway.everConnected()).isEqualTo(3);
    }

    @Test
    void heartbeats_unacknowledged_moveTheConnection() {
        gateway.heartbeatEvery(Duration.ofMillis(100));
        gateway.acknowledges(false);
        gateway.reconnect();
        await("a third connection", () -> gateway.everConnected() >= 3);
        gateway.heal();
        says("hello");
        awaitHeard("hello");
    }

    @Test
    void heartbeat_askedFor_isSentAtOnce() {
        int before = gateway.heartbeats();
        gateway.askHeartbeat();
        await("a heartbeat", () -> gateway.heartbeats() > before);
    }

    @Test
    void outage_refusedOrDropped_endsWithAResume() {
        gateway.refuse();
        says("refused");
        assertThat(gateway.connections()).isZero();
        gateway.heal();
        awaitHeard("refused");

        gateway.dropAll();
        int before = gateway.everConnected();
        says("dropped");
        await("a try", () -> gateway.everConnected() > before);
        gateway.heal();
        awaitHeard("dropped");
        assertThat(gateway.sessions()).isEqualTo(1);
    }
}
