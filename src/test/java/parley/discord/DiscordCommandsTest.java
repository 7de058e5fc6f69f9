package parley.discord;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import parley.chat.Author;
import parley.chat.Command;
import parley.chat.Standing;
import parley.testing.RecordedLog;
import parley.testing.discord.ChannelKind;
import parley.testing.discord.FakeDiscord;
import parley.testing.discord.Fault;
import parley.testing.discord.Interaction;
import parley.testing.discord.Permission;

/** Slash commands from Discord's composer to the answer that one person sees, through JDA. */
final class DiscordCommandsTest {
    private static final Map<String, String> NOTHING = Map.of();

    private DiscordSurfacesRig rig;
    private FakeDiscord discord;
    private Set<String> expected = Set.of();

    @BeforeEach
    void start() {
        discord =
                FakeDiscord.start()
                        .addGuild(100, "Acme")
                        .addMember(100, 1, "Ada", Permission.MANAGE_GUILD)
                        .addMember(100, 2, "Bob")
                        .addChannel(100, 300, "general", ChannelKind.TEXT);
        rig = DiscordSurfacesRig.start(discord);
    }

    @AfterEach
    void close() {
        assertThat(discord.violations())
                .filteredOn(violation -> !expected.contains(violation.rule()))
                .isEmpty();
        assertThat(discord.rateLimited()).isEmpty();
        rig.close();
    }

    private Interaction answered(Interaction typed, int messages) {
        discord.await(
                "the answer", () -> !typed.thinking() && typed.privateTexts().size() >= messages);
        return typed;
    }

    private int callbacks() {
        return discord.calls("POST", "interactions/{i}/{t}/callback").size();
    }

    @Test
    void command_byWhoManagesTheServer_isRunAndAnsweredPrivately() {
        rig.reply = _ -> "**engineer** answers in this channel.";

        Interaction typed =
                discord.command(
                        1, 300, "persona", "set", Map.of("name", "engineer", "for", "channel"));

        assertThat(answered(typed, 1).privateTexts())
                .containsExactly("**engineer** answers in this channel.");
        assertThat(rig.commands)
                .containsExactly(
                        new Command(
                                DiscordIds.thread(100, 300, 1).channel(),
                                Optional.empty(),
                                new Author(DiscordIds.user(1), "Ada"),
                                Standing.ADMIN,
                                "/persona set engineer for channel"));
        assertThat(discord.messages(300)).isEmpty();
    }

    @Test
    void command_thatDiscordDoesNotShow_bearsNoRights() {
        Interaction typed = discord.forces(2, 300, "persona", "set", Map.of("name", "engineer"));
        answered(typed, 1);

        assertThat(rig.commands)
                .singleElement()
                .satisfies(command -> {
                    assertThat(command.admin()).isFalse();
                    assertThat(command.author().name()).isEqualTo("Bob");
                });
    }

    @Test
    void command_inAThread_namesTheThreadAndTheChannelAbove() {
        long thread = discord.startsThread(2, 300, 0, "Deploys");

        answered(discord.command(1, thread, "persona", "reset", Map.of("for", "thread")), 1);

        assertThat(rig.commands)
                .singleElement()
                .satisfies(command -> {
                    assertThat(command.thread()).hasValue(DiscordIds.thread(100, 300, thread));
                    assertThat(command.channel()).hasToString("discord/100/300");
                    assertThat(command.text()).isEqualTo("/persona reset for thread");
                });
    }

    @Test
    void command_inDirectMessages_isNobodysWhoAdministers() {
        long direct = discord.dmOf(1);

        answered(discord.command(1, direct, "parley", "status", NOTHING), 1);

        assertThat(rig.commands)
                .singleElement()
                .satisfies(command -> {
                    assertThat(command.admin()).isFalse();
                    assertThat(command.thread()).hasValue(DiscordIds.direct(direct));
                    assertThat(command.text()).isEqualTo("/status");
                });
    }

