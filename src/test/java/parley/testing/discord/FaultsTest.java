package parley.testing.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import parley.testing.Gate;

final class FaultsTest {
    private static final String MESSAGES = "channels/{c}/messages";
    private static final String MESSAGE = "channels/{channel}/messages/{message}";
    private static final long CHANNEL = 300;

    private final FakeDiscord discord =
            FakeDiscord.start()
                    .addGuild(100, "Acme")
                    .addChannel(100, CHANNEL, "general", ChannelKind.TEXT);
    private final RawClient client = new RawClient(discord);

    @AfterEach
    void close() {
        discord.close();
    }

    private int say(String text) {
        return client.saying(CHANNEL, text).statusCode();
    }

    @Test
    void status_byScript_hitsTheNextCallAlone() {
        discord.faults().next("POST", MESSAGES, new Fault.Status(502));

        assertThat(say("a")).isEqualTo(502);
        assertThat(say("b")).isEqualTo(200);
        assertThat(discord.messages(CHANNEL))
                .extracting(ShownMessage::content)
                .containsExactly("b");
    }

    @Test
    void refused_whenItMatches_tellsDiscordsError() {
        discord.faults()
                .when(
                        call -> call.body().path("content").asText().equals("x"),
                        1,
                        new Fault.Refused(403, 50_013, "Missing Permissions"));

        assertThat(say("y")).isEqualTo(200);
        HttpResponse<String> refused = client.saying(CHANNEL, "x");

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(RawClient.json(refused).path("code").asInt()).isEqualTo(50_013);
        assertThat(say("x")).isEqualTo(200);
    }

    @Test
    void rateLimited_byScript_comesInAllForms() {
        discord.faults()
                .next("POST", MESSAGES, new Fault.RateLimited(2.4, Fault.Scope.SHARED))
                .next("POST", MESSAGES, limited(Fault.Form.NO_HEADERS))
                .next("POST", MESSAGES, limited(Fault.Form.FRACTION))
                .next("POST", MESSAGES, limited(Fault.Form.CLOUDFLARE));
        HttpResponse<String> shared = client.saying(CHANNEL, "a");

        assertThat(header(shared, "retry-after")).isEqualTo("3");
        assertThat(header(shared, "x-ratelimit-scope")).isEqualTo("shared");
        assertThat(RawClient.json(shared).path("message").asText())
                .isEqualTo("The resource is being rate limited.");
        assertThat(header(client.saying(CHANNEL, "b"), "retry-after")).isEmpty();
        assertThat(header(client.saying(CHANNEL, "c"), "retry-after")).isEqualTo("0.3");
        HttpResponse<String> banned = client.saying(CHANNEL, "d");
        assertThat(header(banned, "via")).isEmpty();
        assertThat(banned.body()).startsWith("error code");
        assertThat(discord.rateLimited()).isEmpty();
    }

    private static Fault limited(Fault.Form form) {
        return new Fault.RateLimited(0.3, Fault.Scope.USER, form);
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    @Test
    void effectThenReset_hasTakenEffect() {
        discord.faults().next("POST", MESSAGES, new Fault.EffectThenReset());

        assertThatThrownBy(() -> say("a")).isInstanceOf(UncheckedIOException.class);
        assertThat(discord.messages(CHANNEL)).hasSize(1);
    }

    @Test
    void hang_answersNothing() {
        discord.faults().next("POST", MESSAGES, new Fault.Hang());
        HttpRequest.Builder request =
                client.request("channels/" + CHANNEL + "/messages")
                        .timeout(Duration.ofMillis(300))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(RawClient.message("a")));

        assertThatThrownBy(() -> client.send(request))
                .hasCauseInstanceOf(HttpTimeoutException.class);
        assertThat(discord.messages(CHANNEL)).isEmpty();
    }

    @Test
    void edit_whileAnotherHasNoAnswer_isAViolation() throws Exception {
        String id = client.say(CHANNEL, "draft").path("id").asText();
        Gate gate = new Gate();
        discord.faults().next("PATCH", MESSAGE, new Fault.Held(gate));
        CompletableFuture<HttpResponse<String>> first = client.sendLater(edit(id, "one"));
        gate.awaitReached();

        client.send(edit(id, "two"));
        gate.open();
        assertThat(first.get().statusCode()).isEqualTo(200);
        client.send(edit(id, "three"));

        assertThat(discord.violations()).extracting(Violation::rule).containsExactly("overlap");
    }

    private HttpRequest.Builder edit(String id, String text) {
        return client.request("channels/" + CHANNEL + "/messages/" + id)
                .header("Content-Type", "application/json")
                .method("PATCH", HttpRequest.BodyPublishers.ofString(RawClient.edit(text)));
    }
}
