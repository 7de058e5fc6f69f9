package parley.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.chat.Attachment;
import parley.chat.Earlier;
import parley.chat.Inbound;
import parley.chat.Outgoing;
import parley.chat.Receipt;
import parley.claude.ClaudeRequest;
import parley.claude.ContentBlock;
import parley.testing.Gate;
import parley.testing.Samples;
import parley.testing.ScriptedClaude;
import parley.testing.TellingAdapter;

/** The bot is called into a thread that people began without it. */
final class JoinJourneyTest {
    @TempDir Path folder;
    private final ScriptedClaude claude = new ScriptedClaude();
    private final TellingAdapter platform =
            new TellingAdapter(2_000).person("U1", "Ann").person("U2", "Bob");
    private CoreRig core;

    @BeforeEach
    void start() {
        core = new CoreRig(folder, claude, platform);
    }

    @AfterEach
    void close() {
        core.close();
    }

    private void told(Inbound.ThreadReply... messages) {
        platform.earlier(new Earlier.Told(List.of(messages)));
    }

    private static List<String> texts(ClaudeRequest request) {
        return request.messages().stream()
                .flatMap(message -> message.content().stream())
                .map(block -> block instanceof ContentBlock.Text text ? text.text() : "(file)")
                .map(text ->
                        text.replaceAll(
                                "(?s)<message from=\"(.*?)\".*?>\n(.*)\n</message>", "$1: $2"))
                .toList();
    }

    @Test
    void question_inTheMiddle_bringsTheEarlierMessagesOnce() {
        told(core.reply(CoreRig.BOB, "100", "It is down."), core.reply(CoreRig.ANN, "101", "Oh."));
        core.ask(1, core.mention(CoreRig.ANN, "102", "<@U2> is right?"));
        core.ask(2, core.mention(CoreRig.ANN, "103", "And now?"));

        assertThat(texts(claude.requests().get(0)))
                .containsExactly("U2: It is down.", "U1: Oh.", "Ann: @Bob is right?");
        assertThat(texts(claude.requests().get(1)))
                .startsWith("U2: It is down.", "U1: Oh.", "Ann: @Bob is right?", "Answer 1.");
        assertThat(platform.asked()).containsOnlyOnce("earlier 102 50");
        assertThat(platform.shown().statuses()).startsWith("Reading the thread");
    }

    @Test
    void question_thatBeginsItsThread_readsNothing() {
        core.ask(1, core.mention(CoreRig.ANN, "100", "Hello"));

        assertThat(platform.asked()).containsExactly("complete 100");
    }

    @Test
    void earlierMessages_thatCannotBeRead_areMissedInASentence() {
        platform.earlier(new Earlier.Untold("the bot is not a member"));
        Outgoing answer =
                core.ask(
                        1,
                        core.mention(
                                CoreRig.ANN,
                                "102",
                                "Well?",
                                platform.file("x.zip", Samples.zip())));

        String sentence =
                "The earlier messages of this thread could not be read: the bot is not a member.";
        assertThat(answer.text()).isEqualTo("Answer 1.");
        assertThat(answer.note()).get().asString().startsWith(sentence + " The file x.zip");
        assertThat(texts(claude.requests().getFirst()))
                .startsWith("Ann: Well?", "[Parley: " + sentence + "]");
    }

    @Test
    void question_thatWasFoundLate_isMarkedAsLate() {
        var said = core.mention(CoreRig.ANN, "100", "Anybody there?");
        Outgoing answer = core.ask(1, core.late(said, Duration.ofMinutes(23)));

        assertThat(answer.note())
                .contains("This question waited 23 minutes before I could answer it.");
        assertThat(texts(claude.requests().getFirst())).containsExactly("Ann: Anybody there?");
    }

    @Test
    void earlierFiles_areNamedOnly() {
        Attachment plan = platform.file("plan [1].png", Samples.png());
        Inbound.ThreadReply first = core.reply(CoreRig.BOB, "100", "The plan");
        told(
                new Inbound.ThreadReply(
                        first.event(),
                        first.thread(),
                        first.author(),
                        first.at(),
                        first.message(),
                        first.text(),
                        List.of(plan)));
        core.ask(1, core.mention(CoreRig.ANN, "102", "Good?"));

        assertThat(texts(claude.requests().getFirst()))
                .containsExactly(
                        "U2: The plan",
                        "[Parley: the file \"plan 1 .png\" came with this message, before you were"
                                + " asked, and was not read.]",
                        "Ann: Good?");
        assertThat(platform.asked()).noneMatch(call -> call.startsWith("fetch"));
    }

    @Test
    void messageThatIsInTheJournalToo_isNotDoubled() {
        told(core.reply(CoreRig.BOB, "100", "Root"), core.reply(CoreRig.ANN, "102", "Question"));
        core.ask(1, core.mention(CoreRig.ANN, "102", "Question"));

        assertThat(texts(claude.requests().getFirst()))
                .containsExactly("U2: Root", "Ann: Question");
    }

    @Test
    void fiftyMessages_areSaidToBeSomeOnly() {
        Inbound.ThreadReply[] many = new Inbound.ThreadReply[50];
        for (int i = 0; i < 50; i++) {
            many[i] = core.reply(CoreRig.BOB, "m" + i, "Message " + i);
        }
        told(many);
        core.ask(1, core.mention(CoreRig.ANN, "102", "Well?"));

        assertThat(texts(claude.requests().getFirst()))
                .hasSize(52)
                .startsWith(
                        "U2: Message 0",
                        "[Parley: of the messages before you were asked at"
                                + " most 50 are here: the first one and the newest.]",
                        "U2: Message 1");
    }

    @Test
    void earlierMessage_changedWhileItIsBroughtIn_isKnownAsItIsNow() {
        told(core.reply(CoreRig.BOB, "100", "Root"), core.reply(CoreRig.BOB, "101", "Secret"));
        Attachment slow = platform.file("a.py", "1");
        Gate gate = platform.gate(slow);
        Receipt _ = core.accept(core.mention(CoreRig.ANN, "102", "Well?", slow));
        gate.awaitReached();
        core.delete("101");
        core.edit("100", "Root of <@U1>");
        gate.open();
        core.answer(1);

        assertThat(texts(claude.requests().getFirst()))
                .hasSize(3)
                .startsWith("U2: Root of @Ann", "Ann: Well?");
    }

    @Test
    void severalPeopleBefore_meansThatLaterOnesMustNameTheBot() {
        told(core.reply(CoreRig.BOB, "100", "Root"));
        core.ask(1, core.mention(CoreRig.ANN, "102", "Well?"));

        assertThat(core.accept(core.reply(CoreRig.ANN, "103", "Hm."))).isEqualTo(Receipt.NOTED);
        assertThat(Optional.of(claude.requests().size())).contains(1);
    }
}
