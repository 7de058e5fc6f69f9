package parley;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import parley.store.Database;
import parley.testing.PlaygroundClient;

/** The whole program within the test's process, on a free port and a database of its own. */
public final class RunningParley implements AutoCloseable {
    private final Parley parley;
    private Optional<PlaygroundClient> client = Optional.empty();

    private RunningParley(Parley parley) {
        this.parley = parley;
    }

    /**
     * @param folder holds the database; a second start there goes on with it
     * @param settings beside, or instead of, those of a test
     */
    public static RunningParley start(Path folder, Map<String, String> settings) {
        return start(folder, settings, Duration.ZERO);
    }

    /**
     * @param ahead how far its calendar is ahead of the machine's
     */
    public static RunningParley start(Path folder, Map<String, String> settings, Duration ahead) {
        return start(read(folder, settings), ahead);
    }

    /**
     * @param patience how long others may be silent, so that their silence takes no test long
     */
    public static RunningParley start(
            Path folder, Map<String, String> settings, Duration ahead, Duration patience) {
        return start(read(folder, settings).withPatience(patience), ahead);
    }

    private static RunningParley start(Settings settings, Duration ahead) {
        return new RunningParley(Parley.start(settings, SystemTime.ahead(ahead)));
    }

    private static Settings read(Path folder, Map<String, String> settings) {
        Map<String, String> environment = new HashMap<>();
        environment.put("PARLEY_HTTP", "127.0.0.1:0");
        environment.put("PARLEY_DATABASE", "jdbc:sqlite:" + folder.resolve("parley.db"));
        environment.put("ANTHROPIC_API_KEY", "sk-ant-test-key");
        environment.putAll(settings);
        return Settings.load(environment, folder);
    }

    public synchronized PlaygroundClient client() {
        if (client.isEmpty()) {
            client = Optional.of(new PlaygroundClient(parley.address()));
        }
        return client.get();
    }

    /** Whether health says that questions can be answered. */
    public boolean ready() {
        return readiness().statusCode() == 200;
    }

    /** What health says, as JSON. */
    public String health() {
        return readiness().body();
    }

    private HttpResponse<String> readiness() {
        try (HttpClient http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create(parley.address() + "health/ready"));
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** What it keeps everything in. */
    public Database store() {
        return parley.store();
    }

    public String address() {
        return parley.address();
    }

    /** Stops as on SIGTERM, with that much patience for answers under way. */
    public synchronized void stop(Duration patience) {
        client.ifPresent(PlaygroundClient::close);
        parley.stop(patience);
    }

    @Override
    public void close() {
        stop(Duration.ZERO);
    }
}
