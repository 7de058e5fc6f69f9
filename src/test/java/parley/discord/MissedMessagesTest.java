package parley.discord;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import parley.adapter.CatchUp;
import parley.adapter.Finds;
import parley.testing.Gate;
import parley.testing.RecordedLog;
import parley.testing.discord.Fault;
import parley.testing.discord.Permission;

final class MissedMessagesTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration AT_ONCE = Duration.ofMillis(1);

    private final PastRig rig = new PastRig();
    private final TakenPast taken = new TakenPast(rig.discord.mention());
    private final List<Rooms.Room> rooms = new CopyOnWriteArrayList<>();
    private final RecordedLog log = RecordedLog.of(CatchUp.class);
    private final List<PatientReader> readers = new CopyOnWriteArrayList<>();
    private final PastStore store = new PastStore();
    private final CatchUp catchUp = catchUp(HOUR, AT_ONCE);

    @AfterEach
    void close() {
        readers.forEach(PatientReader::close);
        catchUp.close();
        log.close();
        rig.close();
    }

    private CatchUp catchUp(Duration longest, Duration pace) {
        var reader = new PatientReader(rig.calls, pace);
        readers.add(reader);
        return new CatchUp(
                "Discord",
                new MissedMessages(
                        reader, () -> List.copyOf(rooms), store, taken, longest, rig::now),
                longest,
                rig::now,
                _ -> Duration.ZERO);
    }

    private long says(long channel, String text) {
        long id = rig.says(PastRig.ANN, channel, text);
        rooms.removeIf(room -> room.channel() == channel);
        rooms.add(new Rooms.Room(channel, PastRig.GUILD, id));
        return id;
    }

    private void since(Instant moment) {
        catchUp.since(moment);
        awaitSearches(1);
    }

    private void awaitSearches(int many) {
        rig.discord.await(many + " searches", () -> log.lines().size() >= many);
    }

    private void awaitSearchWhileTimeGoesOn() {
        rig.discord.await(
                "a search, while time goes on",
                () -> {
                    rig.advance(Duration.ofMillis(100));
                    return !log.lines().isEmpty();
                });
    }

    @Test
    void since_aStart_findsWhatIsYoungEnough() {
        says(PastRig.CHANNEL, "too old");
        rig.advance(HOUR);
        says(PastRig.CHANNEL, "first");
        long last = says(PastRig.CHANNEL, "second");
        says(PastRig.OTHER, "elsewhere");

        since(Instant.EPOCH);

        assertThat(taken.said()).containsExactly("elsewhere", "first", "second");
        JsonNode second = taken.found.getLast();
        assertThat(second.path("id").asLong()).isEqualTo(last);
        assertThat(second.path("channel_id").asLong()).isEqualTo(PastRig.CHANNEL);
        assertThat(second.path("guild_id").asText()).isEqualTo("1000");
        assertThat(log.lines())
                .containsExactly(
                        "Looked in Discord for messages since "
                                + rig.now().minus(HOUR)
                                + "; channels read: 2, questions taken: 0, passed over: 0, channels"
                                + " not read to the end: 0");
        assertThat(rig.discord.violations()).isEmpty();
    }

    @Test
    void since_aStart_looksFirstWhereTheNewestIsNotKnown() {
        says(PastRig.CHANNEL, "missed");
        store.remember(PastRig.OTHER, says(PastRig.OTHER, "known"));

        since(Instant.EPOCH);

        assertThat(taken.said()).containsExactly("missed", "known");
    }

    @Test
    void since_aMoment_findsWhatCameAfterItAndALittleMore() {
        says(PastRig.CHANNEL, "heard long ago");
        rig.advance(Duration.ofMinutes(1));
        says(PastRig.CHANNEL, "perhaps heard");
        Instant heard = rig.now();
        says(PastRig.CHANNEL, "missed");

        since(heard);

        assertThat(taken.said()).containsExactly("perhaps heard", "missed");
    }

    @Test
    void since_roomsWithoutNews_areNotRead() {
        says(PastRig.OTHER, "old");
        rooms.add(new Rooms.Room(PastRig.OTHER + 1, PastRig.GUILD, 0));
        rig.advance(HOUR);
        says(PastRig.CHANNEL, "new");

        since(Instant.EPOCH);

        assertThat(taken.said()).containsExactly("new");
        assertThat(rig.pages()).isEqualTo(1);
    }

    @Test
    void since_directMessages_areFoundWithoutAServer() {
        long direct = rig.discord.dmOf(PastRig.ANN);
        store.directs.add(DiscordIds.direct(direct));
        store.directs.add(DiscordIds.direct(rig.discord.dmOf(PastRig.BOB)));
        rig.says(PastRig.ANN, direct, "just you");

        since(Instant.EPOCH);

        assertThat(taken.said()).containsExactly("just you");
        assertThat(taken.found.getFirst().has("guild_id")).isFalse();
        assertThat(rig.pages()).isEqualTo(2);
    }

    @Test
    void since_moreDirectMessagesThanAreRead_countsTheOthers() {
        for (long person = 5_000; person < 5_203; person++) {
            rig.discord.addMember(PastRig.GUILD, person, "Person " + person);
            store.directs.add(DiscordIds.direct(rig.discord.dmOf(person)));
        }

        catchUp.since(Instant.EPOCH);
        awaitSearchWhileTimeGoesOn();

        assertThat(log.lines().getFirst())
                .contains("channels read: 200")
                .endsWith("not read to the end: 3");
    }

    @Test
    void since_severalPages_areFoundInOrder() {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < 250; i++) {
            all.add("message " + i);
            says(PastRig.CHANNEL, "message " + i);
        }

        since(Instant.EPOCH);

        assertThat(taken.said()).isEqualTo(all);
        assertThat(rig.pages()).isEqualTo(3);
        assertThat(rig.discord.rateLimited()).isEmpty();
    }

    @Test
    void since_aFlood_isReadUpToABound() {
        for (int i = 0; i < 1_001; i++) {
            says(PastRig.CHANNEL, "message " + i);
        }

        since(Instant.EPOCH);

        assertThat(taken.found).hasSize(1_000);
        assertThat(log.lines().getFirst()).endsWith("not read to the end: 1");
    }

    @Test
    void since_whileItIsRead_messagesGrowTooOld() {
        says(PastRig.CHANNEL, "old by then");
        Gate gate = new Gate();
        rig.discord.faults().next("GET", PastRig.MESSAGES, new Fault.Held(gate));
        catchUp.since(Instant.EPOCH);
        gate.awaitReached();
        rig.advance(HOUR.plusSeconds(1));
        gate.open();
        awaitSearches(1);

        assertThat(taken.found).isEmpty();
    }

    @Test
    void refusal_leavesOutThatRoomAlone_andConcludesNothing() {
        says(PastRig.OTHER, "readable");
        store.remember(PastRig.CHANNEL, says(PastRig.CHANNEL, "hidden"));
        rig.advance(Duration.ofMinutes(1));
        rig.discord.deny(PastRig.CHANNEL, Permission.VIEW_CHANNEL);

        since(Instant.EPOCH);

        assertThat(taken.said()).containsExactly("readable");
        assertThat(taken.gone).isEmpty();
        assertThat(rig.pages()).isEqualTo(2);
        assertThat(log.lines().getFirst()).endsWith("not read to the end: 1");
    }

    @Test
    void trouble_isTriedAgain() {
        says(PastRig.CHANNEL, "found all the same");
        rig.discord
                .faults()
                .next("GET", PastRig.MESSAGES, new Fault.Status(503))
                .next("GET", PastRig.MESSAGES, new Fault.RateLimited(0.2))
                .next("GET", PastRig.MESSAGES, new Fault.Malformed());

        catchUp.since(Instant.EPOCH);
        awaitSearchWhileTimeGoesOn();

        assertThat(taken.said()).containsExactly("found all the same");
        assertThat(rig.pages()).isEqualTo(4);
        assertThat(rig.discord.violations()).isEmpty();
    }

    @Test
    void discordAway_isLetBeAfterAWhile() {
        says(PastRig.CHANNEL, "never read");
        for (int i = 0; i < 9; i++) {
            rooms.add(new Rooms.Room(10_000 + i, PastRig.GUILD, DiscordIds.firstAt(rig.now())));
        }
        rig.discord.faults().always("GET", PastRig.MESSAGES, new Fault.RateLimited(600));

        since(Instant.EPOCH);

        assertThat(rig.pages()).isEqualTo(3);
        assertThat(log.lines().getFirst())
                .endsWith(
                        "channels read: 0, questions taken: 0, passed over: 0, channels not read to"
                                + " the end: 10");
    }

    @Test
    void close_endsTheSearch() {
        says(PastRig.OTHER, "never read");
        says(PastRig.CHANNEL, "no longer handed over");
        Gate gate = new Gate();
        rig.discord.faults().next("GET", PastRig.MESSAGES, new Fault.Held(gate));
        catchUp.since(Instant.EPOCH);
        gate.awaitReached();

        readers.forEach(PatientReader::close);
        gate.open();
        catchUp.close();
        awaitSearches(1);
        catchUp.since(Instant.EPOCH);

        assertThat(taken.found).isEmpty();
        assertThat(rig.pages()).isEqualTo(1);
    }

    @Test
    void pace_leavesTheBudgetsToOthers() {
        long begun = System.nanoTime();
        for (int i = 0; i < 4; i++) {
            long thread = rig.discord.startsThread(PastRig.ANN, PastRig.CHANNEL, 0, "thread " + i);
            says(thread, "word " + i);
        }
        try (CatchUp slow = catchUp(HOUR, PatientReader.PACE)) {
            slow.since(Instant.EPOCH);
            awaitSearches(1);
        }

        assertThat(taken.found).hasSize(4);
        assertThat(Duration.ofNanos(System.nanoTime() - begun))
                .isGreaterThan(Duration.ofMillis(800));
    }

    @Test
    void storeAway_isLookedForAgain() {
        long direct = rig.discord.dmOf(PastRig.ANN);
        store.directs.add(DiscordIds.direct(direct));
        rig.says(PastRig.ANN, direct, "just you");
        says(PastRig.CHANNEL, "found");
        store.failsOnce = true;

        catchUp.since(Instant.EPOCH);
        awaitSearches(2);

        assertThat(taken.said()).containsExactly("just you", "found");
    }

    @Test
    void since_beforeTheStoreKnows_findsNothing() {
        says(PastRig.CHANNEL, "perhaps answered");
        rig.advance(Duration.ofSeconds(1));
        store.knownSince = rig.now();
        says(PastRig.CHANNEL, "missed");

        since(Instant.EPOCH);

        assertThat(taken.said()).containsExactly("missed");
    }

    @Test
    void flood_isAnsweredUpToABound_andTheRestIsPassedOver() {
        for (int i = 0; i < Finds.MOST_OF_ROOM + 20; i++) {
            says(PastRig.CHANNEL, rig.discord.mention() + " why " + i + "?");
        }
        says(PastRig.OTHER, rig.discord.mention() + " me too?");

        since(Instant.EPOCH);

        assertThat(taken.found).hasSize(Finds.MOST_OF_ROOM + 1);
        assertThat(taken.declined).hasSize(20);
        assertThat(log.lines().getFirst())
                .endsWith("questions taken: 101, passed over: 20, channels not read to the end: 0");
        assertThat(catchUp.told().orElseThrow()).contains("passed over: 20");
    }

    @Test
    void knownMessages_thatAreGone_areToldOnce() {
        long there = says(PastRig.CHANNEL, "still there");
        long deleted = says(PastRig.CHANNEL, "deleted");
        store.remember(PastRig.CHANNEL, there);
        store.remember(PastRig.CHANNEL, deleted);
        rig.discord.deletes(PastRig.CHANNEL, deleted);
        rig.advance(Duration.ofMinutes(1));
        long newest = says(PastRig.CHANNEL, "newest");
        store.remember(PastRig.CHANNEL, newest + 1);

        since(Instant.EPOCH);

        assertThat(taken.gone).hasSize(1);
        assertThat(taken.changed).containsExactly("still there");
        assertThat(taken.gone.getFirst().path("id").asLong()).isEqualTo(deleted);
        assertThat(taken.gone.getFirst().path("channel_id").asLong()).isEqualTo(PastRig.CHANNEL);
        assertThat(taken.gone.getFirst().path("guild_id").asLong()).isEqualTo(PastRig.GUILD);
    }
}
