package parley.reliability;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import parley.RunningParley;

/** The program within this Java, for what needs no real death. */
public final class LocalProgram implements Program {
    private final Path folder;
    private final Map<String, String> settings;
    private Duration ahead = Duration.ZERO;
    private Optional<RunningParley> running = Optional.empty();

    /**
     * @param folder keeps its data
     */
    public LocalProgram(Path folder, Map<String, String> settings) {
        this.folder = folder;
        this.settings = Map.copyOf(settings);
    }

    /** How far its calendar is ahead of the machine's from the next start on. */
    public LocalProgram ahead(Duration by) {
        ahead = by;
        return this;
    }

    @Override
    public String start() {
        RunningParley parley = RunningParley.start(folder, settings, ahead);
        running = Optional.of(parley);
        return parley.address();
    }

    /** As it runs now. */
    public RunningParley parley() {
        return running.orElseThrow();
    }

    /** With no patience for answers under way: the next start goes on with them. */
    @Override
    public void stop() {
        running.ifPresent(RunningParley::close);
        running = Optional.empty();
    }

    @Override
    public void close() {
        stop();
    }
}
