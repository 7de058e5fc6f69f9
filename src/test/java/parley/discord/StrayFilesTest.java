package parley.discord;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.chat.Attachment;
import parley.chat.FileContent;
import parley.testing.HttpAnswer;
import parley.testing.HttpDoor;
import parley.testing.HttpRequest;
import parley.testing.Json;

/** Where a file's address and what servers answer may lead the bot. */
final class StrayFilesTest {
    private static final String TOKEN = "MTE.Gx.very-secret";
    private static final String ELSEWHERE =
            "it lies outside Discord, and the bot fetches nothing from there";
    private static final String ASTRAY = "Discord sent the bot from one address to another for it";
    private static final String GONE = "Discord does not find it any more";
    private static final String REFRESH = "/api/v10/attachments/refresh-urls";

    private final Server discord = new Server();
    private final Server stranger = new Server();
    private final DiscordSettings settings = settings(discord.url("/api/v10/"));
    private final DiscordRest rest = DiscordRest.connect(settings, RateHeaders.UNHEARD);
    private final DiscordFiles files = new DiscordFiles(rest, settings);

    /** Gives each path its answers in order, and remembers who asked with which token. */
    private static final class Server {
        private final Map<String, Queue<HttpAnswer>> answers = new ConcurrentHashMap<>();
        private final List<String> asked = new CopyOnWriteArrayList<>();
        private final CountDownLatch hung = new CountDownLatch(1);
        private final HttpDoor door = HttpDoor.open(0, this::answer);

        String url(String path) {
            return door.url() + path;
        }

        Server answers(String path, HttpAnswer answer) {
            answers.computeIfAbsent(path, _ -> new ConcurrentLinkedQueue<>()).add(answer);
            return this;
        }

        private HttpAnswer answer(HttpRequest request) {
            asked.add(request.path() + " " + request.header("authorization").orElse("-"));
            HttpAnswer answer = answers.getOrDefault(request.path(), new ArrayDeque<>()).remove();
            if (answer instanceof HttpAnswer.Hang) {
                hung.countDown();
            }
            return answer;
        }
    }

    private static DiscordSettings settings(String api) {
        return new DiscordSettings(TOKEN, URI.create(api), Duration.ZERO);
    }

    @AfterEach
    void close() {
        files.close();
        rest.close();
        discord.door.close();
        stranger.door.close();
    }

    private FileContent fetch(String address) {
        return fetch(files, address);
    }

    private static FileContent fetch(DiscordFiles files, String address) {
        return files.fetch(
                DiscordIds.thread(1, 2, 3), new Attachment("5", "a.txt", "", 0, address), 10);
    }

    private static FileContent missing(String reason) {
        return new FileContent.Missing(reason);
    }

    private static HttpAnswer bytes(String text) {
        return HttpAnswer.text(200, "text/plain", text);
    }

    private static HttpAnswer status(int code) {
        return HttpAnswer.text(code, "text/plain", "This content is no longer available.");
    }

    private static HttpAnswer moved(String to) {
        return new HttpAnswer.Reply(302, Map.of("Location", to), new byte[0]);
    }

    private static HttpAnswer refreshed(String to) {
        return HttpAnswer.json(
                Json.object(
                        "refreshed_urls",
                        Json.array(List.of(Json.object("original", "x", "refreshed", to)))),
                Map.of());
    }

