package parley.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FileHostsTest {
    private static final FileHosts CHAT = hosts("https://api.chat.org/v1/");
    private static final FileHosts LOOPBACK = hosts("http://127.0.0.1:8123/v1/");

    private static FileHosts hosts(String api) {
        return new FileHosts(
                List.of("files.chat.org", "chat-files.org"), List.of("chat.org"), URI.create(api));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://files.chat.org/a/b.png",
                "https://FILES.Chat.org:443/a/b.png?x=1#y",
                "https://europe.files.chat.org/a",
                "https://a.chat-files.org/a",
                "https://chat-files.org/a"
            })
    void trusts_thePlatformsOwn(String address) {
        assertThat(CHAT.trusted(address)).isPresent();
        assertThat(LOOPBACK.trusted(address)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://files.chat.org/files-pri/T1-F1/a.png",
                "https://files.chat.org:8443/a",
                "https://files.chat.org:80/a",
                "https://files.chat.org.evil.org/a",
                "https://evilfiles.chat.org/a",
                "https://files-chat.org/a",
                "https://files.chat.org.:443/a",
                "https://files.chat.org./a",
                "https://files.chat.org@evil.org/a",
                "https://files.chat.org:x@evil.org/a",
                "https://me@files.chat.org/a",
                "https://me:secret@files.chat.org/a",
                "https://evil.org/https://files.chat.org/a",
                "https://evil.org#@files.chat.org/a",
                "https://evil.org?files.chat.org",
                "https://evil.org\\@files.chat.org/a",
                "https://evil.org%2ffiles.chat.org/a",
                "https://files.chat.org%00.evil.org/a",
                "https://files.chаt.org/a",
                "https://xn--cht-7cd.org/a",
                "https://1.2.3.4/a",
                "https://[::1]/a",
                "https://0x7f000001/a",
                "https://localhost/a",
                "https://chat.org/a",
                "https://api.chat.org/v1/a",
                "http://127.0.0.1:8123/a",
                "ftp://files.chat.org/a",
                "file:///etc/passwd",
                "//files.chat.org/a",
                "files.chat.org/a",
                "javascript:alert(1)",
                "https://",
                ""
            })
    void trusts_nobodyElse(String address) {
        assertThat(CHAT.trusted(address)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:8124/a",
                "https://127.0.0.1:8123/a",
                "http://localhost:8123/a",
                "http://127.0.0.2:8123/a",
                "http://x@127.0.0.1:8123/a",
                "http://127.0.0.1:8123@evil.org/a",
                "https://api.chat.org/v1/a"
            })
    void trusts_theVeryServerOfTheApiOnly(String address) {
        assertThat(LOOPBACK.trusted("http://127.0.0.1:8123/files-pri/a")).isPresent();
        assertThat(LOOPBACK.trusted(address)).isEmpty();
    }
}
