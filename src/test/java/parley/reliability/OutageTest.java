package parley.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.testing.FakeReply;

/**
 * Claude is overloaded for two minutes of real time, with twenty questions at once on each surface
 * of one program.
 */
@Tag("long")
final class OutageTest {
    private static final Duration OUTAGE = Duration.ofMinutes(2);
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int QUESTIONS = 20;
    private static final int ANSWER = 40;

    /** As the README promises. */
    private static final int MOST_REQUESTS = 20;

    @TempDir Path folder;

    /** A surface, what is asked there, and which questions a status told of the overload. */
    private record Place(Surface surface, Map<String, Exchange> asked, Set<String> told) {
        Place(Surface surface) {
            this(surface, new LinkedHashMap<>(), new HashSet<>());
        }

        void look() {
            for (String question : asked.keySet()) {
                if (!told.contains(question)
                        && surface.status(question).contains("Claude is overloaded")) {
                    told.add(question);
                }
            }
        }

        boolean settled() {
            return asked.keySet().stream().allMatch(surface::settled);
        }

        int most() {
            return asked.values().stream().mapToInt(Exchange::requests).max().orElseThrow();
        }

        String report() {
            return "%s: %s; at most %d requests for one question; %d of %d saw a status"
                    .formatted(
                            surface.getClass().getSimpleName(),
                            Laws.judge(surface, asked),
                            most(),
                            told.size(),
                            asked.size());
        }

        void judge() {
            assertThat(Laws.faults(surface, asked)).isEmpty();
            assertThat(Laws.judge(surface, asked).clean()).isTrue();
            assertThat(most()).isLessThanOrEqualTo(MOST_REQUESTS);
            assertThat(told).hasSize(QUESTIONS);
        }
    }

    @Test
    void overloadOfTwoMinutes_everyQuestionIsAnsweredAndEverybodyToldMeanwhile() {
        try (Model model = Model.start();
                Surface slack = new SlackSurface();
                Surface discord = new DiscordSurface();
                Surface playground = new PlaygroundSurface()) {
            List<Place> places = Stream.of(slack, discord, playground).map(Place::new).toList();
            try (Program program = new LocalProgram(folder, settings(model, places))) {
                String address = program.start();
                for (Place place : places) {
                    place.surface().opened(address);
                    place.surface().await("ready", PATIENCE, place.surface()::ready);
                }
                run(model, places, playground);
            }
        }
    }

    private static Map<String, String> settings(Model model, List<Place> places) {
        Map<String, String> settings = new HashMap<>(model.settings());
        places.forEach(place -> settings.putAll(place.surface().settings()));
        return settings;
    }

    private static void run(Model model, List<Place> places, Surface waiting) {
        long begin = System.nanoTime();
        model.script(exchange ->
                System.nanoTime() - begin < OUTAGE.toNanos()
                        ? FakeReply.overloaded()
                        : Model.whole(exchange, Duration.ofMillis(20)));
        for (int i = 0; i < QUESTIONS; i++) {
            for (Place place : places) {
                Exchange exchange = model.exchange(ANSWER);
                place.asked().put(place.surface().ask(exchange), exchange);
            }
        }
        waiting.await("all answers", PATIENCE.plus(OUTAGE), () -> done(places));
        places.forEach(place -> System.out.println(place.report()));
        System.out.printf(
                "%d requests in all, everything answered after %d s%n",
                model.requests(), Duration.ofNanos(System.nanoTime() - begin).toSeconds());
        places.forEach(Place::judge);
    }

    private static boolean done(List<Place> places) {
        places.forEach(Place::look);
        return places.stream().allMatch(Place::settled);
    }
}
