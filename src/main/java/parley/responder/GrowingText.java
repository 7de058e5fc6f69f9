package parley.responder;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * The model's text as it grows, cut into messages on the way. Each call reads only what is new and
 * the unfinished part. Not thread-safe.
 */
public final class GrowingText {
    private final int messageLength;
    private final StringBuilder text = new StringBuilder();
    private final List<Part> settled = new ArrayList<>();
    private PartCursor cursor;

    GrowingText(int messageLength) {
        this.messageLength = messageLength;
        this.cursor = PartCursor.first(messageLength);
    }

    public void append(CharSequence more) {
        text.append(more);
    }

    void clear() {
        text.setLength(0);
        settled.clear();
        cursor = PartCursor.first(messageLength);
    }

    /** Makes this the text, and keeps what was cut already where it goes on from there. */
    void become(String whole) {
        int known = text.length();
        if (whole.startsWith(text.toString())) {
            text.append(whole, known, whole.length());
        } else {
            clear();
            text.append(whole);
        }
    }

    int length() {
        return text.length();
    }

    /** Ends the newest part where it can be shown now; false while its end is unclear. */
    boolean turnPage() {
        settle();
        OptionalInt end = cursor.pageEnd(text);
        end.ifPresent(this::cut);
        return end.isPresent();
    }

    /** The parts as they can be shown while more is coming. */
    public List<Part> draft() {
        settle();
        return with(cursor.draft(text));
    }

    /** The parts as they look when nothing more comes. */
    public List<Part> whole() {
        settle();
        return with(cursor.part(text, text.length()));
    }

    private void settle() {
        for (OptionalInt cut = cursor.cut(text); cut.isPresent(); cut = cursor.cut(text)) {
            cut(cut.getAsInt());
        }
    }

    private void cut(int at) {
        settled.add(cursor.part(text, at));
        cursor = cursor.next(text, at);
    }

    private List<Part> with(Part last) {
        List<Part> parts = new ArrayList<>(settled.size() + 1);
        parts.addAll(settled);
        if (!last.source().isEmpty()) {
            parts.add(last);
        }
        return parts;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
