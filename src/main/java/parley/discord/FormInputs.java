package parley.discord;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.dv8tion.jda.api.components.Component;
import net.dv8tion.jda.api.components.label.Label;
import net.dv8tion.jda.api.components.textinput.TextInput;
import net.dv8tion.jda.api.components.textinput.TextInputStyle;
import net.dv8tion.jda.api.interactions.modals.ModalMapping;
import net.dv8tion.jda.api.modals.Modal;
import org.jspecify.annotations.Nullable;
import parley.adapter.Excerpt;
import parley.chat.Form;

/**
 * The fields of a form as inputs of Discord, of which a window holds five, and back. A long text
 * stands in several. Pure.
 *
 * @see <a href="https://discord.com/developers/docs/components/reference#text-input">Text input</a>
 * @see <a href="https://discord.com/developers/docs/components/reference#label">Label</a>
 */
final class FormInputs {
    /** Where there are inputs to spare, a text gets so many that each has room to grow. */
    private static final int ROOMY = 3_200;

    private static final String GOES_ON =
            "The text goes on here, where there is no more room above.";

    private FormInputs() {}

    /**
     * One input.
     *
     * @param count how many inputs the field has
     */
    record Input(Form.Field field, LongText.Part part, int count) {
        Label label() {
            String number = count == 1 ? "" : " (" + (part.number() + 1) + " of " + count + ")";
            String name = Excerpt.of(field.label(), Label.LABEL_MAX_LENGTH - number.length());
            return Label.of(name + number, input());
        }

        private TextInput input() {
            boolean first = part.number() == 0;
            return TextInput.create(
                            part.customId(),
                            field.lines() ? TextInputStyle.PARAGRAPH : TextInputStyle.SHORT)
                    .setRequired(first && !field.optional())
                    .setMaxLength(Math.max(part.text().length(), most(field)))
                    .setPlaceholder(shown(first ? field.hint() : GOES_ON))
                    .setValue(shown(part.text()))
                    .build();
        }

        /** Discord takes nothing blank. */
        private static @Nullable String shown(String text) {
            return text.isBlank() ? null : text;
        }
    }

    private static int most(Form.Field field) {
        return Math.clamp(field.longest(), 1, TextInput.MAX_VALUE_LENGTH);
    }

    /** Empty where five do not hold them. */
    static Optional<List<Input>> of(Form form) {
        return Stream.of(ROOMY, TextInput.MAX_VALUE_LENGTH)
                .map(most -> cut(form, most))
                .filter(FormInputs::fits)
                .map(fields -> inputs(form, fields))
                .findFirst();
    }

    private static List<List<LongText.Part>> cut(Form form, int most) {
        return form.fields().stream()
                .map(field -> LongText.cut(field.key(), field.value(), most))
                .toList();
    }

    private static boolean fits(List<List<LongText.Part>> fields) {
        return count(fields) <= Modal.MAX_COMPONENTS;
    }

    private static int count(List<List<LongText.Part>> fields) {
        return fields.stream().mapToInt(List::size).sum();
    }

    /** An input to spare is for what may become longest. */
    private static List<Input> inputs(Form form, List<List<LongText.Part>> fields) {
        List<Input> inputs = new ArrayList<>();
        boolean spare = count(fields) < Modal.MAX_COMPONENTS;
        int longest = form.fields().stream().mapToInt(Form.Field::longest).max().orElse(0);
        for (int i = 0; i < fields.size(); i++) {
            Form.Field field = form.fields().get(i);
            List<LongText.Part> parts = new ArrayList<>(fields.get(i));
            boolean grows = field.longest() > parts.size() * TextInput.MAX_VALUE_LENGTH;
            if (spare && grows && field.longest() == longest) {
                parts.add(parts.getLast().next());
                spare = false;
            }
            parts.forEach(part -> inputs.add(new Input(field, part, parts.size())));
        }
        return inputs;
    }

    /** What stands in each field, by its key. */
    static Map<String, String> values(List<ModalMapping> sent) {
        return sent.stream()
                .filter(one -> one.getType() == Component.Type.TEXT_INPUT)
                .map(one -> LongText.Part.read(one.getCustomId(), one.getAsString()))
                .flatMap(Optional::stream)
                .collect(
                        Collectors.groupingBy(
                                LongText.Part::key,
                                LinkedHashMap::new,
                                Collectors.collectingAndThen(Collectors.toList(), LongText::join)));
    }
}
