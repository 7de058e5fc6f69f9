package parley.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parley.testing.discord.ChannelKind;
import parley.testing.discord.FakeDiscord;
import parley.testing.discord.Interaction;
import parley.testing.discord.Permission;

/** {@code /ask}, to the message that is the question. */
final class AskCommandTest {
    private DiscordSurfacesRig rig;
    private FakeDiscord discord;

    @BeforeEach
    void start() {
        discord =
                FakeDiscord.start()
                        .addGuild(100, "Acme")
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

    private Interaction asks(long channel, String question) {
        Interaction typed = discord.command(2, channel, "ask", "", Map.of("question", question));
        discord.await("an answer", typed::acknowledged);
        return typed;
    }

    @Test
    void ask_question_isShownToAllAsItWasTyped() {
        Interaction typed = asks(300, "Why does @everyone <@2> ask?");

        assertThat(typed.publicTexts()).containsExactly("Why does @everyone <@2> ask?");
        assertThat(discord.messages(300)).hasSize(1);
        assertThat(rig.accepted).isEmpty();
    }

    @Test
    void ask_inDirectMessages_isShownThere() {
        assertThat(asks(discord.dmOf(2), "Why?").publicTexts()).containsExactly("Why?");
    }

    @Test
    void ask_nothing_saysSo() {
        Interaction typed = asks(300, " \n ");

        assertThat(typed.privateTexts()).singleElement().asString().startsWith("Ask something");
        assertThat(discord.messages(300)).isEmpty();
    }

    @Test
    void ask_whereAnswersAreOff_saysSoInPrivateAndShowsNothing() {
        rig.listens = false;

        assertThat(asks(300, "Why?").privateTexts())
                .singleElement()
                .asString()
                .startsWith("I am switched off in this channel");
        assertThat(discord.messages(300)).isEmpty();
    }

    @Test
    void ask_whereTheBotMayNotWrite_saysWhatToDo() {
        discord.deny(300, Permission.SEND_MESSAGES, Permission.SEND_MESSAGES_IN_THREADS);
        discord.await("the news", () -> denied(300));

        assertThat(asks(300, "Why?").privateTexts())
                .singleElement()
                .asString()
                .startsWith("I cannot write here.");
    }

    /** JDA learns of it by an event, as everybody does. */
    private boolean denied(long channel) {
        return rig.permissions(channel).stream()
                .noneMatch(net.dv8tion.jda.api.Permission.MESSAGE_SEND::equals);
    }

    @Test
    void ask_whereOnlyThreadsTakeMessages_isAsked() {
        discord.deny(300, Permission.SEND_MESSAGES);
        discord.await("the news", () -> denied(300));

        assertThat(asks(300, "Why?").publicTexts()).containsExactly("Why?");
    }
}
