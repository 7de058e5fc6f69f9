package parley.command;

import java.util.List;
import java.util.Optional;
import parley.chat.Command;
import parley.prompt.BindingScope;
import parley.prompt.Nearest;

/** What {@code for …} came to: a place, or a sentence that says why there is none. */
sealed interface PlaceWords {
    record Found(BindingScope scope) implements PlaceWords {}

    record Unclear(String answer) implements PlaceWords {}

    static PlaceWords read(List<String> words, Command command) {
        Slash slash = Slash.in(command);
        Optional<Place> place = Place.parse(words);
        if (place.isEmpty()) {
            return new Unclear(
                    "I do not know the place "
                            + Markdown.code(String.join(" ", words))
                            + "."
                            + Nearest.hint(words.getLast(), Place.WORDS)
                            + " Write "
                            + slash.place("channel")
                            + ", "
                            + slash.place("thread")
                            + " or "
                            + slash.place("workspace")
                            + ".");
        }
        return place.get()
                .scope(command)
                .<PlaceWords>map(Found::new)
                .orElseGet(() ->
                        new Unclear(
                                "This was not typed in a thread. Type it in the thread that you mean, or"
                                        + " write "
                                        + slash.place("channel")
                                        + "."));
    }
}
