package parley.conversation;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import parley.claude.ModelId;
import parley.claude.Usage;
import parley.prompt.PersonaId;
import parley.usage.Cost;

/** The last line under an answer: persona · model · tokens · cost · seconds. */
final class Footer {
    private Footer() {}

    static String line(
            PersonaId persona,
            ModelId model,
            Usage usage,
            boolean estimated,
            Optional<Cost> cost,
            Duration took) {
        return String.format(
                Locale.ROOT,
                "%s · %s · %,d tokens in, %s%,d out%s · %.1f s",
                persona,
                model,
                usage.prompt(),
                estimated ? "about " : "",
                usage.output(),
                cost.map(amount -> " · " + amount.display()).orElse(""),
                took.toMillis() / 1000.0);
    }
}
