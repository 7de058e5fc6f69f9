package parley.testing.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class FaultsTest {
    private final FakeSlack fake =
            FakeSlack.start()
                    .addUser("U1", "Ada")
                    .addChannel("C1", "general", Room.Kind.PUBLIC, "U1");
    private final Slack slack = impatient();
    private final MethodsClient methods = slack.methods(fake.botToken());

    private Slack impatient() {
        SlackConfig config = new SlackConfig();
        config.setMethodsEndpointUrlPrefix(fake.apiUrl());
        config.setProxyUrl(null);
        config.setStatsEnabled(false);
        config.getMethodsConfig().setStatsEnabled(false);
        config.setHttpClientCallTimeoutMillis(1_500);
        return Slack.getInstance(config);
    }

    @BeforeEach
    void warmUp() throws Exception {
        fake.await("a first answer", this::answers);
    }

    private boolean answers() {
        try {
            return methods.authTest(r -> r).isOk();
        } catch (IOException | SlackApiException e) {
            return false;
        }
    }

    @AfterEach
    void close() throws Exception {
        slack.close();
        fake.close();
    }

    private String post() throws IOException, SlackApiException {
        return methods.chatPostMessage(r -> r.channel("C1").text("x")).getError();
    }

    @Test
    void answers_thatAreNone_failAsInRealLife() {
        fake.faults()
                .next("chat.postMessage", new Fault.Status(503))
                .next("chat.postMessage", new Fault.Malformed())
                .next("chat.postMessage", new Fault.Hang());

        assertThatThrownBy(this::post)
                .isInstanceOfSatisfying(
                        SlackApiException.class,
                        e -> assertThat(e.getResponse().code()).isEqualTo(503));
        assertThatThrownBy(this::post).isInstanceOf(Exception.class);
        assertThatThrownBy(this::post).isInstanceOf(IOException.class);
        assertThat(fake.channel("C1")).isEmpty();
    }

    @Test
    void errors_ofChoice_hitTheCallsThatMatch() throws Exception {
        fake.faults()
                .when(
                        call -> call.argument("text").filter("x"::equals).isPresent(),
                        1,
                        new Fault.Refused("fatal_error"));

        assertThat(methods.chatPostMessage(r -> r.channel("C1").text("y")).getError()).isNull();
        assertThat(post()).isEqualTo("fatal_error");
        assertThat(post()).isNull();
        fake.faults().always("chat.postMessage", new Fault.Refused("fatal_error"));
        assertThat(post()).isEqualTo("fatal_error");
        fake.faults().clear();
        assertThat(post()).isNull();
    }

    @Test
    void effectThenHang_hasTakenEffect() {
        fake.faults().next("chat.postMessage", new Fault.EffectThenHang());

        assertThatThrownBy(this::post).isInstanceOf(IOException.class);
        assertThat(fake.channel("C1")).hasSize(1);
    }

    /** OkHttp asks again by itself when a kept connection breaks: a bot must forbid that. */
    @Test
    void effectThenReset_takesEffectEachTimeTheClientTries() {
        fake.faults().always("chat.postMessage", new Fault.EffectThenReset());

        assertThatThrownBy(this::post).isInstanceOf(IOException.class);
        assertThat(fake.channel("C1")).hasSameSizeAs(fake.calls("chat.postMessage"));
        assertThat(fake.channel("C1")).isNotEmpty();
    }

    @Test
    void reset_hasNoEffect() {
        fake.faults().always("chat.postMessage", new Fault.Reset());

        assertThatThrownBy(this::post).isInstanceOf(IOException.class);
        assertThat(fake.channel("C1")).isEmpty();
    }
}