    private static void assertText(FileContent content, String text) {
        assertThat(content).isInstanceOf(FileContent.Fetched.class);
        assertThat(((FileContent.Fetched) content).bytes()).isEqualTo(text.getBytes(UTF_8));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.org/attachments/1/2/a.txt",
                "http://cdn.discordapp.com/attachments/1/2/a.txt",
                "https://cdn.discordapp.com:8443/attachments/1/2/a.txt",
                "https://cdn.discordapp.com.evil.org/a",
                "https://cdn.discordapp.com@evil.org/a",
                "https://cdn.discordapp.com:x@evil.org/a",
                "https://me@cdn.discordapp.com/a",
                "https://evil.org\\@cdn.discordapp.com/a",
                "https://evil.org#@cdn.discordapp.com/a",
                "https://evilcdn.discordapp.com/a",
                "https://discordapp.com/a",
                "https://discord.com/api/v10/users/@me",
                "https://127.0.0.1/a",
                "http://169.254.169.254/latest/meta-data",
                "file:///etc/passwd",
                ""
            })
    void fetch_elsewhere_asksNobody(String address) {
        assertThat(fetch(address)).isEqualTo(missing(ELSEWHERE));
        assertThat(discord.asked).isEmpty();
    }

    @Test
    void fetch_besideTheApi_isAllowedOnlyWhereThatIsSomebodyElses() {
        try (DiscordFiles real = new DiscordFiles(rest, settings("https://discord.com/api/v10/"))) {
            assertThat(fetch(real, discord.url("/a"))).isEqualTo(missing(ELSEWHERE));
            assertThat(fetch(real, "https://discord.com/a")).isEqualTo(missing(ELSEWHERE));
        }
        assertThat(fetch(stranger.url("/a"))).isEqualTo(missing(ELSEWHERE));
        assertThat(fetch(discord.url("/a").replace("//", "//me@"))).isEqualTo(missing(ELSEWHERE));

        assertThat(discord.asked).isEmpty();
        assertThat(stranger.asked).isEmpty();
    }

    @Test
    void fetch_redirect_isFollowedToDiscordAlone() {
        discord.answers("/a", moved("/b"))
                .answers("/b", bytes("hello"))
                .answers("/c", moved(stranger.url("/c")));

        assertText(fetch(discord.url("/a")), "hello");
        assertThat(fetch(discord.url("/c"))).isEqualTo(missing(ASTRAY));
        assertThat(discord.asked).containsExactly("/a -", "/b -", "/c -");
        assertThat(stranger.asked).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {403, 404})
    void fetch_refusedAddress_isRenewedOnceAndTheTokenStaysWithTheApi(int status) {
        discord.answers("/a", status(status))
                .answers(REFRESH, refreshed(discord.url("/b")))
                .answers("/b", status(404));

        assertThat(fetch(discord.url("/a"))).isEqualTo(missing(GONE));
        assertThat(discord.asked).containsExactly("/a -", REFRESH + " Bot " + TOKEN, "/b -");
    }

    @Test
    void fetch_renewedElsewhere_isNotFollowed() {
        discord.answers("/a", status(404)).answers(REFRESH, refreshed(stranger.url("/a")));

        assertThat(fetch(discord.url("/a"))).isEqualTo(missing(ELSEWHERE));
        assertThat(stranger.asked).isEmpty();
    }

    @Test
    void fetch_nothingNewInTheAnswer_isGone() {
        discord.answers("/a", status(404))
                .answers(REFRESH, refreshed(discord.url("/a")))
                .answers("/a", status(404))
                .answers(REFRESH, HttpAnswer.json(Json.object("refreshed_urls", "?"), Map.of()));

        assertThat(fetch(discord.url("/a"))).isEqualTo(missing(GONE));
        assertThat(fetch(discord.url("/a"))).isEqualTo(missing(GONE));
        assertThat(discord.asked).hasSize(4);
    }

    @Test
    void fetch_passingFault_isRepeatedOnce() {
        HttpAnswer.Reply fault = new HttpAnswer.Reply(502, Map.of("Retry-After", "0"), new byte[0]);
        discord.answers("/a", fault).answers("/a", bytes("hello"));
        assertText(fetch(discord.url("/a")), "hello");

        discord.answers("/a", fault).answers("/a", fault);
        assertThat(fetch(discord.url("/a")))
                .isEqualTo(missing("Discord answered with HTTP status 502"));
        assertThat(discord.asked).hasSize(4);
    }

    @Test
    void fetch_largerThanItMayBe_isMissing() {
        discord.answers("/a", bytes("12345678901"));

        assertThat(fetch(discord.url("/a"))).isEqualTo(missing("it is larger than 10 bytes"));
    }

    @Test
    @Timeout(10)
    void close_whileADownloadHangs_givesItUp() throws InterruptedException {
        discord.answers("/a", new HttpAnswer.Hang());
        List<FileContent> brought = new CopyOnWriteArrayList<>();
        Thread fetching = Thread.ofVirtual().start(() -> brought.add(fetch(discord.url("/a"))));
        discord.hung.await();

        files.close();
        fetching.join();

        assertThat(brought).containsExactly(missing("the connection to Discord is closed"));
    }
}
