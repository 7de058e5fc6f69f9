package parley.responder;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import parley.chat.Button;
import parley.chat.Outgoing;

/**
 * A message as the thread should show it.
 *
 * @param textEnd how far into the answer's text it reaches
 */
record Wanted(Outgoing message, int textEnd) {
    /** The messages of an answer that is still being written: the last can be stopped. */
    static List<Wanted> growing(Byline byline, List<Part> parts) {
        return layOut(byline, parts, Foot.GROWING);
    }

    /** The messages of a finished answer; none when it has neither text nor note. */
    static List<Wanted> finished(Byline byline, List<Part> parts, ReplyEnd end) {
        List<Wanted> messages = layOut(byline, parts, new Foot(end, true));
        if (!messages.isEmpty() || end.note().isEmpty()) {
            return messages;
        }
        return List.of(new Foot(end, true).under(byline, 0, EMPTY));
    }

    /** A message of the answer, whatever it shows. */
    static Wanted blank(Byline byline, int part) {
        return Foot.GROWING.under(byline, part, EMPTY);
    }

    /** Of the messages of a finished answer these, and one behind them without any text. */
    static List<Wanted> cutOff(Byline byline, List<Wanted> kept, ReplyEnd end) {
        int read = kept.isEmpty() ? 0 : kept.getLast().textEnd();
        List<Wanted> messages = new ArrayList<>(kept);
        messages.add(new Foot(end, true).under(byline, kept.size(), new Part("", "", 0, read)));
        return List.copyOf(messages);
    }

    private static final Optional<String> NONE = Optional.empty();
    private static final Part EMPTY = new Part("", "", 0, 0);

    /** What stands under the last message. */
    private record Foot(ReplyEnd end, boolean settled) {
        static final Foot GROWING = new Foot(new ReplyEnd(NONE, NONE, List.of(Button.STOP)), false);

        Wanted under(Byline byline, int part, Part text) {
            return new Wanted(
                    new Outgoing(
                            byline.turn(),
                            byline.asker(),
                            part,
                            text.shown(),
                            text.stable(),
                            end.note(),
                            end.footer(),
                            end.buttons(),
                            settled,
                            byline.question()),
                    text.end());
        }
    }

    /** Platforms refuse blank messages, so a part without a visible character is left out. */
    private static List<Wanted> layOut(Byline byline, List<Part> parts, Foot last) {
        List<Part> visible = parts.stream().filter(part -> !part.shown().isBlank()).toList();
        Foot plain = new Foot(new ReplyEnd(NONE, NONE, List.of()), true);
        List<Wanted> messages = new ArrayList<>();
        for (int i = 0; i < visible.size(); i++) {
            Foot foot = i == visible.size() - 1 ? last : plain;
            messages.add(foot.under(byline, i, visible.get(i)));
        }
        return List.copyOf(messages);
    }
}
