package parley.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What reviews would otherwise say again and again. */
final class TidyTest {
    private static final List<SourceFile> MAIN = SourceFile.under("src/main/java");
    private static final List<SourceFile> ALL =
            Stream.of("src/main/java", "src/test/java", "src/jmh/java")
                    .flatMap(folder -> SourceFile.under(folder).stream())
                    .toList();
    private static final Pattern BARE_TODO = Pattern.compile("TODO(?! \\(#\\d+\\))");

    @Test
    void files_stayShort() {
        int[] sizes = MAIN.stream().mapToInt(file -> file.lines().size()).sorted().toArray();

        assertThat(percentile(sizes, 50)).as("median lines a file").isLessThanOrEqualTo(80);
        assertThat(percentile(sizes, 90)).as("90th percentile").isLessThanOrEqualTo(220);
        assertThat(ALL)
                .allSatisfy(file ->
                        assertThat(file.lines())
                                .as("lines of %s", file.path())
                                .hasSizeLessThanOrEqualTo(400));
    }

    @Test
    void methods_stayShort() {
        int[] sizes =
                MAIN.stream()
                        .flatMap(file -> file.methods().stream())
                        .mapToInt(SourceFile.Method::lines)
                        .sorted()
                        .toArray();

        assertThat(percentile(sizes, 50)).as("median lines a method").isLessThanOrEqualTo(5);
        assertThat(percentile(sizes, 90)).as("90th percentile").isLessThanOrEqualTo(18);
        assertThat(IntStream.of(sizes).filter(size -> size > 40).count())
                .as("methods over 40 lines of %d", sizes.length)
                .isLessThanOrEqualTo((long) (sizes.length * 0.015));
        assertThat(ALL.stream().flatMap(file -> file.methods().stream()))
                .allSatisfy(method ->
                        assertThat(method.lines())
                                .as("lines of %s", method.name())
                                .isLessThanOrEqualTo(60));
    }

    private static int percentile(int[] sorted, int percent) {
        return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)];
    }

    @Test
    void todos_nameAnIssue() {
        assertThat(ALL)
                .filteredOn(file -> !file.path().endsWith("TidyTest.java"))
                .allSatisfy(file ->
                        assertThat(file.lines())
                                .as(file.path().toString())
                                .noneMatch(line -> BARE_TODO.matcher(line).find()));
    }

    @Test
    void texts_haveNoTabsAndNoBigFiles() throws IOException {
        try (Stream<Path> paths = Files.walk(Path.of("src"))) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                if (path.toString().endsWith(".png")) {
                    continue;
                }
                assertThat(Files.size(path)).as(path.toString()).isLessThan(100_000);
                assertThat(Files.readString(path)).as(path.toString()).doesNotContain("\t");
            }
        }
    }
}
