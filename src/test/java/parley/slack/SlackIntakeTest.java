package parley.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.request.RequestHeaders;
import com.slack.api.bolt.request.builtin.EventRequest;
import com.slack.api.bolt.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import parley.adapter.Errands;
import parley.adapter.Owed;
import parley.chat.Author;
import parley.chat.Command;
import parley.chat.CommandReply;
import parley.chat.Commands;
import parley.chat.Handlers;
import parley.chat.Inbound;
import parley.chat.MessageId;
import parley.chat.Notice;
import parley.chat.Receipt;
import parley.chat.Standing;
import parley.chat.UserId;
import parley.testing.EmptyOverview;
import parley.testing.NoWhereabouts;
import parley.testing.ScriptedCommands;
import parley.testing.slack.Delivery;
import parley.testing.slack.Ephemeral;
import parley.testing.slack.Room;

final class SlackIntakeTest {
    private static final String ADA = "U0ADA00001";
    private static final String BOB = "U0BOB00001";
    private static final String GENERAL = "C0GENERAL1";
    private static final String PERSONA = "persona engineer";

    private final PeopleRig rig = new PeopleRig();
    private final List<Inbound> accepted = new CopyOnWriteArrayList<>();
    private final List<Command> commands = new CopyOnWriteArrayList<>();
    private final List<Inbound.Said> asked = new CopyOnWriteArrayList<>();
    private final App app =
            new App(
                    AppConfig.builder()
                            .slack(rig.api.slack())
                            .singleTeamBotToken(rig.slack.botToken())
                            .allEventsApiAutoAckEnabled(true)
                            .build(),
                    new ArrayList<>());
    private final List<Notice> notices = new CopyOnWriteArrayList<>();
    private final List<Instant> missed = new CopyOnWriteArrayList<>();
    private Receipt receipt = Receipt.ACCEPTED;
    private Instant now = Instant.now();
    private boolean fails;
    private String answer = "done";

    @BeforeEach
    void register() {
        PrivateReply replies = new PrivateReply(rig.api, new Whisper(rig.api));
        new SlackIntake(
                        rig.self,
                        rig.people,
                        replies,
                        new Errands(),
                        (said, _) -> asked.add(said),
                        rig.refusals(replies, notices)::refused,
                        new Owed(missed::add),
                        Optional.of(new Outages(missed::add, () -> now)),
                        rig.ticker)
                .register(
                        app,
                        new Handlers(
                                this::accept,
                                known(),
                                _ -> Optional.empty(),
                                new EmptyOverview(),
                                new NoWhereabouts()));
    }

    @AfterEach
    void close() {
        rig.close();
    }

    private Receipt accept(Inbound event) {
        if (fails) {
            throw new IllegalStateException("the disk is full");
        }
        boolean known =
                accepted.stream()
                        .anyMatch(it ->
                                message(it).isPresent() && message(it).equals(message(event)));
        accepted.add(event);
        return known && receipt == Receipt.OVERLOADED ? Receipt.REFUSED : receipt;
    }

    private static Optional<MessageId> message(Inbound event) {
        return event instanceof Inbound.Said said ? Optional.of(said.message()) : Optional.empty();
    }

    private Commands known() {
        return new ScriptedCommands(
                command -> {
                    commands.add(command);
                    return CommandReply.told(answer);
                },
                words -> words.startsWith("persona "));
    }

    private Response hear(String body) throws Exception {
        return app.run(new EventRequest(body, new RequestHeaders(Map.of())));
    }

    private void hearAgain(Delivery delivery) throws Exception {
        var headers = new RequestHeaders(Map.of("X-Slack-Retry-Num", List.of("1")));
        Response _ = app.run(new EventRequest(delivery.payload().toString(), headers));
    }

    /** Hands in everything that Slack has told so far and not been handed in. */
    private void hearAll(int from) throws Exception {
        for (Delivery delivery : rig.slack.deliveries().subList(from, told())) {
            assertThat(hear(delivery.payload().toString()).getStatusCode()).isEqualTo(200);
        }
    }

    private int told() {
        return rig.slack.deliveries().size();
    }

    @Test
    void mention_withItsTwin_isAcceptedBeforeTheAcknowledgementAndAsksSlackNothing()
            throws Exception {
        String ts = rig.slack.says(ADA, GENERAL, rig.slack.mention() + " hello <@" + BOB + ">");
        hearAll(0);

        assertThat(accepted).hasSize(2).allMatch(Inbound.Mention.class::isInstance);
        assertThat(accepted)
                .extracting(it -> ((Inbound.Said) it).message().value())
                .containsOnly(ts);
        assertThat(accepted).extracting(Inbound::event).doesNotHaveDuplicates();
        assertThat(rig.slack.calls()).isEmpty();
    }

