package parley.bench;

/** Answers as models write them, made up without chance. */
final class Answers {
    private static final String SECTION =
            """
            ## Reading the log

            The **first** thing to look at is `main.log`; see [the manual](https://example.org/log) for
            what each column means. Most of the time the cause is one of the following, in this order:

            - the disk is full, or nearly so
            - two writers share one file

            ```java
            try (var lines = Files.lines(Path.of("main.log"))) {
                lines.filter(line -> line.contains("ERROR")).forEach(System.out::println);
            }
            ```

            | code | meaning | what to do |
            |------|---------|------------|
            | 17 | no space left | make room, then start again |
            | 42 | locked | stop the other writer |

            """;

    private Answers() {}

    static String ofLength(int length) {
        return SECTION.repeat(length / SECTION.length() + 1).substring(0, length);
    }
}
