package parley.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import net.dv8tion.jda.api.events.RawGatewayEvent;
import net.dv8tion.jda.api.events.guild.GuildUnavailableEvent;
import net.dv8tion.jda.api.events.session.SessionResumeEvent;
import net.dv8tion.jda.api.events.session.ShutdownEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import parley.testing.ManualTicker;
import parley.testing.discord.ChannelKind;
import parley.testing.discord.FakeDiscord;
import parley.testing.discord.RunningJda;

final class AbsencesTest {
    private static final long ADA = 7;
    private static final long CHANNEL = 300;
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private final ManualTicker ticker = new ManualTicker(0);
    private final List<Instant> told = new CopyOnWriteArrayList<>();
    private final FakeDiscord discord =
            FakeDiscord.start()
                    .addGuild(100, "Acme")
                    .addMember(100, ADA, "Ada")
                    .addChannel(100, CHANNEL, "general", ChannelKind.TEXT);
    private final Absences absences = new Absences(told::add, () -> NOON.plusNanos(ticker.nanos()));
    private final RunningJda jda = RunningJda.start(discord, absences);

    @AfterEach
    void close() {
        jda.close();
        discord.close();
    }

    private void awaitTold(int many) {
        discord.await(many + " absences", () -> told.size() >= many);
    }

    /** Something is heard live, a minute after what was before. */
    private void hears(String text) {
        ticker.advance(Duration.ofMinutes(1));
        long events = messages();
        discord.says(ADA, CHANNEL, text);
        discord.await("the message", () -> messages() > events);
    }

    private long messages() {
        return jda.heard(RawGatewayEvent.class).stream()
                .filter(raw -> raw.getType().equals("MESSAGE_CREATE"))
                .count();
    }

    @Test
    void start_isAnAbsenceSinceEver() {
        awaitTold(1);

        assertThat(told).containsExactly(Instant.EPOCH);
    }

    @Test
    void serverWithAnOutageOfItsOwn_missedWhatCameMeanwhile() {
        awaitTold(1);
        ticker.advance(Duration.ofMinutes(3));
        discord.outage(100, true);
        discord.await("the outage", () -> !jda.heard(GuildUnavailableEvent.class).isEmpty());
        ticker.advance(Duration.ofMinutes(5));
        discord.outage(100, false);
        awaitTold(2);

        assertThat(told).containsExactly(Instant.EPOCH, NOON.plus(Duration.ofMinutes(3)));
    }

    @Test
    void newSession_missedWhatCameAfterTheLastEvent() {
        awaitTold(1);
        hears("heard");

        discord.gateway().invalidate(false);
        ticker.advance(Duration.ofMinutes(5));
        awaitTold(2);
        hears("heard again");
        discord.gateway().invalidate(false);
        awaitTold(3);

        assertThat(told)
                .containsExactly(
                        Instant.EPOCH,
                        NOON.plus(Duration.ofMinutes(1)),
                        NOON.plus(Duration.ofMinutes(7)));
    }

    @Test
    void resumedSession_missedNothing() {
        awaitTold(1);
        hears("heard");

        discord.gateway().drop();
        discord.await("a resume", () -> !jda.heard(SessionResumeEvent.class).isEmpty());
        hears("heard after it");
        discord.gateway().invalidate(false);
        awaitTold(2);

        assertThat(told).containsExactly(Instant.EPOCH, NOON.plus(Duration.ofMinutes(2)));
    }

    @Test
    void connectionThatIsOpenedAnew_missedWhatCameAfterTheLastEvent() {
        awaitTold(1);
        hears("heard");
        discord.gateway().close(4011);
        discord.await("its end", () -> !jda.heard(ShutdownEvent.class).isEmpty());
        ticker.advance(Duration.ofMinutes(5));

        try (RunningJda _ = RunningJda.start(discord, absences)) {
            awaitTold(2);
        }

        assertThat(told).containsExactly(Instant.EPOCH, NOON.plus(Duration.ofMinutes(1)));
    }
}
