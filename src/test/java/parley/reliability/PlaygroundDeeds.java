package parley.reliability;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import parley.testing.PlaygroundClient;

/** In the playground, which is the program's own: between both lies nothing that fails. */
final class PlaygroundDeeds implements Deeds {
    private static final String ADA = "ada";
    private static final int LONG = 800;

    private final PlaygroundSurface surface;
    private int answered;

    PlaygroundDeeds(PlaygroundSurface surface) {
        this.surface = surface;
    }

    @Override
    public void reach(FaultPlan plan) {}

    @Override
    public void restarted() {}

    @Override
    public int probes() {
        return 0;
    }

    @Override
    public boolean ready() {
        return true;
    }

    @Override
    public int longAnswer() {
        return LONG;
    }

    @Override
    public boolean stop(String question) {
        return false;
    }

    private Optional<JsonNode> page(Function<PlaygroundClient, JsonNode> deed) {
        try {
            return surface.page().map(deed);
        } catch (UncheckedIOException e) {
            return Optional.empty();
        }
    }

    /** Again, where the page says that it was not taken. */
    @Override
    public void edit(String question, Exchange instead) {
        Spot spot = Spot.of(question);
        surface.await(
                "an edit that is taken",
                Duration.ofSeconds(30),
                () ->
                        page(it ->
                                        it.edit(
                                                spot.channel(),
                                                spot.root(),
                                                spot.message(),
                                                ADA,
                                                instead.words()))
                                .filter(answer -> !answer.has("error"))
                                .isPresent());
    }

    @Override
    public void command() {
        answered +=
                page(it -> it.run("general", ADA, "/parley help"))
                                .filter(it -> it.hasNonNull("text"))
                                .isPresent()
                        ? 1
                        : 0;
    }

    @Override
    public int commandsAnswered() {
        return answered;
    }
}
