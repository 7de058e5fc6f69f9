package parley.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import parley.chat.Author;
import parley.chat.Inbound;
import parley.chat.Receipt;
import parley.chat.ThreadId;
import parley.testing.discord.ChannelKind;
import parley.testing.discord.FakeDiscord;
import parley.testing.discord.FakeFile;
import parley.testing.discord.Fault;
import parley.testing.discord.Interaction;
import parley.testing.discord.Permission;

/** "Ask Parley about this", from the menu of a message to the question in its thread. */
final class AskWindowTest {
    private static final String MENU = "Ask Parley about this";

    private DiscordSurfacesRig rig;
    private FakeDiscord discord;

    @BeforeEach
    void start() {
        discord =
                FakeDiscord.start()
                        .addGuild(100, "Acme")
                        .addMember(100, 1, "Ada")
                        .addMember(100, 2, "Bob")
                        .addChannel(100, 300, "general", ChannelKind.TEXT);
        rig = DiscordSurfacesRig.start(discord);
    }

    @AfterEach
    void close() {
        assertThat(discord.violations()).isEmpty();
        assertThat(discord.notified()).isEmpty();
        rig.close();
    }

    private Interaction open(long channel, long message) {
        Interaction chosen = discord.menu(2, channel, message, MENU);
        discord.await("the window", () -> chosen.modal().isPresent() && rig.heard(chosen));
        return chosen;
    }

    private Interaction submit(Interaction window, String question) {
        Interaction sent = discord.submits(window, Map.of("question", question));
        discord.await("an answer", () -> sent.acknowledged() && !sent.thinking());
        return sent;
    }

    private Inbound.Mention asked() {
        return (Inbound.Mention) rig.accepted.getFirst();
    }

    private String lastLine(long channel) {
        return discord.messages(channel).getLast().content();
    }

    @Test
    void submitted_aboutAMessage_asksInTheThreadThatIsMadeFromIt() {
        long message = discord.says(1, 300, "Deploy <@2> broke", FakeFile.text("log.txt", "x"));

        Interaction window = open(300, message);
        Interaction sent = submit(window, "What  should\nI do?");

        assertThat(window.modal().orElseThrow().toString()).contains("> Deploy <@2> broke");
        assertThat(rig.accepted).hasSize(1);
        assertThat(asked().thread()).isEqualTo(DiscordIds.thread(100, 300, message));
        assertThat(asked().author()).isEqualTo(new Author(DiscordIds.user(2), "Bob"));
        assertThat(asked().message()).isEqualTo(DiscordIds.message(300, sent.id()));
        assertThat(asked().text())
                .isEqualTo(
                        "What  should\nI do?\n\nI mean this message of Ada:\n> Deploy @Bob broke");
        assertThat(asked().files())
                .singleElement()
                .satisfies(file -> assertThat(file.name()).isEqualTo("log.txt"));
        assertThat(rig.asked).containsExactly(asked());
        assertThat(sent.privateTexts()).containsExactly("I answer in <#" + message + ">.");
        assertThat(discord.thread(message).orElseThrow().name()).isEqualTo("What should I do?");
        assertThat(lastLine(message)).isEqualTo("-# Bob asked Parley: What should I do?");
    }

    @Test
    void submitted_nothingTypedInAThread_asksToExplainThere() {
        long thread = discord.startsThread(1, 300, 0, "Deploys");
        long message = discord.says(1, thread, "It failed: exit 3");

        Interaction sent = submit(open(thread, message), "");

        assertThat(asked().thread()).isEqualTo(DiscordIds.thread(100, 300, thread));
        assertThat(asked().text())
                .startsWith("Explain this message.\n\nI mean this message of Ada:")
                .endsWith("> It failed: exit 3");
        assertThat(sent.privateTexts()).containsExactly("I answer here.");
        assertThat(lastLine(thread)).isEqualTo("-# Bob asked Parley: Explain this message.");
    }

    @Test
    void submitted_inDirectMessages_asksThere() {
        long direct = discord.dmOf(2);
        long message = discord.says(2, direct, "hello");

        assertThat(submit(open(direct, message), "Why?").privateTexts())
                .containsExactly("I answer here.");
        assertThat(asked().thread()).isEqualTo(DiscordIds.direct(direct));
    }

    @Test
    void submitted_aboutAnAnswerInTheChannel_goesOnInItsThread() {
        ThreadId thread = DiscordIds.thread(100, 300, 4711);
        long message = discord.says(1, 300, "Because.");
        rig.answers.put(DiscordIds.message(300, message), thread);
        rig.newest.put(thread, DiscordIds.message(300, message));

        assertThat(submit(open(300, message), "Why?").privateTexts())
                .containsExactly("I answer here.");
        assertThat(asked().thread()).isEqualTo(thread);
    }

