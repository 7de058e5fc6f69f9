package parley.chat;

/** The platform's id of one person; unique within its workspace. */
public record UserId(String value) {
    public UserId {
        Ids.checkSegment("user id", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
