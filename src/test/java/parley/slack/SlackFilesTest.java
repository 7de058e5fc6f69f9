package parley.slack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.methods.response.conversations.ConversationsHistoryResponse;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import parley.chat.Attachment;
import parley.chat.FileContent;
import parley.testing.slack.FakeFile;
import parley.testing.slack.FakeSlack;
import parley.testing.slack.Room;

/** Files of a Slack that checks every call. */
final class SlackFilesTest {
    private static final long MOST = 1_000;
    private static final String NOT_ALLOWED =
            "Slack did not let the bot download it (is the scope files:read there?)";

    private final FakeSlack slack =
            FakeSlack.start()
                    .addUser("U1", "Ada Lovelace")
                    .addChannel("C1", "general", Room.Kind.PUBLIC, "U1");
    private final SlackSettings settings =
            new SlackSettings(
                    slack.botToken(),
                    Optional.of(slack.appToken()),
                    Optional.empty(),
                    URI.create(slack.apiUrl()),
                    SlackAdmins.NONE);
    private final SlackApi api = SlackApi.connect(settings);
    private final SlackFiles files = new SlackFiles(api, settings);

    @AfterEach
    void close() {
        files.close();
        api.close();
        slack.close();
    }

    /** The file as the event of the message told of it. */
    private Attachment sent(FakeFile file) {
        String ts = slack.says("U1", "C1", "Look", file);
        Outcome<ConversationsHistoryResponse> told =
                api.call(methods ->
                        methods.conversationsHistory(
                                r -> r.channel("C1").latest(ts).inclusive(true).limit(1)));
        var history = ((Outcome.Done<ConversationsHistoryResponse>) told).response();
        var whole = history.getMessages().getFirst().getFiles().getFirst();
        return new Attachment(
                whole.getId(),
                Optional.ofNullable(whole.getName()).orElse(whole.getId()),
                Optional.ofNullable(whole.getMimetype()).orElse(""),
                Optional.ofNullable(whole.getSize()).orElse(0),
                Optional.ofNullable(whole.getUrlPrivateDownload()).orElse(""));
    }

    private FileContent fetch(Attachment file) {
        return files.fetch(file, MOST);
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

    @Test
    void fetch_ofAMessage_bringsTheBytes() {
        byte[] bytes = {1, 2, 3, 0, -1};

        assertFetched(fetch(sent(FakeFile.of("a b.png", "image/png", bytes))), "a b.png", bytes);
        assertThat(slack.violations()).isEmpty();
        assertThat(slack.calls("files.info")).isEmpty();
    }

    @Test
    void fetch_stub_asksForTheFileFirst() {
        Attachment stub = sent(FakeFile.text("notes.txt", "hello").asStub());
        assertThat(stub.location()).isEmpty();

        assertFetched(fetch(stub), "notes.txt", "hello".getBytes(UTF_8));
        assertThat(slack.calls("files.info")).hasSize(1);
        assertThat(slack.violations()).isEmpty();
    }

    @Test
    void fetch_stubThatIsNotThere_saysSo() {
        assertThat(fetch(new Attachment("F404", "F404", "", 0, "")))
                .isEqualTo(missing("Slack does not find it any more"));
    }

    @Test
    void fetch_withoutTheScope_recognisesTheLoginPage() {
        Attachment file = sent(FakeFile.of("a.png", "image/png", new byte[] {1}));
        Attachment page = sent(FakeFile.of("a.html", "text/html", "<html>".getBytes(UTF_8)));
        Attachment stub = sent(FakeFile.text("b.txt", "b").asStub());
        assertFetched(fetch(page), "a.html", "<html>".getBytes(UTF_8));
        slack.app().withoutScopes("files:read");

        assertThat(fetch(file)).isEqualTo(missing(NOT_ALLOWED));
        assertThat(fetch(page)).isEqualTo(missing(NOT_ALLOWED));
        assertThat(fetch(stub)).isEqualTo(missing(NOT_ALLOWED));
    }

    @Test
    void fetch_tooLarge_isNotDownloadedWhereThatIsKnown() {
        Attachment file = sent(FakeFile.of("a.png", "image/png", new byte[1_001]));
        Attachment unsaid = new Attachment(file.id(), file.name(), "", 0, file.location());

        assertThat(fetch(file)).isEqualTo(missing("it is larger than 1 kB"));
        assertThat(slack.calls("file_download")).isEmpty();
        assertThat(fetch(unsaid)).isEqualTo(missing("it is larger than 1 kB"));
        assertThat(files.fetch(unsaid, 1_001)).isInstanceOf(FileContent.Fetched.class);
    }

    @Test
    void fetch_outsideSlack_asksNobody() {
        Attachment drive =
                new Attachment("F1", "Plan", "", 0, "https://docs.google.com/document/d/1");

        assertThat(fetch(drive))
                .isEqualTo(
                        missing("it lies outside Slack, and the bot fetches nothing from there"));
        assertThat(slack.calls()).isEmpty();
    }

    @Test
    void fetch_afterClose_bringsNothing() {
        Attachment file = sent(FakeFile.of("a.png", "image/png", new byte[] {1}));
        files.close();

        assertThat(fetch(file)).isEqualTo(missing("the connection to Slack is closed"));
    }
}
