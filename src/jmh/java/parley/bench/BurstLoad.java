package parley.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import parley.reliability.ChildProgram;
import parley.reliability.DiscordSurface;
import parley.reliability.Exchange;
import parley.reliability.Laws;
import parley.reliability.Model;
import parley.reliability.PlaygroundSurface;
import parley.reliability.Program;
import parley.reliability.SlackSurface;
import parley.reliability.Surface;

/**
 * Asks the packaged program very many questions at once, each in a thread of its own, and waits
 * until it has nothing left to do. {@code src/docs/reliability.md} says how to run it, and has
 * figures.
 */
public final class BurstLoad {
    private static final int PEOPLE = 16;
    private static final Duration PATIENCE = Duration.ofHours(2);
    private static final Duration START = Duration.ofMinutes(1);
    private static final long LOOK_AGAIN = 2_000;

    private final Model model = Model.start();
    private final Surface surface;
    private final int questions = Integer.getInteger("load.questions", 2_000);
    private final int length = Integer.getInteger("load.length", 12);
    private final Map<String, Exchange> asked = new ConcurrentHashMap<>();
    private final HttpClient http = HttpClient.newHttpClient();

    private BurstLoad(Surface surface) {
        this.surface = surface;
    }

    public static void main(String[] args) throws Exception {
        for (String where : System.getProperty("load.where", "playground").split(",")) {
            try (Surface surface = surface(where)) {
                System.out.println(where);
                new BurstLoad(surface).play(Files.createTempDirectory("parley-burst"));
            }
        }
        System.exit(0);
    }

    private static Surface surface(String where) {
        return switch (where) {
            case "slack" -> new SlackSurface();
            case "discord" -> new DiscordSurface();
            case "playground" -> new PlaygroundSurface();
            default -> throw new IllegalArgumentException("no such place: " + where);
        };
    }

    private void play(Path folder) throws Exception {
        Map<String, String> settings = new HashMap<>(model.settings());
        settings.putAll(surface.settings());
        settings.put("PARLEY_MAX_BACKLOG", System.getProperty("load.backlog", "4000"));
        settings.put("PARLEY_MAX_TURNS", System.getProperty("load.turns", "64"));
        List<String> java = List.of(System.getProperty("load.jvm", "-Xmx256m").split(" +"));
        model.script(exchange -> Model.whole(exchange, Duration.ofMillis(50)));
        try (ChildProgram program = ChildProgram.packaged(java, folder, settings)) {
            String address = program.start();
            surface.opened(address);
            surface.await("ready", START, surface::ready);
            long began = System.nanoTime();
            askAll();
            double askedAfter = seconds(began);
            awaitEnd(address, program, began);
            report(address, askedAfter, seconds(began), program);
        }
    }

    private void askAll() throws Exception {
        List<Exchange> all = new ArrayList<>();
        for (int i = 0; i < questions; i++) {
            all.add(model.exchange(length));
        }
        try (ExecutorService people = Executors.newFixedThreadPool(PEOPLE)) {
            for (Exchange exchange : all) {
                people.execute(() -> asked.put(surface.ask(exchange), exchange));
            }
        }
    }

    private void awaitEnd(String address, Program program, long began) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        for (int looks = 0; !done(address) && System.nanoTime() < end; looks++) {
            if (looks % 30 == 0) {
                System.out.printf(
                        "  after %.0f s %d wait, %d refused; %s%n",
                        seconds(began),
                        figure(address, "parley_queue_waiting"),
                        figure(address, "parley_refused_total"),
                        ((ChildProgram) program).memory());
            }
            Thread.sleep(LOOK_AGAIN);
        }
    }

    /** All were heard, and nothing is left to do. */
    private boolean done(String address) {
        return figure(address, "parley_turns_total") + figure(address, "parley_refused_total")
                        >= questions
                && Program.idle(address);
    }

    private int figure(String address, String name) {
        try {
            var request = HttpRequest.newBuilder(URI.create(address + "metrics")).build();
            return http.send(request, BodyHandlers.ofString())
                    .body()
                    .lines()
                    .filter(line -> line.startsWith(name))
                    .mapToInt(line -> (int) Double.parseDouble(line.replaceAll(".* ", "")))
                    .sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void report(String address, double askedAfter, double after, ChildProgram program) {
        int refused = figure(address, "parley_refused_total");
        Map<String, Exchange> taken = new HashMap<>(asked);
        if (refused > 0) {
            taken.values().removeIf(exchange -> exchange.requests() == 0);
        }
        System.out.printf(
                "  %d questions in %.1f s, the last answer after %.0f s; %d refused, %d answered%n",
                asked.size(), askedAfter, after, refused, taken.size());
        System.out.println("  " + Laws.judge(surface, taken));
        System.out.println("  calls: " + surface.calls());
        System.out.println("  " + program.memory());
        Laws.faults(surface, taken).stream().limit(20).forEach(System.out::println);
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }
}
