package parley.testing.slack;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;

/** Block elements (docs.slack.dev/reference/block-kit/block-elements). */
final class ElementCheck {
    private static final int ACTION_ID = 255;
    private static final int VALUE = 2_000;
    private static final int BUTTON_TEXT = 75;
    private static final int INPUT = 3_000;
    private static final int PLACEHOLDER = 150;
    private static final int MOST_OPTIONS = 100;

    private static final Map<String, Set<String>> FIELDS =
            Map.of(
                    "button",
                    Set.of("text", "value", "url", "style", "confirm", "accessibility_label"),
                    "icon_button",
                    Set.of(
                            "icon",
                            "text",
                            "value",
                            "confirm",
                            "accessibility_label",
                            "visible_to_user_ids"),
                    "feedback_buttons",
                    Set.of("positive_button", "negative_button"),
                    "plain_text_input",
                    Set.of(
                            "placeholder",
                            "initial_value",
                            "multiline",
                            "min_length",
                            "max_length",
                            "dispatch_action_config",
                            "focus_on_load"),
                    "static_select",
                    Set.of(
                            "placeholder",
                            "options",
                            "option_groups",
                            "initial_option",
                            "confirm",
                            "focus_on_load"),
                    "overflow",
                    Set.of("options", "confirm"),
                    "radio_buttons",
                    Set.of("options", "initial_option", "confirm", "focus_on_load"),
                    "checkboxes",
                    Set.of("options", "initial_options", "confirm", "focus_on_load"),
                    "image",
                    Set.of("image_url", "slack_file", "alt_text"));

    /** Those whose fields are not looked at further. */
    private static final Set<String> OTHERS =
            Set.of(
                    "users_select",
                    "channels_select",
                    "conversations_select",
                    "multi_static_select",
                    "multi_users_select",
                    "multi_conversations_select",
                    "multi_channels_select",
                    "external_select",
                    "datepicker",
                    "timepicker",
                    "datetimepicker",
                    "email_text_input",
                    "url_text_input",
                    "number_input",
                    "file_input",
                    "rich_text_input",
                    "workflow_button");

    private final Faulty faulty;
    private final TextCheck texts;

    ElementCheck(Faulty faulty, TextCheck texts) {
        this.faulty = faulty;
        this.texts = texts;
    }

    void check(JsonNode element, String pointer) {
        String type = element.path("type").asText();
        faulty.length(element, "action_id", ACTION_ID, pointer);
        Set<String> known = FIELDS.get(type);
        if (known == null) {
            if (!OTHERS.contains(type)) {
                faulty.add("unsupported type: " + type, pointer);
            }
            return;
        }
        Set<String> all = new java.util.HashSet<>(known);
        all.addAll(Set.of("type", "action_id"));
        faulty.only(element, all, pointer);
        fields(type, element, pointer);
        if (element.hasNonNull("confirm")) {
            confirm(element.path("confirm"), pointer + "/confirm");
        }
    }

    private void fields(String type, JsonNode element, String pointer) {
        switch (type) {
            case "button" -> button(element, pointer);
            case "icon_button" -> {
                faulty.need(element, "icon", pointer);
                button(element, pointer);
            }
            case "feedback_buttons" -> {
                feedback(element.path("positive_button"), pointer + "/positive_button");
                feedback(element.path("negative_button"), pointer + "/negative_button");
            }
            case "static_select", "overflow", "radio_buttons", "checkboxes" ->
                    options(type, element, pointer);
            case "plain_text_input" -> input(element, pointer);
            default -> faulty.need(element, "alt_text", pointer);
        }
    }

    /** Slack refuses a longer max_length than 3,000 (slackapi/node-slack-sdk#940). */
    private void input(JsonNode element, String pointer) {
        texts.plainIfAny(element, "placeholder", PLACEHOLDER, pointer);
        int most = element.path("max_length").asInt(INPUT);
        if (most < 1 || most > INPUT) {
            faulty.add("must be from 1 to " + INPUT, pointer + "/max_length");
        }
        faulty.length(element, "initial_value", Math.min(most, INPUT), pointer);
    }

    private void button(JsonNode element, String pointer) {
        texts.plain(element, "text", BUTTON_TEXT, pointer);
        faulty.length(element, "value", VALUE, pointer);
        faulty.length(element, "url", 3_000, pointer);
        faulty.length(element, "accessibility_label", BUTTON_TEXT, pointer);
        if (element.hasNonNull("style")
                && !Set.of("primary", "danger").contains(element.path("style").asText())) {
            faulty.add("must be one of primary, danger", pointer + "/style");
        }
    }

    private void feedback(JsonNode button, String pointer) {
        texts.plain(button, "text", BUTTON_TEXT, pointer);
        faulty.need(button, "value", pointer);
        faulty.length(button, "value", VALUE, pointer);
        faulty.length(button, "accessibility_label", BUTTON_TEXT, pointer);
        faulty.only(button, Set.of("text", "value", "accessibility_label"), pointer);
    }

    private void options(String type, JsonNode element, String pointer) {
        texts.plainIfAny(element, "placeholder", PLACEHOLDER, pointer);
        if (element.has("option_groups")) {
            return;
        }
        int most =
                switch (type) {
                    case "overflow" -> 5;
                    case "radio_buttons", "checkboxes" -> 10;
                    default -> MOST_OPTIONS;
                };
        faulty.count(element, "options", most, pointer);
        for (JsonNode option : element.path("options")) {
            texts.any(option, "text", BUTTON_TEXT, pointer + "/options");
            faulty.need(option, "value", pointer + "/options");
            faulty.length(option, "value", PLACEHOLDER, pointer + "/options");
        }
    }

    /** docs.slack.dev/reference/block-kit/composition-objects/confirmation-dialog-object */
    private void confirm(JsonNode dialog, String pointer) {
        texts.plain(dialog, "title", 100, pointer);
        texts.any(dialog, "text", 300, pointer);
        texts.plain(dialog, "confirm", 30, pointer);
        texts.plain(dialog, "deny", 30, pointer);
    }
}
