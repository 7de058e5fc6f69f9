package parley.chat;

/** A thread of a channel, named by its root message; the unit that holds one conversation. */
public record ThreadId(ChannelId channel, String root) {
    public ThreadId {
        Ids.checkSegment("thread root", root);
    }

    public Platform platform() {
        return channel.workspace().platform();
    }

    /**
     * Reads back what {@link #toString} prints: {@code platform/workspace/channel/root}.
     *
     * @throws IllegalArgumentException when the text has another form
     */
    public static ThreadId parse(String text) {
        String[] segments = text.split("/", -1);
        if (segments.length != 4) {
            throw new IllegalArgumentException("not a thread id: '" + text + "'");
        }
        var workspace = new WorkspaceId(Platform.ofLabel(segments[0]), segments[1]);
        return new ThreadId(new ChannelId(workspace, segments[2]), segments[3]);
    }

    @Override
    public String toString() {
        return channel + "/" + root;
    }
}
