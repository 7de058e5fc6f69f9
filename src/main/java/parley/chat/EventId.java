package parley.chat;

/** The platform's id of one delivered event: the same when the event is delivered again. */
public record EventId(String value) {
    public EventId {
        Ids.checkSegment("event id", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
