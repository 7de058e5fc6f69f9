package parley.chat;

import java.util.List;

/** What a command or a press comes to, for its author only where the platform can; immutable. */
public sealed interface CommandReply {
    /** As Markdown. */
    String text();

    /**
     * Something to read.
     *
     * @param choices buttons below it, at most five
     */
    record Told(String text, List<Choice> choices) implements CommandReply {
        public Told {
            choices = List.copyOf(choices);
        }
    }

    /** A window to fill in. */
    record Asks(Form form) implements CommandReply {
        @Override
        public String text() {
            return "This needs a window to fill in: " + form.title() + ".";
        }
    }

    /** After a press: the message that bears the button says this from now on, without buttons. */
    record Settled(String text) implements CommandReply {}

    static CommandReply told(String text) {
        return new Told(text, List.of());
    }
}
