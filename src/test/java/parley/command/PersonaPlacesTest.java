package parley.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import parley.chat.Author;
import parley.chat.Notice;
import parley.chat.SendResult;
import parley.chat.Standing;
import parley.chat.UserId;
import parley.prompt.BindingScope;
import parley.prompt.PersonaBinding;

/** Setting personas for places and times, taking it back, and how it ends. */
final class PersonaPlacesTest {
    private static final BindingScope CHANNEL =
            new BindingScope.OfChannel(CommandRig.THREAD.channel());

    @TempDir Path folder;
    private CommandRig rig;

    @BeforeEach
    void start() {
        rig = new CommandRig(folder);
    }

    private String inThread(String text) {
        return rig.run(CommandRig.ADA, Standing.ADMIN, Optional.of(CommandRig.THREAD), text).text();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/persona set engineer for thread for 2h",
                "/persona set engineer for 2h for thread",
                "/persona set engineer 2h thread",
                "/persona engineer for thread for 2 hours",
                "/persona engineer for 120m thread"
            })
    void set_placeAndTimeInAnyOrder_bindBoth(String text) {
        assertThat(inThread(text)).contains("answers in this thread for ").contains("until 10:09");
        assertThat(
                        rig.bindings.first(
                                scopes(new BindingScope.OfThread(CommandRig.THREAD)), rig.now))
                .flatMap(PersonaBinding::until)
                .contains(rig.now.plus(Duration.ofHours(2)));
    }

    private static List<BindingScope> scopes(BindingScope scope) {
        return List.of(scope);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    /persona set engineer for 9m             | not for 9 minutes.
                    /persona set engineer for 31d            | for 10 minutes to 30 days, such as `2h`
                    /persona set engineer for 2h for 3h      | A time is written `30m`, `2h` or `3d`.
                    /persona set engineer for thread channel | A time is written
                    /persona set engineer for ever           | I do not know the place `for ever`.
                    /persona set engineer for 999999d        | not for 999999 days.
                    """)
    void set_wrongTime_isAnsweredWithTheMend(String text, String answer) {
        assertThat(rig.asAdmin(text)).contains(answer);
        assertThat(rig.inChannel()).isEqualTo("default");
        assertThat(rig.notices).isEmpty();
    }

    @Test
    void set_forATime_isToldInTheChannelAndAudited() {
        assertThat(rig.asAdmin("/persona set engineer for 2h"))
                .isEqualTo(
                        "From the next question on, **engineer** answers in this channel for 2 hours"
                                + " (until 10:09 UTC).");
        Notice notice = rig.notices.getFirst();

        assertThat(notice.text())
                .isEqualTo(
                        "**Ada Lovelace** set **engineer** for this channel for 2 hours (until"
                                + " 10:09 UTC).");
        assertThat(notice.channel()).isEqualTo(CommandRig.THREAD.channel());
        assertThat(notice.thread()).isEmpty();
        assertThat(notice.choices()).isEmpty();
        assertThat(notice.key()).hasSizeLessThanOrEqualTo(25);
        assertThat(rig.audited())
                .isEqualTo(
                        "ada DONE persona set engineer: for channel:web/parley/incidents, 2 hours");
    }

    @Test
    void set_forAThread_isToldThere() {
        assertThat(inThread("/persona set engineer for thread")).isNotEmpty();

        assertThat(rig.notices.getFirst().thread()).contains(CommandRig.THREAD);
        assertThat(rig.notices.getFirst().text()).endsWith(" for this thread.");
    }

    @Test
    void set_channelWantsNoNotices_isNotTold() {
        rig.silent = true;

        assertThat(rig.asAdmin("/persona set engineer")).isNotEmpty();
        assertThat(rig.notices).isEmpty();
        assertThat(rig.inChannel()).isEqualTo("engineer");
    }

    @Test
    void set_noticeCannotBePosted_holdsAllTheSame() {
        rig.shown = new SendResult.Rejected("not_in_channel");

        assertThat(rig.asAdmin("/persona set engineer")).startsWith("From the next question on");
        assertThat(rig.inChannel()).isEqualTo("engineer");
        assertThat(rig.audited()).startsWith("ada DONE persona set engineer");
    }

    @Test
    void set_byANameWithMarkup_leavesTheNoticeIntact() {
        var eve = new Author(new UserId("eve"), "**E[v](e)`\n@channel");
        rig.run(eve, Standing.ADMIN, Optional.empty(), "/persona set engineer");

        assertThat(rig.notices.getFirst().text())
                .isEqualTo("**E v (e) @channel** set **engineer** for this channel.");
    }

    @Test
    void set_timeOver_isAsBeforeAndToldOnce() {
        rig.asAdmin("/persona set default");
        rig.asAdmin("/persona set engineer for 30m");
        rig.pass(Duration.ofMinutes(29));
        rig.timed.sweep(rig.now);
        assertThat(rig.inChannel()).isEqualTo("engineer");
        assertThat(rig.asMember("/persona")).endsWith(", until 2026-11-21 08:39 UTC.");

        rig.pass(Duration.ofMinutes(1));
        assertThat(rig.inChannel()).isEqualTo("default");
        rig.timed.sweep(rig.now);
        rig.timed.sweep(rig.now);

        assertThat(rig.notices).hasSize(3);
        assertThat(rig.notices.getLast().text())
                .isEqualTo(
                        "The time of **engineer** for this channel is over: **default** answers here"
                                + " now.");
        assertThat(rig.audited())
                .isEqualTo(
                        "parley DONE persona set engineer: the time is over for"
                                + " channel:web/parley/incidents");
    }

    @Test
    void set_forTheWorkspaceForATime_endIsToldWhereItWasSet() {
        rig.asAdmin("/persona set engineer for workspace for 1d");
        rig.pass(Duration.ofDays(1));
        rig.timed.sweep(rig.now);

        assertThat(rig.notices).hasSize(2);
        assertThat(rig.notices.getLast().channel()).isEqualTo(CommandRig.THREAD.channel());
        assertThat(rig.notices.getLast().text()).contains("for this workspace is over");
    }

    @Test
    void sweep_noticeRefused_goesOnWithTheOthers() {
        rig.asAdmin("/persona set engineer for 1h");
        inThread("/persona set engineer for thread for 1h");
        rig.shown = new SendResult.Rejected("gone");
        rig.pass(Duration.ofHours(1));
        rig.timed.sweep(rig.now);

        assertThat(rig.bindings.ended(rig.now)).isEmpty();
        assertThat(rig.notices).hasSize(4);
    }

    @Test
    void sweep_platformAway_tellsAgainUnderTheSameKeyForAnHour() {
        rig.asAdmin("/persona set engineer for 1h");
        rig.shown = new SendResult.Unreachable("away");
        rig.pass(Duration.ofHours(1));
        rig.timed.sweep(rig.now);
        rig.pass(Duration.ofMinutes(1));
        rig.timed.sweep(rig.now);

        assertThat(rig.bindings.ended(rig.now)).hasSize(1);
        assertThat(rig.notices).hasSize(3);
        assertThat(rig.notices.get(1).key())
                .hasSizeLessThanOrEqualTo(25)
                .isEqualTo(rig.notices.get(2).key());
        rig.pass(Duration.ofHours(1));
        rig.timed.sweep(rig.now);
        assertThat(rig.bindings.ended(rig.now)).isEmpty();
        assertThat(rig.audited()).contains("the time is over for");
    }

    @Test
    void sweep_endedBetweenTheLineOfTheAuditAndTheEnd_isWrittenDownOnce() {
        rig.asAdmin("/persona set engineer for 1h");
        rig.pass(Duration.ofHours(1));
        var binding = rig.bindings.ended(rig.now).getFirst();
        rig.timed.sweep(rig.now);
        rig.bindings.bind(binding);
        rig.pass(Duration.ofMinutes(3));
        rig.timed.sweep(rig.now);

        assertThat(rig.audit.newest(CommandRig.WORKSPACE, 10)).hasSize(2);
        assertThat(rig.bindings.ended(rig.now)).isEmpty();
    }

    @Test
    void reset_place_takesBackTimedAndLasting() {
        rig.asAdmin("/persona set engineer");
        rig.asAdmin("/persona set engineer for 1h");

        assertThat(rig.asAdmin("/persona reset"))
                .startsWith("Taken back for this channel. **default** answers here.");
        assertThat(rig.bindings.first(List.of(CHANNEL), rig.now)).isEmpty();
        assertThat(rig.notices.getLast().text())
                .isEqualTo(
                        "**Ada Lovelace** took back what was set for this channel: **default**"
                                + " answers here.");
        assertThat(rig.audited())
                .isEqualTo("ada DONE persona reset channel:web/parley/incidents: ");
    }

    @Test
    void reset_nothingSet_changesNothing() {
        assertThat(rig.asAdmin("/persona reset")).startsWith("Nothing had been set in chat");
        assertThat(rig.notices).isEmpty();
        assertThat(rig.audit.newest(CommandRig.WORKSPACE, 1)).isEmpty();
    }

    @Test
    void reset_nameAndPlace_asksWhichIsMeant() {
        rig.asAdmin("/persona set engineer");
        rig.edit(CommandRig.ADA, "Be brief.", "");

        assertThat(rig.asAdmin("/persona reset engineer for channel"))
                .startsWith("Take back one at a time: ")
                .contains("`/persona reset engineer`")
                .endsWith("Nothing was changed.");
        assertThat(rig.inChannel()).isEqualTo("engineer");
        assertThat(rig.prompt()).isEqualTo("Be brief.");
    }
}
