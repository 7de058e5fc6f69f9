package parley.command;

import java.util.List;
import java.util.Optional;
import parley.chat.Command;
import parley.chat.Platform;
import parley.chat.ThreadId;
import parley.chat.WorkspaceId;
import parley.prompt.BindingScope;

/** The places that {@code for …} can name. */
enum Place {
    CHANNEL,
    THREAD,
    WORKSPACE;

    static final List<String> WORDS = List.of("channel", "thread", "workspace");

    /** The place that the words {@code for thread} name; empty words mean the channel. */
    static Optional<Place> parse(List<String> words) {
        List<String> named =
                !words.isEmpty() && words.getFirst().equals("for")
                        ? words.subList(1, words.size())
                        : words;
        if (words.isEmpty()) {
            return Optional.of(CHANNEL);
        }
        int index = named.size() == 1 ? WORDS.indexOf(named.getFirst()) : -1;
        return index < 0 ? Optional.empty() : Optional.of(values()[index]);
    }

    /** Whether the words have the form {@code for …}, even where no place has that name. */
    static boolean isNamed(List<String> words) {
        return words.size() == 2 && words.getFirst().equals("for");
    }

    /** The place of that kind in which the command was typed; empty outside of any thread. */
    Optional<BindingScope> scope(Command command) {
        return switch (this) {
            case CHANNEL -> Optional.of(new BindingScope.OfChannel(command.channel()));
            case THREAD -> command.thread().map(BindingScope.OfThread::new);
            case WORKSPACE ->
                    Optional.of(new BindingScope.OfWorkspace(command.channel().workspace()));
        };
    }

    /** The thread that the scope is, if it is one. */
    static Optional<ThreadId> thread(BindingScope scope) {
        return scope instanceof BindingScope.OfThread(ThreadId thread)
                ? Optional.of(thread)
                : Optional.empty();
    }

    /** As a sentence calls it. */
    static String words(BindingScope scope) {
        return switch (scope) {
            case BindingScope.OfThread _ -> "this thread";
            case BindingScope.OfChannel _ -> "this channel";
            case BindingScope.OfWorkspace(WorkspaceId workspace) ->
                    workspace.platform() == Platform.DISCORD ? "this server" : "this workspace";
            case BindingScope.OfPlatform platform -> "all of " + platform.platform().label();
        };
    }
}
