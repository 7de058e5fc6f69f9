package parley.chat;

/** A Slack workspace, a Discord guild, or the playground's one workspace. */
public record WorkspaceId(Platform platform, String value) {
    public WorkspaceId {
        Ids.checkSegment("workspace id", value);
    }

    @Override
    public String toString() {
        return platform.label() + "/" + value;
    }
}
