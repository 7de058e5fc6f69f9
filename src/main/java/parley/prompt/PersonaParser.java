package parley.prompt;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import parley.chat.Overview;
import parley.claude.Effort;
import parley.claude.ModelId;

/** Turns the text of one persona into a persona, or into faults. */
final class PersonaParser {
    static final long DEFAULT_MAX_TOKENS = 8_000;

    private static final int LONGEST_BODY = 100_000;
    private static final int LONGEST_DESCRIPTION = 200;
    private static final int LONGEST_MODEL = 200;
    private static final long MOST_TOKENS = 128_000;
    private static final int MOST_STOP_SEQUENCES = 4;
    private static final int MOST_FALLBACKS = 4;
    private static final List<String> KEYS =
            List.of(
                    "name",
                    "description",
                    "model",
                    "max_tokens",
                    "effort",
                    "temperature",
                    "stop_sequences",
                    "fallback_models",
                    "footer",
                    PromptsReader.KEY);
    private static final List<String> EFFORTS =
            Arrays.stream(Effort.values()).map(Effort::wire).toList();

    private PersonaParser() {}

    /** The persona, or empty after at least one fault. */
    static Optional<PersonaFile> parse(SourceText source, FaultList faults) {
        Optional<PersonaId> id = id(source.name(), faults);
        Optional<PersonaText> text = PersonaText.cut(source.text(), faults);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        YamlMapping header = YamlMapping.parse(text.get().header(), 2, faults);
        if (!faults.isEmpty()) {
            // A header that is not YAML has no keys: saying that they are missing would mislead.
            return Optional.empty();
        }
        var reader = new HeaderReader(header, faults);
        reader.refuseOthers(KEYS);
        id.ifPresent(own -> checkName(own, reader, faults));
        checkBody(text.get(), faults);
        List<Overview.Prompt> prompts = new PromptsReader(header, faults).read();
        Persona persona =
                persona(id.orElseThrow(), reader, prompts, faults, text.get(), source.hash());
        return faults.isEmpty()
                ? Optional.of(PersonaFile.of(persona, source.text(), header, text.get()))
                : Optional.empty();
    }

    private static Optional<PersonaId> id(String file, FaultList faults) {
        try {
            return Optional.of(new PersonaId(file.substring(0, file.length() - ".md".length())));
        } catch (IllegalArgumentException _) {
            faults.add(
                    1,
                    "rename the file: a persona's name has 1 to 40 lower-case letters, digits and"
                            + " hyphens, such as 'release-notes.md'");
            return Optional.empty();
        }
    }

    private static void checkName(PersonaId id, HeaderReader reader, FaultList faults) {
        Optional<String> name = required("name", "name: " + id, 100, reader, faults);
        if (name.isPresent() && !name.get().equals(id.value())) {
            faults.add(
                    reader.line("name"),
                    "the name '"
                            + name.get()
                            + "' is not the persona's, which is '"
                            + id
                            + "'; write 'name: "
                            + id
                            + "'");
        }
    }

    private static Optional<String> required(
            String key, String example, int longest, HeaderReader reader, FaultList faults) {
        if (!reader.has(key)) {
            faults.add(1, "the header lacks '" + key + "'; add a line '" + example + "'");
            return Optional.empty();
        }
        return reader.text(key, longest);
    }

    private static void checkBody(PersonaText text, FaultList faults) {
        if (text.body().isBlank()) {
            faults.add(
                    text.bodyLine() - 1,
                    "there is no system prompt; write it below the second '---'");
        } else if (text.body().length() > LONGEST_BODY) {
            faults.add(
                    text.bodyLine(),
                    "the system prompt has %,d characters; at most %,d are allowed"
                            .formatted(text.body().length(), LONGEST_BODY));
        } else {
            PromptTemplate.check(text.body(), text.bodyLine(), faults);
        }
    }

    private static Persona persona(
            PersonaId id,
            HeaderReader reader,
            List<Overview.Prompt> prompts,
            FaultList faults,
            PersonaText text,
            String hash) {
        return new Persona(
                id,
                required(
                                "description",
                                "description: what it is for, in one line",
                                LONGEST_DESCRIPTION,
                                reader,
                                faults)
                        .orElse(""),
                reader.text("model", LONGEST_MODEL).map(ModelId::new),
                reader.whole("max_tokens", 1, MOST_TOKENS).orElse(DEFAULT_MAX_TOKENS),
                reader.word("effort", EFFORTS)
                        .map(word -> Effort.valueOf(word.toUpperCase(Locale.ROOT))),
                reader.fraction("temperature", 0, 1)
                        .map(OptionalDouble::of)
                        .orElseGet(OptionalDouble::empty),
                reader.texts("stop_sequences", MOST_STOP_SEQUENCES),
                reader.texts("fallback_models", MOST_FALLBACKS).stream().map(ModelId::new).toList(),
                reader.flag("footer").orElse(true),
                prompts,
                text.body().strip(),
                hash,
                0);
    }
}
