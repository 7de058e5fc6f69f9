package parley.web;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import parley.chat.Button;
import parley.chat.EventId;
import parley.chat.MessageId;
import parley.chat.Reference;
import parley.chat.ThreadId;

/** Reads what a page sent; whatever cannot be is a {@link Refusal} in plain words. */
final class PageInput {
    /** In UTF-16 units. */
    static final int LONGEST_MESSAGE = 40_000;

    private static final Pattern UUID =
            Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private static final Pattern ACTION = Pattern.compile("[ -~]{1,80}");
    private static final Pattern FORM = Pattern.compile("[!-~]{1,80}");
    private static final Pattern KEY = Pattern.compile("[a-z]{1,20}");
    private static final Pattern LINE_END = Pattern.compile("\\r\\n?");
    private static final int MOST_VALUES = 50;

    private PageInput() {}

    static Room room(String id) {
        return Room.find(id).orElseThrow(() -> Refusal.missing("There is no such channel."));
    }

    static Person person(Room room, String id) {
        Person person =
                Person.find(id).orElseThrow(() -> Refusal.invalid("There is no such person."));
        if (room.person().isPresent() && !room.person().get().equals(person)) {
            throw Refusal.forbidden("These direct messages belong to someone else.");
        }
        return person;
    }

    static Person person(String id) {
        return Person.find(id).orElseThrow(() -> Refusal.missing("There is no such person."));
    }

    /** The thread in which something was done, or empty for the channel itself. */
    static Optional<ThreadId> place(Room room, String root) {
        return root.isEmpty() ? Optional.empty() : Optional.of(thread(room, root));
    }

    static ThreadId thread(Room room, String root) {
        return new ThreadId(room.channel(), segment(root));
    }

    static MessageId messageId(String id) {
        return new MessageId(segment(id));
    }

    static EventId event(String id) {
        if (!UUID.matcher(id).matches()) {
            throw Refusal.invalid("The request's id must be a UUID.");
        }
        return new EventId(id);
    }

    static Reference turn(String turn) {
        return new Reference(segment(turn));
    }

    private static String segment(String id) {
        if (id.isBlank() || id.length() > 100 || id.indexOf('/') >= 0) {
            throw Refusal.invalid("That is no id.");
        }
        return id;
    }

    static Button button(String name) {
        return Arrays.stream(Button.values())
                .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid("There is no such button."));
    }

    static String action(String action) {
        if (!ACTION.matcher(action).matches()) {
            throw Refusal.invalid("There is no such button.");
        }
        return action;
    }

    static String form(String id) {
        if (!FORM.matcher(id).matches()) {
            throw Refusal.invalid("There is no such window.");
        }
        return id;
    }

    /** What stands in each field, with line feeds only. */
    static Map<String, String> values(@Nullable Map<String, @Nullable String> values) {
        if (values == null || values.size() > MOST_VALUES) {
            throw Refusal.invalid("That is no filled-in window.");
        }
        Map<String, String> read = new HashMap<>();
        values.forEach((key, value) -> {
            if (!KEY.matcher(key).matches()) {
                throw Refusal.invalid("There is no such field.");
            }
            read.put(key, LINE_END.matcher(Json.orEmpty(value)).replaceAll("\n"));
        });
        return read;
    }

    static void checkText(String text) {
        if (text.isBlank()) {
            throw Refusal.invalid("A message needs some text.");
        }
        if (text.length() > LONGEST_MESSAGE) {
            throw Refusal.invalid(
                    "This message is too long: at most "
                            + String.format(Locale.ROOT, "%,d", LONGEST_MESSAGE)
                            + " characters fit.");
        }
    }
}