    @Test
    void message_byPersonWhoseNameIsKnown_bearsIt() throws Exception {
        rig.people.author(new UserId(ADA));
        rig.slack.directMessage(ADA, "hello");
        hearAll(0);

        assertThat(accepted.getFirst().author()).isEqualTo(new Author(new UserId(ADA), "Ada"));
        assertThat(asked).hasSize(1);
    }

    @Test
    void edit_andItsMention_areHeardAsSuch() throws Exception {
        String ts = rig.slack.says(ADA, GENERAL, rig.slack.mention() + " one");
        int before = told();
        rig.slack.unfurls(GENERAL, ts);
        rig.slack.edits(GENERAL, ts, rig.slack.mention() + " two");
        rig.slack.deletes(GENERAL, ts);
        hearAll(before);

        assertThat(accepted)
                .extracting(it -> it.getClass().getSimpleName())
                .containsExactly("Edited", "Mention", "Deleted");
        assertThat(((Inbound.Edited) accepted.getFirst()).text()).isEqualTo("two");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bot_message",
                "own_message",
                "channel_join",
                "message_replied",
                "message_changed_own",
                "message_top_level"
            })
    void event_ofNoInterest_isAcknowledgedWithoutAskingSlack(String name) throws Exception {
        String body =
                Recordings.body(name)
                        .replace("T0HOME0001", rig.slack.teamId())
                        .replace("U0PARLEY01", rig.slack.botUserId())
                        .replace("B0PARLEY01", rig.slack.botId());

        assertThat(hear(body).getStatusCode()).isEqualTo(200);
        assertThat(accepted).isEmpty();
        assertThat(rig.slack.calls()).isEmpty();
    }

    @Test
    void event_thatIsNoMessage_goesOnToItsHandler() throws Exception {
        rig.slack.opensHome(ADA, "home");
        hearAll(0);

        assertThat(accepted).isEmpty();
    }

    @Test
    void inbox_thatFails_keepsTheEventFromBeingAcknowledged() {
        App failing =
                new App(AppConfig.builder().slack(rig.api.slack()).build(), new ArrayList<>());
        PrivateReply replies = new PrivateReply(rig.api, new Whisper(rig.api));
        var fault = new IllegalStateException("the disk is full");
        new SlackIntake(
                        rig.self,
                        rig.people,
                        replies,
                        new Errands(),
                        (said, _) -> asked.add(said),
                        _ -> {},
                        new Owed(missed::add),
                        Optional.of(new Outages(missed::add, () -> now)),
                        rig.ticker)
                .register(
                        failing,
                        new Handlers(
                                _ -> {
                                    throw fault;
                                },
                                known(),
                                _ -> Optional.empty(),
                                new EmptyOverview(),
                                new NoWhereabouts()));
        rig.slack.says(ADA, GENERAL, rig.slack.mention() + " hello");
        String body = rig.slack.deliveries().getFirst().payload().toString();

        assertThatThrownBy(() -> failing.run(new EventRequest(body, new RequestHeaders(Map.of()))))
                .isSameAs(fault);
    }

    @Test
    void eventThatComesAgain_showsSinceWhenSomethingMayBeMissing_once() throws Exception {
        Instant start = now;
        rig.slack.says(ADA, GENERAL, rig.slack.mention() + " heard");
        hearAll(0);
        rig.ticker.advance(Duration.ofMinutes(10));
        rig.slack.says(ADA, GENERAL, rig.slack.mention() + " at the second attempt");
        rig.slack.says(ADA, GENERAL, rig.slack.mention() + " so too");
        now = start.plus(Duration.ofMinutes(11));
        for (Delivery delivery : rig.slack.deliveries().subList(2, told())) {
            hearAgain(delivery);
        }

        assertThat(missed).containsExactly(start);
    }

    @ParameterizedTest
    @EnumSource(Receipt.class)
    void whatCouldNotBeStored_isMissedUntilTheInboxTakesSomething(Receipt next) throws Exception {
        receipt = next;
        fails = true;
        String ts = rig.slack.directMessage(ADA, "lost");
        assertThatThrownBy(() -> hearAll(0)).hasMessage("the disk is full");
        assertThat(missed).isEmpty();
        fails = false;
        rig.slack.directMessage(ADA, "taken");
        hearAll(1);

        Instant lost = SlackTime.instant(ts).orElseThrow();
        assertThat(missed).isEqualTo(next == Receipt.IGNORED ? List.of() : List.of(lost));
    }

    @Test
    void stranger_inSharedChannel_isRememberedWithTheirTeam() throws Exception {
        hear(
                Recordings.body("app_mention_connect")
                        .replace("T0HOME0001", rig.slack.teamId())
                        .replace("U0PARLEY01", rig.slack.botUserId()));

        assertThat(rig.people.teamOf(new UserId("W0CAROL001")).value()).isEqualTo("T0OTHER001");
        assertThat(rig.slack.calls()).isEmpty();
    }

    private void awaitEphemerals(String user, int count) {
        rig.slack.await("an ephemeral", () -> rig.slack.ephemerals(user).size() >= count);
    }

    @Test
    void command_inThread_isAnsweredThereForItsAuthorOnceHoweverOftenItComes() throws Exception {
        String root = rig.slack.says(ADA, GENERAL, "root");
        String before = rig.slack.replies(ADA, GENERAL, root, "so");
        int from = told();
        rig.slack.replies(BOB, GENERAL, root, rig.slack.mention() + " " + PERSONA);
        hearAll(from);
        hearAll(from);
        awaitEphemerals(BOB, 1);
        rig.ticker.advance(Duration.ofMinutes(90));
        hearAll(from);

        assertThat(before).isNotEmpty();
        assertThat(accepted).isEmpty();
        assertThat(commands)
                .containsExactly(
                        new Command(
                                rig.thread(GENERAL, root).channel(),
                                Optional.of(rig.thread(GENERAL, root)),
                                new Author(new UserId(BOB), "Bob"),
                                Standing.ADMIN,
                                PERSONA));
        assertThat(rig.slack.ephemerals(BOB))
                .extracting(Ephemeral::text, it -> it.threadTs().orElse(""))
                .containsExactly(tuple("done", root));
        assertThat(rig.slack.violations()).isEmpty();
    }

    @Test
    void command_atTheTopOfAChannel_isAboutTheChannelAndAnsweredThere() throws Exception {
        rig.slack.says(ADA, GENERAL, rig.slack.mention() + " " + PERSONA);
        hearAll(0);
        awaitEphemerals(ADA, 1);

        assertThat(commands.getFirst().thread()).isEmpty();
        assertThat(commands.getFirst().admin()).isFalse();
        assertThat(rig.slack.ephemerals(ADA).getFirst().threadTs()).isEmpty();
    }

    @Test
    void command_changedToAnotherOne_isRunToo() throws Exception {
        String ts = rig.slack.says(ADA, GENERAL, rig.slack.mention() + " " + PERSONA);
        hearAll(0);
        int from = told();
        rig.slack.edits(GENERAL, ts, rig.slack.mention() + " persona poet");
        hearAll(from);
        awaitEphemerals(ADA, 2);

        assertThat(commands)
                .extracting(Command::text)
                .containsExactlyInAnyOrder(PERSONA, "persona poet");
    }

    @Test
    void command_inDirectMessage_isAnsweredInItsThread() throws Exception {
        answer = "words ".repeat(3_000);
        String ts = rig.slack.directMessage(ADA, PERSONA);
        String channel = rig.slack.imOf(ADA);
        hearAll(0);
        rig.slack.await("both parts", () -> rig.slack.answers(channel, ts).size() == 2);

        assertThat(rig.slack.ephemerals(ADA)).isEmpty();
        assertThat(accepted).isEmpty();
        assertThat(rig.slack.violations()).isEmpty();
    }

    @Test
    void words_ofThreadWithoutMention_areNoCommand() throws Exception {
        String root = rig.slack.says(ADA, GENERAL, "root");
        rig.slack.replies(ADA, GENERAL, root, PERSONA);
        hearAll(0);

        assertThat(accepted).hasSize(1).allMatch(Inbound.ThreadReply.class::isInstance);
        assertThat(commands).isEmpty();
    }

    @Test
    void questions_whenTooManyWait_areRefusedInFewSentences() throws Exception {
        receipt = Receipt.OVERLOADED;
        for (int i = 0; i < 100; i++) {
            rig.slack.says(ADA, GENERAL, rig.slack.mention() + " hello " + i);
        }
        hearAll(0);
        awaitEphemerals(ADA, 1);
        rig.ticker.advance(Duration.ofMinutes(1));
        rig.slack.await("the others", () -> notices.size() == 1);

        assertThat(notices.getFirst().text()).startsWith("99 questions here were not taken");
        assertThat(rig.slack.ephemerals(ADA)).hasSize(1);
    }

    @Test
    void question_whenTooManyWait_isRefusedToItsAuthorOnce() throws Exception {
        rig.slack.addChannel("G0SECRET01", "secret", Room.Kind.PRIVATE, ADA);
        receipt = Receipt.OVERLOADED;
        rig.slack.says(ADA, "G0SECRET01", rig.slack.mention() + " hello");
        hearAll(0);
        awaitEphemerals(ADA, 1);
        hearAll(0);
        String ts = rig.slack.directMessage(BOB, "hello");
        hearAll(2);
        rig.slack.await("an answer", () -> rig.slack.answers(rig.slack.imOf(BOB), ts).size() == 1);

        assertThat(rig.slack.ephemerals(ADA))
                .extracting(Ephemeral::text)
                .containsExactly("Too many questions are waiting just now. Ask again in a minute.");
        assertThat(asked).isEmpty();
    }
}
