package parley.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The packaged program in a Java of its own, with a new database; its log goes to a file. */
final class ParleyProcess implements AutoCloseable {
    private static final Path JAR = Path.of("target/parley.jar");
    private static final Pattern ADDRESS = Pattern.compile("http://\\S+");

    private final Process process;
    private final URI address;

    private ParleyProcess(Process process, URI address) {
        this.process = process;
        this.address = address;
    }

    /**
     * @param options for Java
     * @param settings beside those of every run
     */
    static ParleyProcess start(List<String> options, Map<String, String> settings)
            throws IOException {
        if (Files.notExists(JAR)) {
            throw new IOException(JAR + " is missing: run mvn package first");
        }
        Path folder =
                Files.createTempDirectory(Files.createDirectories(Path.of("target/load")), "");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-jar", JAR.toString()));
        ProcessBuilder builder = new ProcessBuilder(command);
        var environment = builder.environment();
        environment.keySet().removeIf(name -> name.matches("(PARLEY|ANTHROPIC|SLACK|DISCORD)_.*"));
        environment.put("PARLEY_HTTP", "127.0.0.1:0");
        environment.put("PARLEY_DATABASE", "jdbc:sqlite:" + folder.resolve("parley.db"));
        environment.put("PARLEY_PROMPTS", "prompts");
        environment.putAll(settings);
        Process process = builder.redirectError(folder.resolve("parley.log").toFile()).start();
        return new ParleyProcess(process, ready(process, folder));
    }

    private static URI ready(Process process, Path folder) throws IOException {
        var out =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            Matcher address = ADDRESS.matcher(line);
            if (address.find()) {
                return URI.create(address.group());
            }
        }
        throw new IOException("Parley did not start: see " + folder.resolve("parley.log"));
    }

    long pid() {
        return process.pid();
    }

    URI address() {
        return address;
    }

    /** Resident memory now and at its peak, and the threads of the operating system. */
    String memory() throws IOException {
        Path status = Path.of("/proc/" + process.pid() + "/status");
        if (Files.notExists(status)) {
            return "resident memory is read on Linux only";
        }
        try (Stream<String> lines = Files.lines(status)) {
            List<String> all = lines.toList();
            return "resident %d MB, at its peak %d MB; %d system threads"
                    .formatted(
                            number(all, "VmRSS:") / 1024,
                            number(all, "VmHWM:") / 1024,
                            number(all, "Threads:"));
        }
    }

    private static long number(List<String> lines, String name) {
        return lines.stream()
                .filter(line -> line.startsWith(name))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElse(0);
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
