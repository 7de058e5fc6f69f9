package parley.reliability;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The program in a Java of its own, which can be killed; its log goes to a file. */
public final class ChildProgram implements Program {
    private static final Path JAR = Path.of("target/parley.jar");
    private static final List<String> QUICK =
            List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");
    private static final Pattern ADDRESS = Pattern.compile("http://\\S+");
    private static final String OURS = "(PARLEY|ANTHROPIC|SLACK|DISCORD)_.*";

    private final List<String> command;
    private final Map<String, String> settings;
    private final Path log;
    private volatile Optional<Process> process = Optional.empty();

    private ChildProgram(List<String> command, Path folder, Map<String, String> settings) {
        this.command = List.copyOf(command);
        this.log = folder.resolve("parley.log");
        this.settings = new HashMap<>();
        this.settings.put("PARLEY_HTTP", "127.0.0.1:0");
        this.settings.put("PARLEY_DATABASE", "jdbc:sqlite:" + folder.resolve("parley.db"));
        this.settings.put("PARLEY_PROMPTS", "prompts");
        this.settings.putAll(settings);
    }

    /**
     * As {@code mvn package} made it.
     *
     * @param options for Java
     * @param folder keeps its data and its log
     * @param settings beside, or instead of, those of every run
     */
    public static ChildProgram packaged(
            List<String> options, Path folder, Map<String, String> settings) {
        if (Files.notExists(JAR)) {
            throw new IllegalStateException(JAR + " is missing: run mvn package first");
        }
        return java(options, List.of("-jar", JAR.toString()), folder, settings);
    }

    /** With the class path of this Java, so that nothing need be packaged. */
    public static ChildProgram ofClasses(
            List<String> options, Path folder, Map<String, String> settings) {
        String classes = System.getProperty("java.class.path");
        return java(
                options,
                List.of(
                        "--enable-native-access=ALL-UNNAMED",
                        "-Dlogback.configurationFile=logback-child.xml",
                        "-cp",
                        classes,
                        "parley.Main"),
                folder,
                settings);
    }

    /**
     * One that starts fast, for many deaths: the jar that {@code -Dreliability.jar} names, with the
     * AOT cache beside it if there is one, else that of this class path.
     */
    static ChildProgram quick(Path folder, Map<String, String> settings) {
        List<String> options = new ArrayList<>(QUICK);
        String jar = System.getProperty("reliability.jar", "");
        if (jar.isEmpty()) {
            return ofClasses(options, folder, settings);
        }
        Path cache = Path.of(jar.replaceFirst("\\.jar$", ".aot"));
        if (Files.exists(cache)) {
            options.add("-XX:AOTCache=" + cache);
        }
        return java(options, List.of("-jar", jar), folder, settings);
    }

    private static ChildProgram java(
            List<String> options, List<String> main, Path folder, Map<String, String> settings) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(main);
        return new ChildProgram(command, folder, settings);
    }

    @Override
    public String start() {
        ProcessBuilder builder = new ProcessBuilder(command);
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> name.matches(OURS));
        environment.putAll(settings);
        try {
            Process child = builder.redirectError(Redirect.appendTo(log.toFile())).start();
            process = Optional.of(child);
            return ready(child.inputReader());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String ready(BufferedReader out) throws IOException {
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            Matcher address = ADDRESS.matcher(line);
            if (address.find()) {
                return address.group();
            }
        }
        throw new EOFException("Parley did not start: see " + log);
    }

    /** As {@code kill -9}; returns when nothing of it runs any more. */
    public void kill() {
        process.ifPresent(it -> await(it.destroyForcibly()));
    }

    @Override
    public void stop() {
        process.ifPresent(it -> {
            it.destroy();
            await(it);
        });
    }

    /** Sends it SIGTERM, and waits for nothing. */
    public void tell() {
        process.ifPresent(Process::destroy);
    }

    /** Waits for its end; gives the exit status. */
    public int exit() {
        Process ending = process.orElseThrow();
        await(ending);
        return ending.exitValue();
    }

    /** Waits until it has ended, however. */
    void awaitEnd() {
        try {
            if (process.isPresent()) {
                process.get().waitFor();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void await(Process ending) {
        try {
            if (!ending.waitFor(30, TimeUnit.SECONDS)) {
                ending.destroyForcibly();
                throw new AssertionError("Parley did not stop within 30 s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    public boolean alive() {
        return process.filter(Process::isAlive).isPresent();
    }

    /** Of the process that runs or ran last. */
    public long pid() {
        return process.orElseThrow().pid();
    }

    /** What it wrote on standard error, since it was first started. */
    public Path log() {
        return log;
    }

    /** Resident memory now and at its peak, and the threads of the operating system. */
    public String memory() {
        Path status = Path.of("/proc/" + process.orElseThrow().pid() + "/status");
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
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
        kill();
    }
}