    @Test
    void answer_longerThanAMessage_comesWholeInSeveral() {
        rig.reply = _ -> "```markdown\n" + "a line of the prompt\n".repeat(300) + "```";

        Interaction typed = discord.command(2, 300, "parley", "help", NOTHING);
        answered(typed, 4);

        assertThat(typed.privateTexts())
                .hasSize(4)
                .allSatisfy(text -> assertThat(text).hasSizeBetween(1, 2_000).endsWith("```"));
        assertThat(String.join("\n", typed.privateTexts()).lines())
                .filteredOn(line -> line.equals("a line of the prompt"))
                .hasSize(300);
        assertThat(typed.publicTexts()).isEmpty();
    }

    @Test
    void answer_longerThanAnybodyReads_isAFile() {
        rig.reply = _ -> "word ".repeat(5_000);

        Interaction typed = discord.command(2, 300, "parley", "help", NOTHING);
        answered(typed, 2);

        assertThat(typed.privateTexts()).hasSize(2);
        assertThat(typed.privateTexts().getLast()).isEqualTo("The whole of it is in this file.");
    }

    @Test
    void answer_fullOfMentions_pingsNobody() {
        rig.reply = _ -> "@everyone <@1> <@&100> " + "word ".repeat(500) + "@here <@2>";

        answered(discord.command(2, 300, "parley", "help", NOTHING), 2);

        assertThat(discord.notified()).isEmpty();
    }

    @Test
    void command_thatFails_saysSo() {
        rig.reply =
                _ -> {
                    throw new IllegalStateException("disk full");
                };

        Interaction typed = answered(discord.command(2, 300, "parley", "help", NOTHING), 1);

        assertThat(typed.privateTexts())
                .singleElement()
                .asString()
                .startsWith("Something went wrong on my side")
                .doesNotContain("disk");
    }

    @Test
    void command_discordNoLongerWaits_isNotRun() {
        discord.faults()
                .next(
                        "POST",
                        "interactions/{i}/{t}/callback",
                        new Fault.Refused(404, 10_062, "Unknown interaction"));
        discord.command(1, 300, "persona", "set", Map.of("name", "engineer"));
        discord.await("the refusal", () -> callbacks() == 1);

        answered(discord.command(1, 300, "persona", "list", NOTHING), 1);

        assertThat(rig.commands).extracting(Command::text).containsExactly("/persona list");
    }

    @Test
    void command_ofBefore_isAnsweredPolitely() {
        Outcome<JsonNode> other =
                rig.rest()
                        .send(
                                "PUT",
                                "applications/" + discord.applicationId() + "/commands",
                                "[{\"name\":\"ping\",\"description\":\"Pong.\"}]");
        assertThat(other).isInstanceOf(Outcome.Done.class);

        Interaction typed = answered(discord.command(2, 300, "ping", "", NOTHING), 1);

        assertThat(typed.privateTexts())
                .containsExactly(
                        "I do not know this command any more. `/parley help` lists them all.");
        assertThat(rig.commands).isEmpty();
    }

    @Test
    void command_receiptOfThePromiseIsLost_isRunOnce() {
        expected = Set.of("40060"); // JDA asks again.
        discord.faults().next("POST", "interactions/{i}/{t}/callback", new Fault.EffectThenReset());

        Interaction typed = answered(discord.command(2, 300, "parley", "help", NOTHING), 1);

        assertThat(typed.privateTexts()).containsExactly("Done.");
        assertThat(rig.commands).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("faults")
    void command_discordFails_isLoggedWithoutTheToken(Fault fault) {
        discord.faults().always("POST", "interactions/{i}/{t}/callback", fault);
        try (RecordedLog log = RecordedLog.of(Whisper.class)) {
            Interaction typed = discord.command(2, 300, "parley", "help", NOTHING);
            discord.await("a line", () -> !log.lines().isEmpty());

            assertThat(log.lines())
                    .singleElement()
                    .asString()
                    .startsWith("Discord did not take the promise of an answer: ")
                    .doesNotContain(typed.payload().path("token").asText());
        }
        assertThat(rig.commands).isEmpty();
    }

    static Stream<Fault> faults() {
        return Stream.of(
                new Fault.Reset(),
                new Fault.RateLimited(2),
                new Fault.Refused(404, 10_062, "Unknown interaction"));
    }
}
