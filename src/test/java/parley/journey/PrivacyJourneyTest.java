package parley.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import parley.testing.FakeReply;
import parley.testing.PlaygroundClient.Shown;

/** People and threads are forgotten, down to the bytes of the database's files. */
final class PrivacyJourneyTest extends Journey {
    private static final String MARK = "swordfish";
    private static final String DIRECT = "dm-grace";

    private boolean onDisk(String mark) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith("parley.db"))
                    .anyMatch(file -> holds(file, mark));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean holds(Path file, String mark) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1).contains(mark);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Grace asks, and is answered with her own words. */
    private String graceAsks(String channel) {
        claude.enqueue(
                FakeReply.message()
                        .thinking("She means " + MARK, "sig-1")
                        .text("You said " + MARK + ".")
                        .stop("end_turn"));
        String root = client().ask(channel, "grace", "Why " + MARK + "?");
        client().answer(channel, root, 1);
        return root;
    }

    private JsonNode forgetGrace() {
        JsonNode asked = client().run(GENERAL, "grace", "/forget me");
        String action = asked.path("choices").path(0).path("action").asText();
        assertThat(action).isEqualTo("forget:me:grace");
        return client().choose(GENERAL, "grace", action);
    }

    private List<String> shown(String root) {
        return client().thread(GENERAL, root).stream().map(Shown::text).toList();
    }

    @Test
    void forgetMe_confirmed_leavesNoByteOfWhatWasSaid() {
        String root = graceAsks(GENERAL);
        String again = client().reply(GENERAL, root, "grace", "And " + MARK + " again");
        answer(root, 2);
        client().edit(GENERAL, root, again, "grace", "Or " + MARK + " anew");
        client().reply(GENERAL, root, "ada", "@parley And for me?");
        answer(root, 3);
        client().reply(GENERAL, root, "grace", "A remark of " + MARK);
        assertThat(onDisk(MARK)).isTrue();
        assertThat(onDisk("Grace Hopper")).isTrue();

        JsonNode forgotten = forgetGrace();

        assertThat(forgotten.path("kind").asText()).isEqualTo("settled");
        assertThat(forgotten.path("text").asText())
                .isEqualTo("I erased 3 messages, 2 answers, 0 files.");
        assertThat(shown(root)).hasSize(3).first().isEqualTo("");
        assertThat(shown(root).get(1)).isEqualTo("@parley And for me?");
        assertThat(client().command(GENERAL, "ada", "/audit"))
                .contains("`grace` · `forget me` · done");
        restartAhead(Duration.ofDays(1));
        parley().close();
        assertThat(onDisk(MARK)).isFalse();
        assertThat(onDisk("Grace Hopper")).isFalse();
        start();
    }

    @Test
    void forgetMe_pressedBySomebodyElse_isRefusedAndAudited() {
        String root = graceAsks(GENERAL);

        JsonNode refused = client().choose(GENERAL, "ada", "forget:me:grace");

        assertThat(refused.path("kind").asText()).isEqualTo("told");
        assertThat(refused.path("text").asText()).contains("nothing was erased");
        assertThat(shown(root)).hasSize(2).allMatch(text -> text.contains(MARK));
        assertThat(client().command(GENERAL, "ada", "/audit"))
                .contains("`forget me` · refused · `of somebody else`");
        assertThat(client().command(GENERAL, "grace", "/audit")).contains("Only admins");
    }

    @Test
    void forgetMe_othersGoOnInTheThread_withoutTheThinking() {
        String root = graceAsks(GENERAL);
        claude.enqueue(FakeReply.message().thinking("Hm", "sig-2").text("Sure.").stop("end_turn"));
        client().reply(GENERAL, root, "ada", "@parley And for me?");
        answer(root, 2);

        assertThat(forgetGrace().path("text").asText()).contains("1 message, 1 answer");
        client().reply(GENERAL, root, "ada", "@parley Go on");
        client().await(GENERAL, root, thread -> thread.getLast().buttons().contains("retry"));

        JsonNode request = claude.requests().getLast().json();
        assertThat(request.path("messages").toString())
                .contains("And for me?", "Sure.", "Go on")
                .doesNotContain(MARK, "Grace", "thinking", "sig-");
        assertThat(request.path("messages").path(0).path("role").asText()).isEqualTo("user");
    }

    @Test
    void forgetMe_whileTheAnswerIsWritten_endsAndErasesIt() {
        claude.enqueue(FakeReply.message().text("You said " + MARK + " ").stall());
        String root = client().ask(GENERAL, "grace", "Why " + MARK + "?");
        growing(root, "You said " + MARK + " ");

        assertThat(forgetGrace().path("text").asText()).contains("still being written");
        answer(root, 1);
        restart(Duration.ZERO);

        client().await(GENERAL, root, List::isEmpty);
        parley().close();
        assertThat(onDisk(MARK)).isFalse();
        start();
    }

    @Test
    void forgetThread_isForAdmins_andForOneselfInDirectMessages() {
        String root = graceAsks(GENERAL);
        String direct = graceAsks(DIRECT);

        assertThat(client().runIn(GENERAL, root, "grace", "/forget thread").path("text").asText())
                .startsWith("Only admins");
        assertThat(client().choose(GENERAL, "grace", "forget:thread:" + root).toString())
                .contains("nothing was erased");
        assertThat(client().run(GENERAL, "ada", "/forget thread").path("text").asText())
                .contains("not typed in a thread");
        assertThat(forgetThread(DIRECT, direct, "grace")).contains("1 message, 1 answer");
        assertThat(forgetThread(GENERAL, root, "ada")).contains("1 message, 1 answer");

        assertThat(shown(root)).isEmpty();
        assertThat(client().thread(DIRECT, direct)).isEmpty();
        assertThat(forgetThread(GENERAL, root, "ada")).isEqualTo("I kept nothing of this thread.");
        parley().close();
        assertThat(onDisk(MARK)).isFalse();
        start();
    }

    private String forgetThread(String channel, String root, String author) {
        JsonNode asked = client().runIn(channel, root, author, "/forget thread");
        String action = asked.path("choices").path(0).path("action").asText();
        return client().choose(channel, author, action).path("text").asText();
    }

    @Test
    void threads_areKeptForAsLongAsTheirChannelSays() {
        String root = graceAsks(GENERAL);
        String kept = graceAsks("writing");
        assertThat(client().command("writing", "ada", "/channel keep forever")).contains("forever");
        restartAhead(Duration.ofDays(89));
        assertThat(shown(root)).hasSize(2);

        restartAhead(Duration.ofDays(91));

        client().await(GENERAL, root, List::isEmpty);
        assertThat(client().thread("writing", kept)).hasSize(2);
        // The sweep is written down when it is through, behind what it removes.
        String record = "`Parley` · `retention` · done · `removed 1 thread, 1 message, 1 answer";
        client().await(
                        GENERAL,
                        root,
                        _ -> client().command(GENERAL, "ada", "/audit").contains(record));
    }
}
