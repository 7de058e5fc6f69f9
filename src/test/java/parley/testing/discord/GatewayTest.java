package parley.testing.discord;

import static org.assertj.core.api.Assertions.assertThat;

import net.dv8tion.jda.api.events.message.MessageReceivedEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class GatewayTest {
    private final TinyHome home = new TinyHome();
    private final RunningJda jda = RunningJda.start(home.api(), TinyHome.TOKEN);

    GatewayTest() throws java.io.IOException {}

    @AfterEach
    void close() {
        jda.close();
        home.close();
    }

    @Test
    void message_isHeard() {
        home.gateway.awaitListening();
        home.watch()
                .run(() ->
                        home.gateway
                                .dispatches()
                                .dispatch(
                                        "MESSAGE_CREATE",
                                        Json.object(
                                                "id",
                                                "900",
                                                "type",
                                                0,
                                                "channel_id",
                                                "300",
                                                "guild_id",
                                                "100",
                                                "content",
                                                "hello",
                                                "author",
                                                Json.object("id", "1", "username", "ada"),
                                                "mentions",
                                                Json.array(),
                                                "mention_roles",
                                                Json.array(),
                                                "timestamp",
                                                "2026-01-01T00:00:00Z",
                                                "member",
                                                Json.object("roles", Json.array()))));
        home.watch()
                .await(
                        "heard",
                        () -> !jda.heard(MessageReceivedEvent.class).isEmpty(),
                        () -> home.gateway + " " + home.violations);
        assertThat(jda.heard(MessageReceivedEvent.class).getFirst().getMessage().getContentRaw())
                .isEqualTo("hello");
    }
}
