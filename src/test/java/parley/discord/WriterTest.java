package parley.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static parley.discord.WriterRig.ANN;
import static parley.discord.WriterRig.CHANNEL;
import static parley.discord.WriterRig.growing;
import static parley.discord.WriterRig.whole;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import parley.chat.Inbound;
import parley.chat.MessageId;
import parley.chat.SendResult;
import parley.chat.Write;
import parley.responder.MessageSplitter;
import parley.responder.Part;
import parley.testing.discord.Permission;
import parley.testing.discord.ShownMessage;

/** How answers come into their threads when nothing goes wrong. */
final class WriterTest {
    private static final String PINGS =
            "@everyone @here <@%d> <@!%d> <@&%d> <@&%d>"
                    .formatted(ANN, ANN, WriterRig.GUILD, 4_000);

    private final WriterRig rig = new WriterRig();

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void answer_standsInAThreadNamedAfterItsQuestion() {
        MessageId id = rig.posted(growing("One"));
        rig.edit(id, growing("One two"));
        assertThat(rig.edit(id, whole("One two three"))).isEqualTo(new SendResult.Sent(id));

        assertThat(rig.answer().text()).isEqualTo("One two three");
        assertThat(rig.answer().notes()).containsExactly("a note", "default · 3 s");
        assertThat(rig.answer().suppressesEmbeds()).isTrue();
        assertThat(rig.discord.thread(rig.question).orElseThrow().name()).isEqualTo("what is up?");
        assertThat(rig.called())
                .containsExactly(
                        "GET message",
                        "POST threads",
                        "POST messages",
                        "PATCH message",
                        "PATCH message");
        rig.assertLawful();
    }

    @Test
    void question_thatWasAccepted_hasItsThreadBeforeTheAnswer() {
        rig.output().asked(said());

        rig.discord.await("the thread", () -> rig.discord.thread(rig.question).isPresent());
        rig.posted(whole("One"));

        assertThat(rig.called()).containsExactly("POST threads", "POST messages");
    }

    private Inbound.Said said() {
        return new Inbound.Mention(
                new parley.chat.EventId("message." + rig.question),
                rig.thread,
                new parley.chat.Author(WriterRig.ASKER, "Ann"),
                DiscordIds.madeAt(rig.question),
                DiscordIds.message(CHANNEL, rig.question),
                "what is up?",
                List.of());
    }

    @Test
    void mentionsInAnAnswer_wakeNobody_onCreateAndOnEdit() {
        rig.discord.addRole(WriterRig.GUILD, 4_000, "team");
        rig.discord.botRole(WriterRig.GUILD, Permission.values());

        MessageId id = rig.posted(growing(PINGS));
        rig.edit(id, growing(PINGS + " more " + PINGS));
        rig.edit(id, whole("none"));
        rig.edit(id, whole(PINGS));

        assertThat(rig.answer().text()).isEqualTo(PINGS);
        rig.assertLawful();
    }

    @Test
    void replyInTheChannel_wakesNobody() {
        rig.discord.deny(CHANNEL, Permission.CREATE_PUBLIC_THREADS);

        MessageId id = rig.posted(growing(PINGS));
        rig.edit(id, whole(PINGS + " more"));

        rig.assertLawful();
    }

    @Test
    void deletedMessage_goes() {
        MessageId id = rig.posted(growing("One"));

        assertThat(rig.write(new Write.Delete(id))).isEqualTo(new SendResult.Sent(id));

        assertThat(rig.answers()).isEmpty();
        rig.assertLawful();
    }

    @Test
    void longAnswerWithALongCodeBlock_isTheModelsTextWhenJoined() {
        String code = "int x = 1; // ünïcode\n".repeat(140);
        String text =
                "word ".repeat(300) + "\n\n```java\n" + code + "```\n\n" + "- item\n".repeat(200);
        List<Part> parts = new MessageSplitter(DiscordLimits.MESSAGE_LENGTH).split(text);

        for (int i = 0; i < parts.size(); i++) {
            rig.posted(WriterRig.part(i, parts.get(i).shown()));
        }

        List<String> shown = rig.answers().stream().map(ShownMessage::content).toList();
        assertThat(shown)
                .isEqualTo(parts.stream().map(part -> part.shown().strip()).toList())
                .allSatisfy(content -> assertThat(fences(content) % 2).isZero());
        assertThat(parts.stream().map(Part::source).collect(Collectors.joining())).isEqualTo(text);
        rig.assertLawful();
    }

    private static long fences(String content) {
        return content.lines().filter(line -> line.startsWith("```")).count();
    }
}
