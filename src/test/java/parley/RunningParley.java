package parley;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import parley.testing.PlaygroundClient;

/** The whole program within the test's process, on a free port and a database of its own. */
public final class RunningParley implements AutoCloseable {
    private final Parley parley;
    private final PlaygroundClient client;

    private RunningParley(Parley parley) {
        this.parley = parley;
        this.client = new PlaygroundClient(parley.address());
    }

    /**
     * @param folder holds the database; a second start there goes on with it
     * @param settings beside, or instead of, those of a test
     */
    public static RunningParley start(Path folder, Map<String, String> settings) {
        Map<String, String> environment = new HashMap<>();
        environment.put("PARLEY_HTTP", "127.0.0.1:0");
        environment.put("PARLEY_DATABASE", "jdbc:sqlite:" + folder.resolve("parley.db"));
        environment.put("ANTHROPIC_API_KEY", "sk-ant-test-key");
        environment.putAll(settings);
        return new RunningParley(Parley.start(Settings.load(environment, folder)));
    }

    public PlaygroundClient client() {
        return client;
    }

    public String address() {
        return parley.address();
    }

    /** Stops as on SIGTERM, with that much patience for answers under way. */
    public void stop(Duration patience) {
        client.close();
        parley.stop(patience);
    }

    @Override
    public void close() {
        stop(Duration.ZERO);
    }
}
