package parley.discord;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.utils.FileUpload;
import parley.chat.Choice;
import parley.chat.CommandReply;
import parley.responder.MessageSplitter;
import parley.responder.Part;

/**
 * Something to read for one person, as messages of Discord, of which the last bears the buttons and
 * files; more than a few messages are a file. Immutable, pure.
 */
record PrivateReply(List<Sheet> sheets) {
    private static final MessageSplitter SPLITTER =
            new MessageSplitter(DiscordMessages.MOST_CHARACTERS);

    /** More than these is a file. */
    private static final int MOST_MESSAGES = 8;

    private static final String REST = "The whole of it is in this file.";
    private static final String NOTHING = "Done.";

    PrivateReply {
        sheets = List.copyOf(sheets);
    }

    /** One of the messages. */
    record Sheet(String words, List<ActionRow> rows, List<TextFile> files) {
        Sheet {
            rows = List.copyOf(rows);
            files = List.copyOf(files);
        }
    }

    /** A file of text. */
    record TextFile(String name, String text) {
        FileUpload upload() {
            return FileUpload.fromData(text.getBytes(StandardCharsets.UTF_8), name);
        }
    }

    static PrivateReply of(String markdown) {
        return of(markdown, List.of(), List.of());
    }

    static PrivateReply of(CommandReply.Told told) {
        return of(told.text(), told.choices(), List.of());
    }

    static PrivateReply of(String markdown, List<Choice> choices, List<TextFile> files) {
        List<TextFile> attached = new ArrayList<>();
        List<String> messages = messages(markdown);
        if (messages.size() > MOST_MESSAGES) {
            attached.add(new TextFile("answer.md", markdown));
            messages = List.of(messages.getFirst(), REST);
        }
        attached.addAll(files);
        List<Sheet> sheets = new ArrayList<>();
        messages.subList(0, messages.size() - 1)
                .forEach(words -> sheets.add(new Sheet(words, List.of(), List.of())));
        sheets.add(new Sheet(messages.getLast(), DiscordChoices.rows(choices), attached));
        return new PrivateReply(sheets);
    }

    private static List<String> messages(String markdown) {
        List<String> messages = SPLITTER.split(markdown).stream().map(Part::shown).toList();
        return messages.isEmpty() ? List.of(NOTHING) : messages;
    }

    Sheet first() {
        return sheets.getFirst();
    }

    List<Sheet> rest() {
        return sheets.subList(1, sheets.size());
    }
}
