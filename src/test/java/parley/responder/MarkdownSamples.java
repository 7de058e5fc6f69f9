package parley.responder;

import java.util.Random;

/** Markdown made up from a seed, with everything in it that is hard to cut. */
final class MarkdownSamples {
    private static final String[] WORDS = {
        "the",
        "answer",
        "is",
        "42",
        "and",
        "**bold**",
        "`code`",
        "[link](http://a.b/c)",
        "\ud83d\ude00",
        "\ud83d\udc69\u200d\ud83d\udcbb",
        "e\u0301",
        "漢字。",
        "@everyone",
        "<@U123>",
        "&amp;",
        "```inline```",
        "~~old~~",
        "|",
        "`",
        "[",
        "end.",
        "why?",
        "\\",
        "supercalifragilistic"
    };
    private static final String[] LANGUAGES = {"", "java", "python title=x", "c++", "text"};

    private MarkdownSamples() {}

    static String random(long seed, int length) {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder();
        while (text.length() < length) {
            switch (random.nextInt(9)) {
                case 0, 1, 2 -> paragraph(random, text);
                case 3, 4 -> fence(random, text);
                case 5 -> table(random, text);
                case 6 -> text.append("x".repeat(random.nextInt(400))).append('\n');
                case 7 -> text.append("\n".repeat(random.nextInt(4)));
                default -> text.append("- item ").append(random.nextInt()).append('\n');
            }
        }
        return text.substring(0, length);
    }

    private static void paragraph(Random random, StringBuilder text) {
        for (int words = random.nextInt(80); words > 0; words--) {
            text.append(pick(random, WORDS)).append(random.nextInt(12) == 0 ? "\n" : " ");
        }
        text.append(random.nextBoolean() ? "\n\n" : "\n");
    }

    private static void fence(Random random, StringBuilder text) {
        String marker = (random.nextBoolean() ? "`" : "~").repeat(3 + random.nextInt(3));
        text.append(" ".repeat(random.nextInt(5))).append(marker);
        text.append(pick(random, LANGUAGES)).append('\n');
        for (int lines = random.nextInt(30); lines > 0; lines--) {
            text.append(" ".repeat(random.nextInt(6))).append(pick(random, WORDS));
            text.append("y".repeat(random.nextInt(60))).append('\n');
            text.append(random.nextInt(6) == 0 ? "\n" : "");
        }
        if (random.nextInt(8) != 0) {
            text.append(marker).append('\n');
        }
    }

    private static void table(Random random, StringBuilder text) {
        text.append("| a | b |\n|---|---|\n");
        for (int rows = random.nextInt(20); rows > 0; rows--) {
            text.append("| ").append(pick(random, WORDS)).append(" | ");
            text.append("z".repeat(random.nextInt(50))).append(" |\n");
        }
    }

    private static String pick(Random random, String[] from) {
        return from[random.nextInt(from.length)];
    }
}
