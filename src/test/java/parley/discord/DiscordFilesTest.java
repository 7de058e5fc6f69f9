package parley.discord;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import parley.chat.Attachment;
import parley.chat.FileContent;
import parley.chat.ThreadId;
import parley.testing.ManualTicker;
import parley.testing.RecordedLog;
import parley.testing.discord.ChannelKind;
import parley.testing.discord.FakeDiscord;
import parley.testing.discord.FakeFile;
import parley.testing.discord.Fault;

/** Files of a Discord that checks every call, and whose addresses hold for a day. */
final class DiscordFilesTest {
    private static final long GUILD = 100;
    private static final long CHANNEL = 300;
    private static final long ADA = 7;
    private static final long MOST = 1_000;
    private static final String REFRESH = "attachments/refresh-urls";
    private static final ThreadId THREAD = DiscordIds.thread(GUILD, CHANNEL, 1);

    private final ManualTicker ticker = new ManualTicker();
    private final FakeDiscord discord =
            FakeDiscord.start(ticker)
                    .addGuild(GUILD, "Acme")
                    .addMember(GUILD, ADA, "Ada")
                    .addChannel(GUILD, CHANNEL, "general", ChannelKind.TEXT);
    private final DiscordSettings settings =
            new DiscordSettings(
                    discord.botToken(), URI.create(discord.apiUrl()), Duration.ofMinutes(1));
    private final DiscordRest rest = DiscordRest.connect(settings, RateHeaders.UNHEARD);
    private final DiscordFiles files = new DiscordFiles(rest, settings);

    @AfterEach
    void close() {
        files.close();
        rest.close();
        discord.close();
    }

    /** The file as the message tells of it. */
    private Attachment sent(FakeFile file) {
        return told(discord.says(ADA, CHANNEL, "Look", file));
    }

    private Attachment told(long message) {
        var answer = (Outcome.Done<JsonNode>) rest.get(path(message));
        JsonNode file = answer.response().at("/attachments/0");
        return new Attachment(
                file.path("id").asText(),
                file.path("filename").asText(),
                file.path("content_type").asText(),
                file.path("size").asLong(),
                file.path("url").asText());
    }

    private static String path(long message) {
        return "channels/" + CHANNEL + "/messages/" + message;
    }

    private FileContent fetch(Attachment file) {
        return files.fetch(THREAD, file, MOST);
    }

    private static FileContent missing(String reason) {
        return new FileContent.Missing(reason);
    }

    private static void assertFetched(FileContent content, String name, byte[] bytes) {
        assertThat(content).isInstanceOf(FileContent.Fetched.class);
        var fetched = (FileContent.Fetched) content;
        assertThat(fetched.name()).isEqualTo(name);
        assertThat(fetched.bytes()).isEqualTo(bytes);
    }

    private void aDayPasses() {
        ticker.advance(Duration.ofHours(25));
    }

    @Test
    void fetch_ofAMessage_bringsTheBytesWithoutShowingTheToken() {
        byte[] bytes = {1, 2, 3, 0, -1};

        assertFetched(fetch(sent(new FakeFile("a.png", "image/png", bytes))), "a.png", bytes);
        assertThat(discord.violations()).isEmpty();
        assertThat(discord.calls("POST", REFRESH)).isEmpty();
    }

    @Test
    void fetch_addressWithAFragment_leavesItOut() {
        Attachment file = sent(FakeFile.text("notes.txt", "hello"));
        Attachment marked = at(file, file.location() + "#300-5");

        assertFetched(fetch(marked), "notes.txt", "hello".getBytes(UTF_8));
        aDayPasses();
        assertFetched(fetch(marked), "notes.txt", "hello".getBytes(UTF_8));
    }

    @Test
    void fetch_addressThatHasRunOut_asksForAnother() {
        Attachment file = sent(FakeFile.text("notes.txt", "hello"));
        aDayPasses();

        assertFetched(fetch(file), "notes.txt", "hello".getBytes(UTF_8));
        assertThat(discord.calls("POST", REFRESH))
                .singleElement()
                .satisfies(call ->
                        assertThat(call.body().at("/attachment_urls/0").asText())
                                .isEqualTo(file.location()));
        assertThat(discord.violations()).isEmpty();
    }

