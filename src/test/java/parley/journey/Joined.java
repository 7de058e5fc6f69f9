package parley.journey;

import java.util.List;
import parley.testing.discord.ShownMessage;

/** The model's text out of the messages that show it: what cutting added is taken out again. */
final class Joined {
    private Joined() {}

    /** Without the fences that a cut closed and opened; white space at the cuts aside. */
    static String of(List<ShownMessage> messages) {
        StringBuilder text = new StringBuilder();
        for (ShownMessage message : messages) {
            String part = message.text();
            boolean goesOn = text.toString().endsWith("\n```") && part.startsWith("```");
            boolean open = goesOn && fences(text) % 2 == 0 && fences(part) % 2 == 0;
            if (open && part.startsWith("```java\n")) {
                text.setLength(text.length() - "\n```".length());
                text.append('\n').append(part, "```java\n".length(), part.length());
            } else {
                text.append(text.isEmpty() ? "" : "\n").append(part);
            }
        }
        return plain(text.toString());
    }

    private static int fences(CharSequence text) {
        return text.toString().split("```", -1).length - 1;
    }

    /** With each run of white space as one blank. */
    static String plain(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }
}
