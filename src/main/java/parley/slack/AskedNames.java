package parley.slack;

import java.util.Optional;
import java.util.function.Function;

/** Names that are asked for, but only so many of them. For one thread. */
final class AskedNames implements Names {
    private final Names known;
    private final Names asked;
    private int left;

    AskedNames(int most, Names known, Names asked) {
        this.left = most;
        this.known = known;
        this.asked = asked;
    }

    @Override
    public Optional<String> person(String id) {
        return known.person(id).or(() -> ask(asked::person, id));
    }

    @Override
    public Optional<String> channel(String id) {
        return known.channel(id).or(() -> ask(asked::channel, id));
    }

    private Optional<String> ask(Function<String, Optional<String>> source, String id) {
        return left-- > 0 ? source.apply(id) : Optional.empty();
    }
}
