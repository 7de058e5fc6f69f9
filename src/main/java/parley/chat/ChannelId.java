package parley.chat;

/** A channel, private channel or direct message of a workspace. */
public record ChannelId(WorkspaceId workspace, String value) {
    public ChannelId {
        Ids.checkSegment("channel id", value);
    }

    @Override
    public String toString() {
        return workspace + "/" + value;
    }
}
