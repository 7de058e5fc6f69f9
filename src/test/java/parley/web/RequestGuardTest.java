package parley.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RequestGuardTest {
    private static RequestGuard.Headers read(String host, String arrivedAt) {
        return new RequestGuard.Headers(
                host, arrivedAt, Optional.empty(), Optional.empty(), "", true, false);
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, localhost:8080, true",
        "127.0.0.1, LOCALHOST:8080, true",
        "127.0.0.1, [::1]:8080, true",
        "127.0.0.1, localhost, false",
        "127.0.0.1, localhost:80, false",
        "127.0.0.1, 10.0.0.7:8080, false",
        "127.0.0.1, localhost.evil.example:8080, false",
        "parley.lan, Parley.lan:8080, true",
        "10.0.0.7, 10.0.0.7:8080, true",
        "0.0.0.0, 10.0.0.7:8080, true",
        "0.0.0.0, 10.0.0.8:8080, false",
        "0.0.0.0, evil.example:8080, false",
        "::, 10.0.0.7:8080, true",
    })
    void host_isAmongThoseAnsweredAt(String bound, String host, boolean allowed) {
        var guard = new RequestGuard(bound, 8080);

        assertThat(guard.judge(read(host, "10.0.0.7")).isEmpty()).isEqualTo(allowed);
    }

    @Test
    void host_onPort80_needsNoPort() {
        assertThat(new RequestGuard("127.0.0.1", 80).judge(read("localhost", "127.0.0.1")))
                .isEmpty();
    }
}
