package parley.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import net.dv8tion.jda.api.components.label.Label;
import net.dv8tion.jda.api.components.textinput.TextInput;
import net.dv8tion.jda.api.components.textinput.TextInputStyle;
import net.dv8tion.jda.api.modals.Modal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.chat.Form;
import parley.chat.Form.Field;

final class FormWindowTest {
    private static final String LINE = "A line of the prompt, which goes on for a while.\n";

    private static Field text(String value) {
        return new Field("text", "Prompt", "What it should do.", value, true, false, 20_000);
    }

    private static Field reason() {
        return new Field("reason", "Why", "What changes, in a few words.", "", false, true, 200);
    }

    private static Form form(Field... fields) {
        return new Form("persona-edit:engineer:4", "Edit engineer", "Save", List.of(fields));
    }

    private static List<Label> labels(Form form) {
        return FormWindow.view(form).orElseThrow().getComponents().stream()
                .map(one -> one.asLabel())
                .toList();
    }

    private static TextInput input(Label label) {
        return label.getChild().asTextInput();
    }

    @Test
    void view_shortForm_showsEachFieldAsItIs() {
        Modal window = FormWindow.view(form(reason(), text("Be brief.\n"))).orElseThrow();

        assertThat(window.getTitle()).isEqualTo("Edit engineer");
        assertThat(FormWindow.parse(window.getId()))
                .hasValue(new FormWindow("persona-edit:engineer:4"));
        List<Label> labels = labels(form(reason(), text("Be brief.\n")));
        assertThat(labels)
                .extracting(Label::getLabel)
                .containsExactly("Why", "Prompt (1 of 2)", "Prompt (2 of 2)");
        TextInput why = input(labels.getFirst());
        assertThat(why.getStyle()).isEqualTo(TextInputStyle.SHORT);
        assertThat(why.isRequired()).isFalse();
        assertThat(why.getMaxLength()).isEqualTo(200);
        assertThat(why.getPlaceHolder()).isEqualTo("What changes, in a few words.");
        TextInput prompt = input(labels.get(1));
        assertThat(prompt.getStyle()).isEqualTo(TextInputStyle.PARAGRAPH);
        assertThat(prompt.isRequired()).isTrue();
        assertThat(prompt.getMaxLength()).isEqualTo(4_000);
        assertThat(prompt.getValue()).isEqualTo("Be brief.");
        assertThat(input(labels.getLast()).isRequired()).isFalse();
    }

    @Test
    void view_severalFieldsThatMayGrow_givesRoomToTheLongest() {
        Field settings = new Field("settings", "Settings", "", "a: b", true, false, 6_000);

        assertThat(labels(form(settings, text("Be brief."), reason())))
                .extracting(Label::getLabel)
                .containsExactly("Settings", "Prompt (1 of 2)", "Prompt (2 of 2)", "Why");
    }

    @Test
    void view_longText_standsInSeveralInputsWithRoomToGrow() {
        List<Label> labels = labels(form(text(LINE.repeat(180)), reason()));

        assertThat(labels)
                .extracting(Label::getLabel)
                .containsExactly(
                        "Prompt (1 of 4)",
                        "Prompt (2 of 4)",
                        "Prompt (3 of 4)",
                        "Prompt (4 of 4)",
                        "Why");
        assertThat(labels.subList(0, 3))
                .extracting(label -> String.valueOf(input(label).getValue()).length())
                .allSatisfy(length -> assertThat(length).isBetween(2_400, 3_200));
    }

    @Test
    void view_textThatFillsTheWindow_goesWithoutRoom() {
        assertThat(labels(form(text(LINE.repeat(315)), reason())))
                .hasSize(5)
                .filteredOn(label -> label.getLabel().startsWith("Prompt"))
                .hasSize(4)
                .filteredOn(label -> !label.getLabel().endsWith("(4 of 4)"))
                .allSatisfy(label ->
                        assertThat(String.valueOf(input(label).getValue()).length())
                                .isGreaterThan(3_600));
    }

    @Test
    void view_tooMuch_isNoneAndSaysWhatToDo() {
        Form large = form(text(LINE.repeat(340)), reason());

        assertThat(FormWindow.view(large)).isEmpty();
        assertThat(FormWindow.tooLarge(large))
                .startsWith("*Edit engineer* does not fit")
                .contains("16660 characters", "playground", "Slack");
        assertThat(
                        FormWindow.view(
                                form(reason(), reason(), reason(), reason(), reason(), reason())))
                .isEmpty();
    }

    @Test
    void view_longestNames_areWithinDiscordsLimits() {
        Form form =
                new Form(
                        "i".repeat(80),
                        "t".repeat(24),
                        "s",
                        List.of(
                                new Field(
                                        "k".repeat(20),
                                        "l".repeat(45),
                                        "h".repeat(100),
                                        LINE.repeat(300),
                                        true,
                                        false,
                                        40_000)));

        Modal window = FormWindow.view(form).orElseThrow();

        assertThat(window.getId()).hasSizeLessThanOrEqualTo(100);
        assertThat(FormWindow.parse(window.getId())).hasValue(new FormWindow("i".repeat(80)));
        assertThat(window.getComponents())
                .allSatisfy(
                        one -> assertThat(one.asLabel().getLabel()).hasSizeLessThanOrEqualTo(45));
    }

    @Test
    void view_blankHintAndValue_areLeftOut() {
        Field field = new Field("name", "Name", "", " ", false, false, 60);

        TextInput input = input(labels(form(field)).getFirst());

        assertThat(Optional.ofNullable(input.getValue())).isEmpty();
        assertThat(Optional.ofNullable(input.getPlaceHolder())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "form:", "parley.ask:1:2", "form:a b"})
    void parse_otherWindows_areNone(String id) {
        assertThat(FormWindow.parse(id)).isEmpty();
    }
}
