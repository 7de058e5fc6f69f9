package parley.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static parley.discord.WriterRig.growing;
import static parley.discord.WriterRig.whole;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import parley.chat.MessageId;
import parley.chat.SendResult;

/** How answers come into their threads when nothing goes wrong. */
final class WriterTest {
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
        System.out.println(rig.called());
        rig.assertLawful();
    }
}