    @Test
    void submitted_twice_isOneQuestion() {
        long thread = discord.startsThread(1, 300, 0, "Deploys");
        Interaction window = open(thread, discord.says(1, thread, "hello"));

        submit(window, "Why?");
        submit(window, "Why?");

        assertThat(rig.accepted).hasSize(1);
        assertThat(rig.asked).hasSize(1);
        assertThat(discord.messages(thread)).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource(names = {"OVERLOADED", "REFUSED"})
    void submitted_inboxFull_saysSo(Receipt receipt) {
        rig.receipt = _ -> receipt;
        long message = discord.says(1, 300, "hello");

        assertThat(submit(open(300, message), "Why?").privateTexts())
                .singleElement()
                .asString()
                .startsWith("Too many questions are waiting");
        assertThat(discord.messages(300)).hasSize(1);
    }

    @Test
    void chosen_whereAnswersAreOff_opensNothingAndSaysSo() {
        rig.listens = false;
        Interaction chosen = discord.menu(2, 300, discord.says(1, 300, "hello"), MENU);
        discord.await("an answer", chosen::acknowledged);

        assertThat(chosen.modal()).isEmpty();
        assertThat(chosen.privateTexts())
                .singleElement()
                .asString()
                .startsWith("I am switched off in this channel");
    }

    @Test
    void submitted_afterAnswersWereSwitchedOff_saysSo() {
        long message = discord.says(1, 300, "hello");
        Interaction window = open(300, message);
        rig.receipt = _ -> Receipt.IGNORED;

        assertThat(submit(window, "Why?").privateTexts())
                .singleElement()
                .asString()
                .startsWith("I am switched off in this channel");
        assertThat(discord.messages(300)).hasSize(1);
        assertThat(rig.asked).isEmpty();
    }

    @Test
    void submitted_storeFails_saysSo() {
        rig.receipt =
                _ -> {
                    throw new IllegalStateException("disk full");
                };
        long message = discord.says(1, 300, "hello");

        assertThat(submit(open(300, message), "Why?").privateTexts())
                .singleElement()
                .asString()
                .startsWith("Something went wrong on my side")
                .doesNotContain("disk");
        assertThat(rig.asked).isEmpty();
    }

    @Test
    void submitted_lineCannotBePosted_asksAllTheSame() {
        long thread = discord.startsThread(1, 300, 0, "Deploys");
        Interaction window = open(thread, discord.says(1, thread, "hello"));
        discord.faults().next("POST", "channels/{c}/messages", new Fault.RateLimited(30));

        assertThat(submit(window, "Why?").privateTexts()).containsExactly("I answer here.");
        assertThat(rig.accepted).hasSize(1);
        assertThat(discord.messages(thread)).hasSize(1);
    }

    @Test
    void submitted_hoursLater_asksDiscordForTheMessage() {
        Interaction window =
                open(300, discord.says(1, 300, "hello", FakeFile.text("log.txt", "x")));
        rig.ticker.advance(java.time.Duration.ofHours(2));

        submit(window, "Why?");

        assertThat(asked().text()).isEqualTo("Why?\n\nI mean this message of Ada:\n> hello");
        assertThat(asked().files()).hasSize(1);
    }

    @Test
    void submitted_messageForgottenAndGone_saysSo() {
        long message = discord.says(1, 300, "hello");
        Interaction window = open(300, message);
        rig.ticker.advance(java.time.Duration.ofHours(2));
        discord.deletes(300, message);

        assertThat(submit(window, "Why?").privateTexts())
                .singleElement()
                .asString()
                .startsWith("I cannot find that message any more");
        assertThat(rig.accepted).isEmpty();
    }

    @Test
    void chosen_whereTheBotMayNotWrite_saysWhatToDo() {
        long message = discord.says(1, 300, "hello");
        discord.deny(300, Permission.SEND_MESSAGES, Permission.SEND_MESSAGES_IN_THREADS);
        discord.await(
                "the news",
                () -> !rig.permissions(300).contains(net.dv8tion.jda.api.Permission.MESSAGE_SEND));

        Interaction chosen = discord.menu(2, 300, message, MENU);
        discord.await("an answer", chosen::acknowledged);

        assertThat(chosen.modal()).isEqualTo(Optional.empty());
        assertThat(chosen.privateTexts())
                .singleElement()
                .asString()
                .startsWith("I cannot write here.");
    }
}
