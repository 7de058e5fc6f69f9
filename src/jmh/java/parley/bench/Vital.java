package parley.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a Java process holds at one moment, as Linux and its own garbage collector tell it.
 *
 * @param live kilobytes of the heap that are in use after a full collection
 * @param resident kilobytes of memory
 * @param threads of the operating system
 * @param files open files, sockets among them
 */
record Vital(long live, long resident, long threads, long files, long sockets) {
    private static final Pattern USED = Pattern.compile("used (\\d+)K");

    static Vital of(long pid) throws IOException {
        jcmd(pid, "GC.run");
        Path process = Path.of("/proc/" + pid);
        String status = Files.readString(process.resolve("status"));
        try (Stream<Path> files = Files.list(process.resolve("fd"))) {
            var all = files.toList();
            long sockets = all.stream().filter(Vital::isSocket).count();
            return new Vital(
                    used(jcmd(pid, "GC.heap_info")),
                    number(status, "VmRSS"),
                    number(status, "Threads"),
                    all.size(),
                    sockets);
        }
    }

    private static boolean isSocket(Path file) {
        try {
            return Files.readSymbolicLink(file).toString().startsWith("socket:");
        } catch (IOException e) {
            return false; // closed meanwhile
        }
    }

    private static long number(String status, String name) {
        return Pattern.compile("^" + name + ":\\s*(\\d+)", Pattern.MULTILINE)
                .matcher(status)
                .results()
                .mapToLong(found -> Long.parseLong(found.group(1)))
                .findFirst()
                .orElse(0);
    }

    /** Of both generations, and not of the parts of each. */
    private static long used(String info) {
        String heap = info.lines().filter(line -> !line.contains("space")).toList().toString();
        return USED.matcher(heap).results().mapToLong(use -> Long.parseLong(use.group(1))).sum();
    }

    private static String jcmd(long pid, String command) throws IOException {
        String tool = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        Process process =
                new ProcessBuilder(tool, Long.toString(pid), command)
                        .redirectErrorStream(true)
                        .start();
        try (var out = process.getInputStream()) {
            return new String(out.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    static String heading() {
        return "live heap MB  resident MB  threads  files  sockets";
    }

    String line() {
        return String.format(
                Locale.ROOT,
                "%12.1f  %11.1f  %7d  %5d  %7d",
                live / 1024.0,
                resident / 1024.0,
                threads,
                files,
                sockets);
    }
}
