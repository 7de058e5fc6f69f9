package parley.testing.slack;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Messages as people see them. Guarded by the watch. */
final class Screen {
    private final Workspace workspace;
    private final StreamRules rules;

    Screen(Workspace workspace, StreamRules rules) {
        this.workspace = workspace;
        this.rules = rules;
    }

    List<Shown> thread(String channel, String root) {
        return workspace.posts.thread(channel, root).stream()
                .filter(post -> !post.tombstone)
                .map(this::shown)
                .toList();
    }

    List<Shown> channel(String channel) {
        return workspace.posts.all(channel).stream()
                .filter(post -> !post.tombstone && !post.isReply())
                .map(this::shown)
                .toList();
    }

    Optional<Shown> message(String channel, String ts) {
        return workspace.posts.find(channel, ts).filter(post -> !post.tombstone).map(this::shown);
    }

    private Shown shown(Post post) {
        boolean old = rules.endIfOld(post);
        return new Shown(
                post.ts,
                post.root(),
                post.author.id(),
                text(post),
                BlockText.context(post.blocks),
                BlockText.buttons(post.blocks),
                post.files.stream().map(StoredFile::name).toList(),
                post.streaming(),
                old || post.stream == Post.Stream.BROKEN,
                post.edits,
                post.metadata,
                post.blocks);
    }

    /** Blocks hide the text, but for a streamed message, whose blocks stand under it. */
    private static String text(Post post) {
        String body = BlockText.body(post.blocks);
        if (post.blocks.isEmpty() || !post.author.is(Person.Trait.BOT)) {
            return post.text;
        }
        List<String> parts = new ArrayList<>();
        if (post.stream != Post.Stream.NONE) {
            parts.add(post.text);
        }
        parts.add(body);
        parts.removeIf(String::isEmpty);
        return String.join("\n\n", parts);
    }
}
