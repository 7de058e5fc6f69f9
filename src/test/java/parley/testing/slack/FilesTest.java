package parley.testing.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.Slack;
import com.slack.api.methods.MethodsClient;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Files both ways, driven by Slack's own client. */
final class FilesTest {
    private final FakeSlack fake =
            FakeSlack.start()
                    .addUser("U1", "Ada")
                    .addChannel("C1", "general", Room.Kind.PUBLIC, "U1");
    private final Slack slack = RunningBolt.client(fake);
    private final MethodsClient methods = slack.methods(fake.botToken());
    private final RawClient client = new RawClient(fake);

    @AfterEach
    void close() throws Exception {
        slack.close();
        fake.close();
    }

    @Test
    void upload_inThreeSteps_isSeenInTheThread() throws Exception {
        String root = fake.says("U1", "C1", "Code, please");
        var uploaded =
                methods.filesUploadV2(r ->
                        r.channel("C1")
                                .threadTs(root)
                                .filename("Answer.java")
                                .title("Answer")
                                .content("class Answer {}")
                                .initialComment("Here"));

        assertThat(uploaded.isOk()).as("%s", uploaded).isTrue();
        assertThat(fake.answers("C1", root).getFirst())
                .extracting(Shown::text, Shown::files)
                .containsExactly("Here", java.util.List.of("Answer.java"));
        assertThat(fake.surfaces().uploads())
                .extracting(Surfaces.SharedFile::title, Surfaces.SharedFile::text)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("Answer", "class Answer {}"));
        assertThat(fake.violations()).isEmpty();
    }

    @Test
    void upload_ofAnotherLength_isRefused() {
        String url =
                client.call("files.getUploadURLExternal", "filename", "a", "length", "3")
                        .path("upload_url")
                        .asText();

        assertThat(client.send(url, "", "application/octet-stream", "four").statusCode())
                .isEqualTo(400);
        assertThat(fake.violations())
                .extracting(Violation::rule)
                .containsExactly("length_mismatch");
    }

    @Test
    void download_withTheToken_givesTheBytes_withoutItALoginPage() {
        fake.says("U1", "C1", "See", FakeFile.text("notes.txt", "some notes"));
        String url =
                fake.deliveries().getFirst().payload().at("/event/files/0/url_private").asText();

        HttpResponse<String> allowed = client.get(url, fake.botToken());
        assertThat(allowed.body()).isEqualTo("some notes");
        assertThat(allowed.headers().firstValue("content-type")).contains("text/plain");
        String other =
                fake.deliveries()
                        .getFirst()
                        .payload()
                        .at("/event/files/0/url_private_download")
                        .asText();
        assertThat(client.get(other, fake.botToken()).body()).isEqualTo("some notes");

        HttpResponse<String> stranger = client.get(url, "");
        assertThat(stranger.statusCode()).isEqualTo(200);
        assertThat(stranger.body()).contains("Sign in");
        assertThat(fake.violations()).extracting(Violation::rule).containsExactly("not_authed");
        fake.app().withoutScopes("files:read");
        assertThat(client.get(url, fake.botToken()).body()).contains("Sign in");
    }

    @Test
    void stub_isResolvedByFilesInfo() throws Exception {
        fake.says("U1", "C1", "See", FakeFile.text("shared.txt", "shared").asStub());
        var file = fake.deliveries().getFirst().payload().at("/event/files/0");
        assertThat(file.path("file_access").asText()).isEqualTo("check_file_info");
        assertThat(file.has("url_private")).isFalse();

        var info = methods.filesInfo(r -> r.file(file.path("id").asText())).getFile();
        assertThat(info.getName()).isEqualTo("shared.txt");
        assertThat(client.get(info.getUrlPrivate(), fake.botToken()).body()).isEqualTo("shared");
        assertThat(methods.filesInfo(r -> r.file("F0")).getError()).isEqualTo("file_not_found");
    }
}
