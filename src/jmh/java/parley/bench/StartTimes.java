package parley.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import parley.reliability.ChildProgram;

/**
 * How long the packaged program takes from the start of Java to the line that says it is ready,
 * with the offline model and a new database, with and without the AOT cache in turn.
 */
public final class StartTimes {
    private static final int STARTS = 11;
    private static final Path CACHE = Path.of("target/parley.aot");

    private StartTimes() {}

    public static void main(String[] args) throws IOException {
        if (Files.notExists(CACHE)) {
            throw new IOException(
                    CACHE + " is missing: run deploy/parley --version, which makes it");
        }
        long[] plain = new long[STARTS];
        long[] cached = new long[STARTS];
        for (int i = 0; i < STARTS; i++) {
            plain[i] = start(List.of());
            cached[i] = start(List.of("-XX:AOTCache=" + CACHE));
        }
        System.out.printf("Start to ready, %d times each%n%s%n", STARTS, Spread.heading());
        System.out.println(Spread.of(plain).line("java -jar"));
        System.out.println(Spread.of(cached).line("java -XX:AOTCache -jar"));
    }

    private static long start(List<String> options) throws IOException {
        try (ChildProgram parley = Fresh.program(options, Map.of())) {
            long began = System.nanoTime();
            parley.start();
            return System.nanoTime() - began;
        }
    }
}
