package parley.reliability;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import parley.testing.PlaygroundClient;
import parley.testing.PlaygroundClient.Shown;

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
    public void impatient() {}

    @Override
    public void restarted() {}

    @Override
    public boolean calm() {
        return true;
    }

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
    public void stop(String question) {
        press(question, "stop");
    }

    @Override
    public void retry(String question) {
        press(question, "retry");
    }

    private void press(String question, String button) {
        Spot spot = Spot.of(question);
        Optional<JsonNode> _ =
                page(it -> {
                    List<Shown> own =
                            it.thread(spot.channel(), spot.root()).stream()
                                    .filter(message -> message.buttons().contains(button))
                                    .toList();
                    return own.isEmpty()
                            ? it.get("health/ready")
                            : it.press(
                                    spot.channel(), spot.root(), own.getLast().turn(), ADA, button);
                });
    }

    private Optional<JsonNode> page(Function<PlaygroundClient, JsonNode> deed) {
        try {
            return surface.page().map(deed);
        } catch (UncheckedIOException e) {
            return Optional.empty();
        }
    }

    @Override
    public void edit(String question, Exchange instead) {
        Spot spot = Spot.of(question);
        Optional<JsonNode> _ =
                page(it ->
                        it.edit(spot.channel(), spot.root(), spot.message(), ADA, instead.words()));
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
