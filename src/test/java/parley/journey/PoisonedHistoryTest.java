package parley.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import parley.chat.Outgoing;
import parley.claude.AnthropicClaude;
import parley.claude.ClaudeSettings;
import parley.testing.FakeAnthropic;
import parley.testing.FakeReply;
import parley.testing.TellingAdapter;

/** Whatever has got into the store, the next question of its thread is answered. */
final class PoisonedHistoryTest {
    private static final String TEXT = "{\"type\":\"text\",\"text\":\"Fine.\"}";
    private static final String IMAGE =
            "{\"type\":\"image\",\"media_type\":\"image/png\",\"data\":\"eA==\"}";
    private static final String USE =
            "{\"type\":\"tool_use\",\"id\":\"a\",\"name\":\"clock\",\"input\":\"{}\"}";
    private static final String RESULT =
            "{\"type\":\"tool_result\",\"tool_use_id\":\"a\",\"content\":[],\"error\":false}";
    private static final String THINKING =
            "{\"type\":\"thinking\",\"thinking\":\"hm\",\"signature\":\"forged\"}";
    private static final String BLANK = "{\"type\":\"text\",\"text\":\" \"}";

    @TempDir Path folder;
    private final FakeAnthropic server =
            FakeAnthropic.start().strict(signature -> signature.equals("valid"));
    private final AnthropicClaude claude =
            new AnthropicClaude(
                    ClaudeSettings.of(Optional.of("sk-ant-test-key"), Optional.of(server.url())),
                    System::nanoTime,
                    java.time.InstantSource.system());
    private final TellingAdapter platform = new TellingAdapter(4_000);
    private Optional<CoreRig> running = Optional.empty();

    @AfterEach
    void close() {
        running.ifPresent(CoreRig::close);
        claude.close();
        server.close();
    }

    private CoreRig start() {
        CoreRig rig = new CoreRig(folder, claude, platform);
        running = Optional.of(rig);
        return rig;
    }

    static List<Arguments> poisons() {
        return List.of(
                poison("use without result", "ASSISTANT", TEXT, USE),
                poison("use alone", "ASSISTANT", USE),
                poison("result on the wrong side", "ASSISTANT", RESULT, TEXT),
                poison("result without use", "USER", TEXT, RESULT),
                poison("use on the wrong side", "USER", TEXT, USE),
                poison("forged thinking", "ASSISTANT", THINKING, TEXT),
                poison("thinking on the wrong side", "USER", TEXT, THINKING),
                poison("empty text", "ASSISTANT", "{\"type\":\"text\",\"text\":\"\"}", TEXT),
                poison("blank texts", "USER", BLANK, BLANK),
                poison("nothing", "USER"),
                poison("no answer", "ASSISTANT"),
                poison("picture in an answer", "ASSISTANT", IMAGE, TEXT),
                poison("too many pictures", "ASSISTANT", many(IMAGE)),
                poison("many documents of a tool", "USER", TEXT, many(document())),
                poison("unknown block", "ASSISTANT", "{\"type\":\"hologram\"}"),
                poison("block without its fields", "USER", "{\"type\":\"image\"}"),
                poison("no JSON", "ASSISTANT", "\u0000"));
    }

    private static Arguments poison(String name, String role, String... blocks) {
        return Arguments.of(name, role, "[" + String.join(",", blocks) + "]");
    }

    private static String many(String block) {
        return Collections.nCopies(120, block).stream().collect(Collectors.joining(","));
    }

    /** As text, which is stored with the turn itself inside a tool's result. */
    private static String document() {
        return "{\"type\":\"tool_result\",\"tool_use_id\":\"a\",\"content\":["
                + "{\"type\":\"document\",\"media_type\":\"text/plain\",\"data\":\"eA==\","
                + "\"title\":\"x\"}],\"error\":false}";
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("poisons")
    void poisonedTurn_theNextQuestionsAreAnswered(String name, String role, String content)
            throws SQLException {
        CoreRig first = start();
        Outgoing _ = first.ask(1, first.mention(CoreRig.ANN, "m1", "One?"));
        first.close();
        store(role, content);

        CoreRig rig = start();
        Outgoing second = rig.ask(2, rig.mention(CoreRig.ANN, "m2", "Two?"));
        Outgoing third = rig.ask(3, rig.mention(CoreRig.ANN, "m3", "Three?"));

        assertThat(List.of(second, third))
                .allSatisfy(answer -> {
                    assertThat(answer.text()).startsWith("This is answer ");
                    assertThat(answer.note()).isEmpty();
                });
        assertThat(server.requests()).hasSizeLessThanOrEqualTo(5);
    }

    private void store(String role, String content) throws SQLException {
        try (var connection =
                        DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("parley.db"));
                PreparedStatement change =
                        connection.prepareStatement("UPDATE turn SET content = ? WHERE role = ?")) {
            change.setString(1, content);
            change.setString(2, role);
            assertThat(change.executeUpdate()).isEqualTo(1);
        }
    }

    @Test
    void thinkingThatIsForged_isMendedOnceInATurn() {
        server.enqueue(FakeReply.message().thinking("hm", "forged").text("One.").stop("end_turn"));
        CoreRig rig = start();
        Outgoing _ = rig.ask(1, rig.mention(CoreRig.ANN, "m1", "One?"));
        Outgoing second = rig.ask(2, rig.mention(CoreRig.ANN, "m2", "Two?"));

        assertThat(second.text()).isEqualTo("This is answer 3.");
        assertThat(server.requests().get(1).text()).contains("forged");
        assertThat(server.requests().get(2).text()).doesNotContain("forged").contains("One.");
    }

    @Test
    void thinkingThatIsSound_isSentAgain() {
        server.enqueue(FakeReply.message().thinking("hm", "valid").text("One.").stop("end_turn"));
        CoreRig rig = start();
        Outgoing _ = rig.ask(1, rig.mention(CoreRig.ANN, "m1", "One?"));
        Outgoing _ = rig.ask(2, rig.mention(CoreRig.ANN, "m2", "Two?"));

        assertThat(server.requests()).hasSize(2);
        assertThat(server.requests().get(1).text()).contains("\"valid\"");
    }

    @Test
    void pausedAnswerThatEndsWithASpace_goesOn() {
        server.enqueue(
                FakeReply.message().text("One ").stop("pause_turn"),
                FakeReply.message().text("two.").stop("end_turn"));
        CoreRig rig = start();

        assertThat(rig.ask(1, rig.mention(CoreRig.ANN, "m1", "Count.")).text())
                .isEqualTo("One two.");
        assertThat(server.requests()).hasSize(2);
    }
}
