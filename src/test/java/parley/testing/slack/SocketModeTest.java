package parley.testing.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parley.testing.Json;

/** Driven by Bolt with Tyrus. */
final class SocketModeTest {
    private final FakeSlack slack =
            FakeSlack.start()
                    .addUser("U1", "Ada")
                    .addChannel("C1", "general", Room.Kind.PUBLIC, "U1");
    private final RunningBolt bolt = RunningBolt.start(slack);

    @BeforeEach
    void quiet() {
        slack.limits().off();
    }

    @AfterEach
    void close() {
        bolt.close();
        slack.close();
    }

    @Test
    void says_mention_comesTwiceWithDifferentEventIds() {
        slack.says("U1", "C1", slack.mention() + " hello");
        slack.awaitAcknowledged();

        assertThat(bolt.heard())
                .containsExactlyInAnyOrder(
                        "mention " + slack.mention() + " hello",
                        "message " + slack.mention() + " hello");
        assertThat(slack.deliveries()).extracting(Delivery::eventId).doesNotHaveDuplicates();
        assertThat(slack.deliveries("app_mention").getFirst().ack().delay()).isPositive();
        assertThat(slack.violations()).isEmpty();
    }

    @Test
    void event_unacknowledged_comesAgainAndSaysSo() {
        slack.app().redeliverAfter(Duration.ofMillis(300));
        bolt.failNext();
        slack.says("U1", "C1", "hello");
        slack.awaitAcknowledged();

        assertThat(bolt.heard()).containsExactly("message hello", "message hello again 1");
        assertThat(slack.deliveries().getFirst().attempts()).isGreaterThanOrEqualTo(2);
    }

    @Test
    void event_withoutAConnection_waitsForOneUnlessSet() {
        slack.sockets().waits(false);
        slack.sockets().drop();
        slack.await("no connection", () -> slack.sockets().open() == 0);
        slack.says("U1", "C1", "lost");
        slack.await("a connection", () -> slack.sockets().open() > 0);
        slack.says("U1", "C1", "heard");
        slack.await("one heard", () -> !bolt.heard().isEmpty());

        assertThat(bolt.heard()).containsExactly("message heard");
    }

    @Test
    void event_acknowledged_canBeToldAgain() {
        slack.says("U1", "C1", "hello");
        slack.awaitAcknowledged();
        Delivery delivery = slack.deliveries().getFirst();
        slack.redeliver(delivery);
        slack.await("a second ack", () -> delivery.acks().size() == 2);

        assertThat(bolt.heard()).containsExactly("message hello", "message hello again 1");
    }

    @Test
    void edits_ofAMention_tellTheMentionAgainWithTheChange() {
        String ts = slack.says("U1", "C1", slack.mention() + " one");
        slack.edits("C1", ts, slack.mention() + " two");
        slack.unfurls("C1", ts);
        slack.awaitAcknowledged();

        assertThat(slack.deliveries())
                .extracting(Delivery::type)
                .containsExactly(
                        "message",
                        "app_mention",
                        "message/message_changed",
                        "app_mention",
                        "message/message_changed");
        var again = slack.deliveries("app_mention").getLast().payload().path("event");
        assertThat(again.path("ts").asText()).isEqualTo(ts);
        assertThat(again.path("edited").path("user").asText()).isEqualTo("U1");
        var unfurled = slack.deliveries().getLast().payload().path("event");
        assertThat(unfurled.path("message").path("attachments")).hasSize(1);
        assertThat(unfurled.path("message").path("text"))
                .isEqualTo(unfurled.path("previous_message").path("text"));
    }

    @Test
    void deletes_rootWithReplies_leaveATombstone() {
        String root = slack.says("U1", "C1", "root");
        String reply = slack.replies("U1", "C1", root, "reply");
        slack.deletes("C1", root);
        slack.deletes("C1", reply);

        assertThat(slack.deliveries())
                .extracting(Delivery::type)
                .containsExactly(
                        "message", "message", "message/message_changed", "message/message_deleted");
        assertThat(
                        slack.deliveries("message/message_changed")
                                .getFirst()
                                .payload()
                                .at("/event/message/subtype")
                                .asText())
                .isEqualTo("tombstone");
        assertThat(slack.thread("C1", root)).isEmpty();
    }

    @Test
    void directMessage_isAMessageEventOnly() {
        slack.directMessage("U1", slack.mention() + " hi");

        assertThat(slack.deliveries()).extracting(Delivery::type).containsExactly("message");
        assertThat(slack.deliveries().getFirst().payload().at("/event/channel_type").asText())
                .isEqualTo("im");
    }

    @Test
    void subtypesAndHome_areToldInTheirShapes() {
        slack.happens("U1", "C1", "channel_join", "joined");
        slack.opensHome("U1", "messages");
        slack.says("U1", "C1", "see this", FakeFile.text("a.txt", "abc"));
        slack.awaitAcknowledged();

        assertThat(slack.deliveries())
                .extracting(Delivery::type)
                .containsExactly("message/channel_join", "app_home_opened", "message/file_share");
        assertThat(slack.deliveries().getLast().payload().at("/event/files/0/size").asInt())
                .isEqualTo(3);
    }

