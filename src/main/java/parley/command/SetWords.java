package parley.command;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import parley.chat.Command;
import parley.prompt.BindingScope;

/** What stands behind the name in {@code persona set}: a place and a time, in any order. */
sealed interface SetWords {
    record Found(BindingScope scope, Optional<HowLong> howLong) implements SetWords {}

    record Unclear(String answer) implements SetWords {}

    /** The words sorted; a place that is not named is the channel. */
    record Sorted(List<String> place, Optional<HowLong> howLong) {}

    /** Empty when some word is neither, or there are two of a kind. */
    static Optional<Sorted> sort(List<String> words) {
        Deque<String> left = new ArrayDeque<>(words);
        Optional<String> place = Optional.empty();
        Optional<HowLong> howLong = Optional.empty();
        while (!left.isEmpty()) {
            String word = left.remove();
            if (word.equals("for") && !left.isEmpty()) {
                word = left.remove();
            }
            Optional<HowLong> time = time(word, left);
            if (time.isPresent() && howLong.isEmpty()) {
                howLong = time;
            } else if (place.isEmpty() && Place.WORDS.contains(word)) {
                place = Optional.of(word);
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(new Sorted(place.stream().toList(), howLong));
    }

    /** {@code 2h}, or {@code 2 hours} in two words. */
    private static Optional<HowLong> time(String word, Deque<String> left) {
        if (word.matches("\\d{1,6}") && !left.isEmpty()) {
            Optional<HowLong> both = HowLong.parse(word + left.getFirst());
            both.ifPresent(_ -> left.removeFirst());
            return both;
        }
        return HowLong.parse(word);
    }

    static SetWords read(List<String> words, Command command) {
        Optional<Sorted> sorted = sort(words);
        if (sorted.isEmpty()) {
            return unclear(words, command);
        }
        Optional<HowLong> howLong = sorted.get().howLong();
        if (howLong.isPresent() && !howLong.get().allowed()) {
            return new Unclear(
                    "A persona can be set for "
                            + HowLong.RANGE
                            + ", such as `2h`, not for "
                            + howLong.get().words()
                            + ".");
        }
        return switch (PlaceWords.read(sorted.get().place(), command)) {
            case PlaceWords.Unclear(String answer) -> new Unclear(answer);
            case PlaceWords.Found(BindingScope scope) -> new Found(scope, howLong);
        };
    }

    private static SetWords unclear(List<String> words, Command command) {
        String answer =
                switch (PlaceWords.read(words, command)) {
                    case PlaceWords.Unclear(String text) -> text;
                    case PlaceWords.Found _ -> "";
                };
        return new Unclear(answer + " A time is written `30m`, `2h` or `3d`.");
    }
}
