package parley.chat;

/** The platform's id of one message; unique within its channel. */
public record MessageId(String value) {
    public MessageId {
        Ids.checkSegment("message id", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
