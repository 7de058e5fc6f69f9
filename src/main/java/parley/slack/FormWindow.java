package parley.slack;

import com.slack.api.model.block.InputBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.PlainTextObject;
import com.slack.api.model.block.element.PlainTextInputElement;
import com.slack.api.model.view.View;
import com.slack.api.model.view.ViewClose;
import com.slack.api.model.view.ViewSubmit;
import com.slack.api.model.view.ViewTitle;
import com.slack.api.util.json.GsonFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parley.chat.Form;

/**
 * A form as Slack's window. An input takes 3,000 characters, so a longer text is spread over
 * several, with room to write in each and empty ones behind. Pure.
 *
 * @see <a
 *     href="https://docs.slack.dev/reference/block-kit/block-elements/plain-text-input-element">Plain-text
 *     input</a>
 * @see <a href="https://docs.slack.dev/reference/views/modal-views">Modal views</a>
 */
final class FormWindow {
    static final String CALLBACK = "parley.form";

    /** Of an input: its page. */
    static final int LONGEST_INPUT = 3_000;

    /** Of a piece, so that there is room to write in every input. */
    private static final int LONGEST_PIECE = 2_600;

    private static final int MOST_SPARES = 3;

    /** Of a view: its page, and that of views.open. */
    private static final int MOST_BLOCKS = 100;

    private static final int MOST_BYTES = 250_000;

    /** Slack adds ids and a state of its own. */
    private static final int OWN_BYTES = 20_000;

    private FormWindow() {}

    /** Empty where the form is larger than Slack's windows. */
    static Optional<View> view(Form form, FormOrigin place) {
        List<LayoutBlock> blocks = new ArrayList<>();
        Map<String, List<Integer>> breaks = new LinkedHashMap<>();
        for (Form.Field field : form.fields()) {
            FormPieces pieces = pieces(field);
            breaks.put(field.key(), pieces.breaks());
            blocks.addAll(inputs(field, pieces));
        }
        View view = view(form, place.with(breaks), blocks);
        return Optional.of(view).filter(FormWindow::fits);
    }

    private static View view(Form form, FormOrigin origin, List<LayoutBlock> blocks) {
        return View.builder()
                .type("modal")
                .callbackId(CALLBACK)
                .privateMetadata(origin.print())
                .title(ViewTitle.builder().type("plain_text").text(form.title()).build())
                .submit(ViewSubmit.builder().type("plain_text").text(form.submit()).build())
                .close(ViewClose.builder().type("plain_text").text("Cancel").build())
                .blocks(blocks)
                .build();
    }

    private static boolean fits(View view) {
        byte[] json = GsonFactory.createSnakeCase().toJson(view).getBytes(StandardCharsets.UTF_8);
        return view.getBlocks().size() <= MOST_BLOCKS
                && view.getPrivateMetadata().length() <= FormOrigin.LONGEST_PRINTED
                && json.length <= MOST_BYTES - OWN_BYTES;
    }

    private static FormPieces pieces(Form.Field field) {
        boolean one = field.longest() <= LONGEST_INPUT && field.value().length() <= LONGEST_INPUT;
        return FormPieces.cut(field.value(), one ? LONGEST_INPUT : LONGEST_PIECE);
    }

    /** At least one where the field is spread at all. */
    private static int spares(Form.Field field, int pieces) {
        if (pieces == 1 && field.longest() <= LONGEST_INPUT) {
            return 0;
        }
        int room = Math.max(0, field.longest() - field.value().length());
        return Math.clamp(Math.ceilDiv(room, LONGEST_INPUT), 1, MOST_SPARES);
    }

    private static List<LayoutBlock> inputs(Form.Field field, FormPieces pieces) {
        int texts = pieces.texts().size();
        int all = texts + spares(field, texts);
        List<LayoutBlock> inputs = new ArrayList<>();
        for (int i = 0; i < all; i++) {
            inputs.add(
                    InputBlock.builder()
                            .blockId(block(field.key(), i))
                            .optional(field.optional() || all > 1)
                            .label(words(label(field, i, texts)))
                            .element(input(field, i, i < texts ? pieces.texts().get(i) : "", all))
                            .build());
        }
        return inputs;
    }

    private static String label(Form.Field field, int number, int texts) {
        if (number >= texts) {
            return field.label() + " (more)";
        }
        return texts == 1
                ? field.label()
                : "%s (part %d of %d)".formatted(field.label(), number + 1, texts);
    }

    private static PlainTextInputElement input(Form.Field field, int number, String text, int all) {
        return PlainTextInputElement.builder()
                .actionId(field.key() + "." + number)
                .multiline(field.lines())
                .maxLength(all > 1 ? LONGEST_INPUT : Math.max(field.longest(), text.length()))
                .initialValue(orNone(text))
                .placeholder(field.hint().isBlank() ? null : words(field.hint()))
                .build();
    }

    private static @Nullable String orNone(String text) {
        return text.isEmpty() ? null : text;
    }

    private static PlainTextObject words(String words) {
        return PlainTextObject.builder().text(words).build();
    }

    /** The {@code block_id} of an input of that field, counted from 0. */
    static String block(String key, int number) {
        return "parley." + key + "." + number;
    }
}
