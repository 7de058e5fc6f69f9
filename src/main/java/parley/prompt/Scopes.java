package parley.prompt;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import parley.chat.ChannelId;
import parley.chat.ThreadId;

/** The scopes that cover a place, narrowest first. */
final class Scopes {
    private Scopes() {}

    static List<BindingScope> covering(ChannelId channel, Optional<ThreadId> thread) {
        Stream<BindingScope> own = thread.stream().map(BindingScope.OfThread::new);
        return Stream.concat(
                        own,
                        Stream.of(
                                new BindingScope.OfChannel(channel),
                                new BindingScope.OfWorkspace(channel.workspace()),
                                new BindingScope.OfPlatform(channel.workspace().platform())))
                .toList();
    }
}
