package parley.responder;

import static org.assertj.core.api.Assertions.assertThat;
import static parley.responder.ResponderRig.BARE;
import static parley.responder.ResponderRig.DELIVERED;
import static parley.responder.ResponderRig.END;
import static parley.responder.ResponderRig.thread;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import parley.chat.RateScope;
import parley.chat.Reference;
import parley.chat.Route;
import parley.chat.SendResult;
import parley.chat.ThreadId;
import parley.chat.Write;
import parley.testing.RecordingAdapter;

/** Which way an answer's writes go on a platform that has several, such as streams and edits. */
final class ReplyRouteTest {
    private final ResponderRig rig = new ResponderRig(200);
    private final AtomicBoolean streaming = new AtomicBoolean(true);

    @AfterEach
    void close() {
        rig.close();
    }

    private static Route route(String name, int permits) {
        return new Route(name, List.of(new RateScope(name, permits, Duration.ofMinutes(10))));
    }

    /** A message is started, appended to and stopped, else posted and updated. */
    private List<Route> streamed(ThreadId thread, Write write) {
        return switch (write) {
            case Write.Post _ -> List.of(route("start", 1), route("post", 100));
            case Write.Edit(var _, var message) when message.settled() && streaming.get() ->
                    List.of(route("stop", 100));
            case Write.Edit _ -> List.of(route(streaming.get() ? "append" : "update", 1));
            case Write.Delete _, Write.Sweep _ -> List.of(route("delete", 100));
        };
    }

    private Reply open(int thread) {
        return rig.responder.open(
                thread(thread), ResponderRig.byline(new Reference("T-" + thread)), List.of());
    }

    private void awaitText(int thread, String text) {
        rig.adapter.await(
                "the text " + text,
                () ->
                        rig.adapter.shown(thread(thread)).stream()
                                .anyMatch(message -> message.text().equals(text)));
    }

    private List<String> ways() {
        return rig.adapter.writes().stream()
                .map(RecordingAdapter.Call::route)
                .map(Route::name)
                .toList();
    }

    @Test
    void append_firstRouteUsedUp_goesTheSecond() {
        rig.adapter.routing(this::streamed);
        open(1).append("one");
        awaitText(1, "one");
        open(2).append("two");
        awaitText(2, "two");

        assertThat(ways()).containsExactly("start", "post");
    }

    @Test
    void finish_whileAMiddleWaits_goesItsOwnRouteAtOnce() {
        rig.adapter.routing(this::streamed);
        Reply reply = open(1);
        reply.append("a");
        awaitText(1, "a");
        reply.append("b");
        awaitText(1, "ab");
        reply.append("c");

        assertThat(reply.finish("abc", END)).isEqualTo(DELIVERED);
        assertThat(ways()).containsExactly("start", "append", "stop");
    }

    @Test
    void append_grantedRouteIsGoneByThen_claimsAnewAndGivesThePermitBack() {
        AtomicBoolean ended = new AtomicBoolean();
        rig.adapter.routing((thread, write) -> {
            List<Route> routes = streamed(thread, write);
            boolean first = write instanceof Write.Edit && thread.equals(thread(1));
            if (first && !ended.getAndSet(true)) {
                return List.of(route("append", 1));
            }
            return first ? List.of(route("update", 1)) : routes;
        });
        Reply reply = open(1);
        reply.append("a");
        awaitText(1, "a");
        reply.append("b");
        awaitText(1, "ab");
        Reply other = open(2);
        other.append("x");
        awaitText(2, "x");
        other.append("y");
        awaitText(2, "xy");

        assertThat(ways()).containsExactly("start", "update", "post", "append");
    }

    @Test
    void append_rateLimited_coolsOffThatRouteOnly() {
        rig.adapter
                .routing((_, _) -> List.of(route("start", 9), route("post", 9)))
                .answering(new SendResult.RateLimited(Duration.ofHours(1)));
        open(1).append("one");
        awaitText(1, "one");
        open(2).append("two");
        awaitText(2, "two");

        assertThat(ways()).containsExactly("start", "post", "post");
    }

    @Test
    void finish_onlyRouteHasNoRoom_waitsPastThePatience() {
        RateScope brief = new RateScope("brief", 1, Duration.ofMillis(300));
        rig.adapter.routing((_, _) -> List.of(new Route("one", List.of(brief))));
        Reply reply = open(1);
        reply.append("a");
        awaitText(1, "a");

        assertThat(reply.finish("ab", BARE, Duration.ofMillis(20))).isEqualTo(DELIVERED);
    }
}
