package parley.slack;

import static org.assertj.core.api.Assertions.assertThat;

import okhttp3.HttpUrl;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import parley.chat.Attachment;

final class LoginPageTest {
    private static final LoginPage PAGE = new LoginPage();

    private static boolean at(String path) {
        return PAGE.at(HttpUrl.get("https://acme.slack.com" + path));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/?redir=%2Ffiles-pri%2FT1-F1", "/signin?x=1", "/ssb/Login/"})
    void at_whereSlackAsksToSignIn_isTrue(String path) {
        assertThat(at(path)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/files-pri/T1-F1/login.png", "/files-pri/T1-F1/a?redir=b"})
    void at_aFile_isFalse(String path) {
        assertThat(at(path)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "a.png, image/png, 0, image/png, 9, false",
        "a.png, image/png, 9, text/html; charset=utf-8, 9, true",
        "a.HTML, '', 6, text/html; charset=utf-8, 6, false",
        "a.htm, '', 0, Text/HTML, 7, false",
        "a, text/html, 6, text/html, 7, true"
    })
    void instead_isHtmlThatIsNotTheFile(
            String name, String type, long told, String served, long size, boolean page) {
        Attachment file = new Attachment("F1", name, type, told, "");

        assertThat(PAGE.instead(file, served, size)).isEqualTo(page);
    }
}
