package parley.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import parley.testing.HostileText;

/** No two places have the same printed name, whatever platforms call them. */
final class IdsPropertiesTest {
    @Provide
    Arbitrary<String> segments() {
        return Arbitraries.oneOf(
                        Arbitraries.of("1", "a", "a:b", "a|b", "a-b", "@me", "1.2", "W1", "\u0000"),
                        HostileText.hostile(2))
                .map(text -> text.replace('/', '|'))
                .filter(text -> !text.isBlank());
    }

    @Provide
    Arbitrary<ThreadId> threads() {
        return Combinators.combine(
                        Arbitraries.of(Platform.class), segments(), segments(), segments())
                .as((platform, workspace, channel, root) ->
                        new ThreadId(
                                new ChannelId(new WorkspaceId(platform, workspace), channel),
                                root));
    }

    @Property
    void thread_printed_readsBackAsTheSame(@ForAll("threads") ThreadId thread) {
        assertThat(ThreadId.parse(thread.toString())).isEqualTo(thread);
    }

    @Property
    void threads_thatDiffer_arePrintedDifferently(
            @ForAll("threads") ThreadId one, @ForAll("threads") ThreadId other) {
        assertThat(one.toString().equals(other.toString())).isEqualTo(one.equals(other));
        assertThat(one.channel().toString().equals(other.channel().toString()))
                .isEqualTo(one.channel().equals(other.channel()));
    }

    @Property
    void id_withASlashOrNothing_isRefused(@ForAll("segments") String text) {
        assertThat(refused(text + "/")).isTrue();
        assertThat(refused("/" + text)).isTrue();
        assertThat(refused(" ")).isTrue();
    }

    private static boolean refused(String value) {
        try {
            return Optional.of(new MessageId(value)).isEmpty();
        } catch (IllegalArgumentException e) {
            return true;
        }
    }
}