    @Test
    void fetch_addressThatHasRunOut_isReadAgainFromTheMessage() {
        long message = discord.says(ADA, CHANNEL, "Look", FakeFile.text("notes.txt", "hello"));
        var answer = (Outcome.Done<JsonNode>) rest.get(path(message));
        Attachment file = SharedFiles.of(new MessageJson(answer.response()), CHANNEL).getFirst();
        aDayPasses();

        assertFetched(fetch(file), "notes.txt", "hello".getBytes(UTF_8));
        assertThat(discord.calls("POST", REFRESH)).isEmpty();
        assertThat(discord.violations()).isEmpty();
    }

    @Test
    void fetch_fileThatIsGone_asksForAnotherAddressOnce() {
        long message = discord.says(ADA, CHANNEL, "Look", FakeFile.text("notes.txt", "hello"));
        Attachment file = told(message);
        discord.deletes(CHANNEL, message);

        assertThat(fetch(file)).isEqualTo(missing("Discord does not find it any more"));
        assertThat(discord.calls("POST", REFRESH)).hasSize(1);
    }

    @Test
    void fetch_noOtherAddressToBeHad_saysWhy() {
        Attachment file = sent(FakeFile.text("notes.txt", "hello"));
        aDayPasses();
        discord.faults()
                .next("POST", REFRESH, new Fault.Refused(400, 50_035, "Invalid Form Body"))
                .next("POST", REFRESH, new Fault.RateLimited(7))
                .next("POST", REFRESH, new Fault.Status(502))
                .next("POST", REFRESH, new Fault.Malformed());

        assertThat(fetch(file)).isEqualTo(missing("Discord does not find it any more"));
        assertThat(fetch(file)).isEqualTo(missing("Discord takes no more such requests for 7 s"));
        assertThat(fetch(file)).isEqualTo(missing("Discord answered with HTTP status 502"));
        assertThat(fetch(file)).isEqualTo(missing("Discord's answer is not to be read"));
    }

    @Test
    void fetch_tooLarge_isNotDownloadedWhereThatIsKnown() {
        Attachment file = sent(new FakeFile("a.png", "image/png", new byte[1_001]));
        Attachment unsaid = new Attachment(file.id(), file.name(), "", 0, file.location());
        Attachment nowhere = new Attachment("5", "a.png", "", 1_001, "");

        assertThat(fetch(nowhere)).isEqualTo(missing("it is larger than 1 kB"));
        assertThat(fetch(file)).isEqualTo(missing("it is larger than 1 kB"));
        assertThat(fetch(unsaid)).isEqualTo(missing("it is larger than 1 kB"));
        assertThat(files.fetch(THREAD, unsaid, 1_001)).isInstanceOf(FileContent.Fetched.class);
    }

    @Test
    void fetch_afterClose_bringsNothing() {
        Attachment file = sent(FakeFile.text("notes.txt", "hello"));
        files.close();

        assertThat(fetch(file)).isEqualTo(missing("the connection to Discord is closed"));
    }

    @Test
    void fetch_thatFails_isLoggedOnceWithoutTheAddress() {
        Attachment file = sent(FakeFile.text("notes.txt", "hello"));
        aDayPasses();
        discord.faults().next("POST", REFRESH, new Fault.Status(502));
        try (RecordedLog log = RecordedLog.of(DiscordFiles.class)) {
            fetch(file);

            assertThat(log.lines())
                    .containsExactly(
                            "The file "
                                    + file.id()
                                    + " in "
                                    + THREAD
                                    + " could not be fetched: Discord answered with HTTP status"
                                    + " 502");
        }
    }

    private static Attachment at(Attachment file, String location) {
        return new Attachment(file.id(), file.name(), file.mediaType(), file.size(), location);
    }
}