    @Test
    void otherBots_andOtherEvents_areTold() {
        slack.addUser("UB1", "Builder", Person.Trait.BOT);
        slack.says("UB1", "C1", slack.mention() + " built");
        slack.happens("UB1", "C1", "bot_message", "old style");
        slack.emits(Json.object("type", "tokens_revoked", "tokens", Json.object()));
        slack.app().without("tokens_revoked");
        slack.emits(Json.object("type", "tokens_revoked", "tokens", Json.object()));
        slack.awaitAcknowledged();

        assertThat(slack.deliveries())
                .extracting(Delivery::type)
                .containsExactly("message", "app_mention", "message/bot_message", "tokens_revoked");
        assertThat(slack.deliveries().getFirst().payload().at("/event/bot_id").asText())
                .isEqualTo("BB1");
    }

    @Test
    void ownPosts_echoUnlessSwitchedOff() throws Exception {
        bolt.methods().chatPostMessage(r -> r.channel("C1").text("mine"));
        slack.awaitAcknowledged();
        slack.app().echoes(false);
        bolt.methods().chatPostMessage(r -> r.channel("C1").text("mine too"));

        assertThat(slack.deliveries()).hasSize(1);
        assertThat(slack.deliveries().getFirst().payload().at("/event/bot_id").asText())
                .isEqualTo(slack.botId());
        assertThat(bolt.heard()).isEmpty();
    }

    @Test
    void drop_abrupt_whatIsSaidMeanwhileComesLater() {
        slack.sockets().drop();
        slack.await("the drop", () -> slack.sockets().open() == 0);
        slack.says("U1", "C1", "hello");
        assertThat(slack.deliveries().getFirst().attempts()).isZero();
        slack.awaitAcknowledged();

        assertThat(slack.sockets().everOpened()).isGreaterThan(1);
    }

    @Test
    void disconnect_refresh_movesTheConnection() {
        int before = slack.sockets().everOpened();
        slack.sockets().disconnect("refresh_requested");
        slack.await("a new socket", () -> slack.sockets().everOpened() > before);
        slack.await("one socket", () -> slack.sockets().open() > 0);
        slack.says("U1", "C1", "hello");
        slack.awaitAcknowledged();
    }

    @Test
    void disconnect_warning_leavesTheOldOneOpen() {
        int before = slack.sockets().everOpened();
        slack.sockets().disconnect("warning");
        slack.await("a new socket", () -> slack.sockets().everOpened() > before);

        assertThat(slack.sockets().mostOpen()).isGreaterThan(1);
    }

    @Test
    void silence_isNoticedByPings_andNothingIsLost() {
        slack.app().redeliverAfter(Duration.ofSeconds(1), 100);
        slack.sockets().silence();
        slack.says("U1", "C1", "hello");
        slack.awaitAcknowledged();

        assertThat(slack.deliveries().getFirst().attempts()).isGreaterThan(1);
        assertThat(slack.deliveries().getFirst().ack().connection()).isGreaterThan(1);
    }

    @Test
    void opening_failingInFourWays_isTriedAgain() {
        slack.faults()
                .next("apps.connections.open", new Fault.Status(500))
                .next("apps.connections.open", new Fault.RateLimited(1))
                .next("apps.connections.open", new Fault.Malformed())
                .next("apps.connections.open", new Fault.Refused("internal_error"));
        RawClient client = new RawClient(slack);
        List<String> answers =
                java.util.stream.Stream.generate(
                                () -> client.form("apps.connections.open", slack.appToken()))
                        .limit(5)
                        .map(answer -> answer.statusCode() + " " + answer.body())
                        .toList();

        assertThat(answers.get(0)).startsWith("500 <html>");
        assertThat(answers.get(1)).startsWith("429 {\"ok\":false");
        assertThat(answers.get(2)).isEqualTo("200 {\"ok\":tr");
        assertThat(answers.get(3)).isEqualTo("200 {\"ok\":false,\"error\":\"internal_error\"}");
        assertThat(answers.get(4)).contains("ws://127.0.0.1:");
        assertThat(slack.rateLimited()).isEmpty();
    }

    @Test
    void connections_moreThanTen_areRefused() {
        for (int i = 0; i < 11; i++) {
            bolt.connectOnceMore(slack);
        }
        slack.await(
                "a refusal",
                () ->
                        slack.violations().stream()
                                .anyMatch(one -> one.rule().equals("too_many_websockets")));
        slack.await("ten left", () -> slack.sockets().open() <= 10);
    }

    @Test
    void ticket_unknown_isNotLetIn() {
        assertThat(bolt.opens("ws://127.0.0.1:" + bolt.port(slack) + "/link/?ticket=mine"))
                .isFalse();
    }
}
