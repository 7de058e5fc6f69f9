package parley.slack;

import com.slack.api.model.block.InputBlock;
import com.slack.api.model.view.View;
import com.slack.api.model.view.ViewState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import parley.adapter.Excerpt;
import parley.chat.FormReply;

/** A submitted window: what stands in its fields, and in which input a fault is. Pure. */
final class FilledForm {
    /** How a fault names the line that it is in. */
    private static final Pattern LINE = Pattern.compile("\\bline (\\d{1,6})\\b");

    /** What fits under an input. */
    private static final int LONGEST_ERROR = 150;

    private final View view;
    private final FormOrigin origin;
    private final Map<String, FormPieces.Joined> fields;

    private FilledForm(View view, FormOrigin origin) {
        this.view = view;
        this.origin = origin;
        this.fields = fields(origin, state(view));
    }

    /** Empty where it is no window of ours. */
    static Optional<FilledForm> read(View submitted) {
        return FormOrigin.read(Optional.ofNullable(submitted.getPrivateMetadata()).orElse(""))
                .map(origin -> new FilledForm(submitted, origin));
    }

    private static Map<String, Map<String, ViewState.Value>> state(View submitted) {
        return Optional.ofNullable(submitted.getState()).map(ViewState::getValues).orElse(Map.of());
    }

    private static Map<String, FormPieces.Joined> fields(
            FormOrigin origin, Map<String, Map<String, ViewState.Value>> state) {
        Map<String, FormPieces.Joined> fields = new LinkedHashMap<>();
        origin.fields()
                .forEach((key, breaks) ->
                        fields.put(key, FormPieces.Joined.of(typed(key, state), breaks)));
        return fields;
    }

    /** An input that was left empty has no value. */
    private static List<String> typed(String key, Map<String, Map<String, ViewState.Value>> state) {
        List<String> typed = new ArrayList<>();
        Map<String, ViewState.Value> input = state.get(FormWindow.block(key, 0));
        while (input != null) {
            typed.add(
                    input.values().stream().findFirst().map(ViewState.Value::getValue).orElse(""));
            input = state.get(FormWindow.block(key, typed.size()));
        }
        return typed;
    }

    FormOrigin origin() {
        return origin;
    }

    /** What stands in each field, by its key. */
    Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        fields.forEach((key, joined) -> values.put(key, joined.text()));
        return values;
    }

    /** The faults at the inputs where they are; what is in no field is at the first. */
    Map<String, String> errors(FormReply.Refused refused) {
        Map<String, String> errors = new LinkedHashMap<>();
        refused.faults()
                .forEach((key, fault) ->
                        input(key, fault)
                                .or(() -> firstInput(view))
                                .ifPresent(input -> errors.put(input, brief(fault))));
        return errors.isEmpty() ? everywhere(view, refused.text()) : errors;
    }

    /** The input of the field where the fault is, by the line that its sentence names. */
    private Optional<String> input(String key, String fault) {
        Matcher line = LINE.matcher(fault);
        return Optional.ofNullable(fields.get(key))
                .map(joined -> line.find() ? joined.input(Integer.parseInt(line.group(1))) : 0)
                .map(number -> FormWindow.block(key, number));
    }

    /** Slack shows errors under inputs only: none for a window without inputs. */
    static Map<String, String> everywhere(View submitted, String words) {
        return firstInput(submitted).map(input -> Map.of(input, brief(words))).orElse(Map.of());
    }

    private static Optional<String> firstInput(View submitted) {
        return Optional.ofNullable(submitted.getBlocks()).orElse(List.of()).stream()
                .filter(InputBlock.class::isInstance)
                .map(block -> ((InputBlock) block).getBlockId())
                .findFirst();
    }

    private static String brief(String words) {
        return Excerpt.of(words.strip(), LONGEST_ERROR);
    }
}
