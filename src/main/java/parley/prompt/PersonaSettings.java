package parley.prompt;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import parley.chat.Overview;

/** A persona's settings for people to read. */
public final class PersonaSettings {
    private PersonaSettings() {}

    /**
     * The settings that are set, by the header's keys and in its order, as the header has them;
     * suggested prompts by their titles.
     */
    public static Map<String, String> of(Persona persona) {
        Map<String, String> settings = new LinkedHashMap<>();
        persona.model().ifPresent(model -> settings.put("model", model.value()));
        settings.put("max_tokens", Long.toString(persona.maxTokens()));
        persona.effort().ifPresent(effort -> settings.put("effort", effort.wire()));
        persona.temperature()
                .ifPresent(value -> settings.put("temperature", Double.toString(value)));
        putList(settings, "stop_sequences", persona.stopSequences());
        putList(settings, "fallback_models", persona.fallbackModels());
        settings.put("footer", Boolean.toString(persona.footer()));
        putList(
                settings,
                PromptsReader.KEY,
                persona.suggestedPrompts().stream().map(Overview.Prompt::title).toList());
        return Collections.unmodifiableMap(settings);
    }

    private static void putList(Map<String, String> settings, String key, List<?> values) {
        if (!values.isEmpty()) {
            settings.put(
                    key,
                    values.stream()
                            .map(Object::toString)
                            .collect(Collectors.joining(", ", "[", "]")));
        }
    }
}
