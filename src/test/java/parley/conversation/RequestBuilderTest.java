package parley.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;
import parley.claude.ClaudeMessage;
import parley.claude.ContentBlock;
import parley.claude.ModelFacts;
import parley.claude.ModelId;
import parley.claude.Role;
import parley.prompt.Persona;
import parley.prompt.PersonaId;

final class RequestBuilderTest {
    private static final Persona PERSONA =
            new Persona(
                    new PersonaId("default"),
                    "",
                    Optional.empty(),
                    1_000,
                    Optional.empty(),
                    OptionalDouble.empty(),
                    List.of(),
                    List.of(),
                    true,
                    List.of(),
                    "prompt",
                    "hash",
                    0);
    private static final ContentBlock.Thinking THOUGHT = new ContentBlock.Thinking("hm", "sig");

    private static RequestBuilder.Built build(String model, String system, Talk talk) {
        var facts = new ModelFacts(new ModelId(model), 200_000, 8_000, Set.of(), false, 3);
        return RequestBuilder.build(PERSONA, system, facts, talk.history(), 1);
    }

    private static RequestBuilder.Built build(Talk talk) {
        return build("m", "system", talk);
    }

    private static List<Role> roles(RequestBuilder.Built built) {
        return built.request().messages().stream().map(ClaudeMessage::role).toList();
    }

    @Test
    void build_severalPeople_areOneMessageEachNamed() {
        var built = build(new Talk().says(Talk.ADA, "One?").says(Talk.GRACE, "Two?"));

        assertThat(roles(built)).containsExactly(Role.USER);
        assertThat(built.request().messages().getFirst().content())
                .extracting(block -> ((ContentBlock.Text) block).text())
                .satisfiesExactly(
                        first -> assertThat(first).contains("Ada Lovelace").contains("One?"),
                        second -> assertThat(second).contains("Grace Hopper").contains("Two?"));
    }

    @Test
    void build_nextTurn_beginsWithTheMessagesOfTheLast() {
        var second = build(new Talk().says(Talk.ADA, "1").answers("a").says(Talk.ADA, "2"));
        var third =
                build(
                        new Talk()
                                .says(Talk.ADA, "1")
                                .answers("a")
                                .says(Talk.ADA, "2")
                                .answers("b")
                                .says(Talk.GRACE, "3"));

        assertThat(third.request().system()).isEqualTo(second.request().system());
        assertThat(third.request().messages().subList(0, 3)).isEqualTo(second.request().messages());
    }

    @Test
    void build_thinking_isSentOnlyAfterTheSamePrefix() {
        String hash = build(new Talk().says(Talk.ADA, "1")).prefixHash();
        ContentBlock said = new ContentBlock.Text("a");

        var same = build(new Talk().says(Talk.ADA, "1").answers(hash, THOUGHT, said));
        var edited = build(new Talk().says(Talk.ADA, "1!").answers(hash, THOUGHT, said));
        var model =
                build("n", "system", new Talk().says(Talk.ADA, "1").answers(hash, THOUGHT, said));
        var persona = build("m", "s", new Talk().says(Talk.ADA, "1").answers(hash, THOUGHT, said));

        assertThat(same.request().messages().get(1).content()).containsExactly(THOUGHT, said);
        assertThat(List.of(edited, model, persona))
                .allSatisfy(built ->
                        assertThat(built.request().messages().get(1).content())
                                .containsExactly(said));
    }

    @Test
    void build_failedAnswer_isLeftOut() {
        var built = build(new Talk().says(Talk.ADA, "1").answers("", THOUGHT).says(Talk.ADA, "2"));

        assertThat(roles(built)).containsExactly(Role.USER);
        assertThat(built.request().messages().getFirst().content()).hasSize(2);
    }

    @Test
    void build_firstQuestionDeleted_aNoteStandsForIt() {
        var built = build(new Talk().says(Talk.ADA, "").answers("a").says(Talk.ADA, "2"));

        assertThat(roles(built)).containsExactly(Role.USER, Role.ASSISTANT, Role.USER);
        assertThat(built.request().messages().getFirst().content())
                .containsExactly(
                        new ContentBlock.Text(
                                "[Parley: the message that this answers was deleted.]"));
    }

    @Test
    void hasQuestion_everyNewMessageDeleted_isFalse() {
        assertThat(build(new Talk().says(Talk.ADA, "")).hasQuestion()).isFalse();
        assertThat(build(new Talk().says(Talk.ADA, "1").answers("a")).hasQuestion()).isFalse();
        assertThat(build(new Talk().says(Talk.ADA, "1")).hasQuestion()).isTrue();
    }

    @Test
    void build_longThread_tellsTheModelWhatIsMissing() {
        Talk talk = new Talk();
        for (int i = 0; i < 100; i++) {
            talk.says(Talk.ADA, "q".repeat(6_000)).answers("a".repeat(6_000));
        }
        var built = build(talk.says(Talk.ADA, "last"));

        assertThat(built.request().messages().getFirst().content().get(1).toString())
                .containsPattern("\\[Parley: \\d+ earlier messages of this thread were left out");
        assertThat(built.request().messages().getLast().content().getFirst().toString())
                .contains("last");
    }

    @Test
    void build_files_standBehindTheirMessageAsTheyAreStored() {
        var picture = new ContentBlock.Image("image/png", "eA==");
        var note = new ContentBlock.Text("[Parley: a note.]");
        var built = build(new Talk().sends(Talk.ADA, "", note, picture).says(Talk.GRACE, "And?"));

        List<ContentBlock> content = built.request().messages().getFirst().content();
        assertThat(content.subList(1, 3)).containsExactly(note, picture);
        assertThat(content.getFirst().toString()).contains("(no text)");
        assertThat(content).hasSize(4);
        assertThat(built.hasFiles()).isTrue();
    }

    @Test
    void build_remarks_areThoseOfMessagesWithoutAnAnswer() {
        var built =
                build(
                        new Talk()
                                .sends(Talk.ADA, "1")
                                .answers("a")
                                .sends(Talk.ADA, "2")
                                .says(Talk.GRACE, "3")
                                .sends(Talk.ADA, "4"));

        assertThat(built.remarks()).containsExactly("Remark 3.", "Remark 5.");
        assertThat(built.hasFiles()).isFalse();
    }
}
