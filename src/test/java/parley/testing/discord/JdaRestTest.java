package parley.testing.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.entities.channel.concrete.TextChannel;
import net.dv8tion.jda.api.entities.channel.concrete.ThreadChannel;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.utils.FileUpload;
import net.dv8tion.jda.api.utils.messages.MessageRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the fake answers, read by JDA. */
final class JdaRestTest {
    private static final long GUILD = 100;
    private static final long CHANNEL = 300;
    private static final long ADA = 7;

    private final FakeDiscord discord =
            FakeDiscord.start()
                    .addGuild(GUILD, "Acme")
                    .addMember(GUILD, ADA, "Ada")
                    .addChannel(GUILD, CHANNEL, "general", ChannelKind.TEXT);
    private final RunningJda jda = RunningJda.start(discord);

    @BeforeEach
    void logIn() {
        discord.await("a login", () -> jda.status() == JDA.Status.CONNECTED);
    }

    @AfterEach
    void close() {
        jda.close();
        assertThat(discord.violations()).isEmpty();
        discord.close();
    }

    private TextChannel channel() {
        return jda.shard().getTextChannelById(CHANNEL);
    }

    private static <R extends MessageRequest<R>> R quiet(R request) {
        return request.setAllowedMentions(EnumSet.noneOf(Message.MentionType.class))
                .mentionRepliedUser(false);
    }

    private Message say(String text) {
        return quiet(channel().sendMessage(text)).complete();
    }

    @Test
    void message_isWrittenEditedAndDeleted() {
        Message sent =
                quiet(channel().sendMessage("Hello <@7> @everyone"))
                        .addComponents(ActionRow.of(Button.secondary("parley.stop", "Stop")))
                        .complete();
        assertThat(sent.getAuthor().getIdLong()).isEqualTo(discord.botId());
        assertThat(sent.getMentions().getUsers()).isEmpty();

        quiet(sent.editMessage("Bye")).setComponents().complete();
        assertThat(discord.answers(CHANNEL))
                .extracting(ShownMessage::content, ShownMessage::buttons)
                .containsExactly(tuple("Bye", List.of()));
        sent.delete().complete();
        assertThat(discord.messages(CHANNEL)).isEmpty();
        assertThat(discord.notified()).isEmpty();
    }

    @Test
    void thread_isMadeFromAMessage_andTalkedIn() {
        long question = discord.says(ADA, CHANNEL, discord.mention() + " why?");
        Message asked = channel().retrieveMessageById(question).complete();
        ThreadChannel thread = asked.createThreadChannel("Why?").complete();
        thread.sendTyping().complete();
        assertThat(discord.typing(question)).isTrue();
        quiet(thread.sendMessage("Because")).complete();

        assertThat(thread.getIdLong()).isEqualTo(question);
        assertThat(discord.messages(question))
                .extracting(ShownMessage::content)
                .containsExactly("Because");
        assertThat(thread.getHistory().retrievePast(10).complete()).hasSize(2);
    }

    @Test
    void reply_andHistory_areRead() {
        long question = discord.says(ADA, CHANNEL, "Well?");
        quiet(channel().retrieveMessageById(question).complete().reply("Yes")).complete();

        List<Message> history = channel().getHistory().retrievePast(5).complete();
        assertThat(history).extracting(Message::getContentRaw).containsExactly("Yes", "Well?");
        assertThat(history.getFirst().getReferencedMessage().getIdLong()).isEqualTo(question);
    }

    @Test
    void file_isUploaded_andReadBack() {
        byte[] bytes = "id,name".getBytes(StandardCharsets.UTF_8);
        Message sent = quiet(channel().sendFiles(FileUpload.fromData(bytes, "a b.csv"))).complete();

        assertThat(sent.getAttachments().getFirst().getProxy().download().join())
                .hasBinaryContent(bytes);
        assertThat(discord.answers(CHANNEL).getFirst().files().getFirst().bytes()).isEqualTo(bytes);
    }

    @Test
    void commandsMembersAndDirectMessages_areRead() {
        jda.shard().updateCommands().addCommands(Commands.slash("ask", "Ask")).complete();
        assertThat(discord.commands()).hasSize(1);
        assertThat(jda.shard().retrieveCommands().complete().getFirst().getName()).isEqualTo("ask");
        assertThat(
                        channel()
                                .getGuild()
                                .retrieveMemberById(ADA)
                                .complete()
                                .hasPermission(channel(), Permission.MESSAGE_SEND))
                .isTrue();
        assertThat(jda.shard().openPrivateChannelById(ADA).complete().getIdLong())
                .isEqualTo(discord.dmOf(ADA));
        assertThat(jda.shard().retrieveApplicationInfo().complete().getName()).isEqualTo("Parley");
    }

    @Test
    void rateLimited_bot_waitsAndGoesOn() {
        discord.limits().set("POST", "channels/{c}/messages", 2, Duration.ofMillis(300));
        for (int i = 0; i < 5; i++) {
            say("message " + i);
        }

        assertThat(discord.messages(CHANNEL)).hasSize(5);
        assertThat(discord.rateLimited()).isEmpty();
    }
}
