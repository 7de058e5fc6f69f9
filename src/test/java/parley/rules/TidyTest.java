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
    private static final List<String> PICTURES = List.of(".png", ".woff2");

    @Test
    void files_stayShort() {
        int[] sizes = MAIN.stream().mapToInt(file -> file.lines().size()).sorted().toArray();

        assertThat(percentile(sizes, 50)).as("median lines a file").isLessThanOrEqualTo(80);
        assertThat(percentile(sizes, 90)).as("90th percentile").isLessThanOrEqualTo(220);
        assertThat(ALL.stream().filter(file -> file.lines().size() > 400).map(SourceFile::path))
                .as("files over 400 lines")
                .isEmpty();
    }

    @Test
    void methods_stayShort() {
        int[] sizes = methods(MAIN).mapToInt(SourceFile.Method::lines).sorted().toArray();

        assertThat(percentile(sizes, 50)).as("median lines a method").isLessThanOrEqualTo(5);
        assertThat(percentile(sizes, 90)).as("90th percentile").isLessThanOrEqualTo(18);
        assertThat(IntStream.of(sizes).filter(size -> size > 40).count())
                .as("methods over 40 lines of %d", sizes.length)
                .isLessThanOrEqualTo((long) (sizes.length * 0.015));
        assertThat(methods(ALL).filter(method -> method.lines() > 60))
                .as("methods over 60 lines")
                .isEmpty();
    }

    private static Stream<SourceFile.Method> methods(List<SourceFile> files) {
        return files.stream().flatMap(file -> file.methods().stream());
    }

    private static int percentile(int[] sorted, int percent) {
        return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)];
    }

    @Test
    void todos_nameAnIssue() {
        assertThat(
                        ALL.stream()
                                .filter(file -> !file.path().endsWith("TidyTest.java"))
                                .filter(TidyTest::hasBareTodo)
                                .map(SourceFile::path))
                .isEmpty();
    }

    private static boolean hasBareTodo(SourceFile file) {
        return file.lines().stream().anyMatch(line -> BARE_TODO.matcher(line).find());
    }

    @Test
    void texts_haveNoTabsAndNoBigFiles() throws IOException {
        try (Stream<Path> paths = Files.walk(Path.of("src"))) {
            for (Path path : paths.filter(TidyTest::isText).toList()) {
                assertThat(Files.size(path)).as(path.toString()).isLessThan(100_000);
                assertThat(Files.readString(path).indexOf('\t'))
                        .as("the first tab in %s", path)
                        .isEqualTo(-1);
            }
        }
    }

    private static boolean isText(Path path) {
        return Files.isRegularFile(path)
                && PICTURES.stream().noneMatch(ending -> path.toString().endsWith(ending));
    }
}
