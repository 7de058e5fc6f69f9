package parley.discord;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CallKindTest {
    @ParameterizedTest
    @CsvSource({
        "POST, channels/7/messages, POST",
        "PATCH, channels/7/messages/8, EDIT",
        "DELETE, channels/7/messages/8, DELETE",
        "POST, channels/7/messages/8/threads, THREAD",
        "POST, channels/7/typing, TYPING",
        "GET, channels/7/messages, READ",
    })
    void call_countsAsItsKindInItsChannel(String method, String path, CallKind kind) {
        assertThat(CallKind.bucket(method, path)).contains(kind.in(7));
    }

    @ParameterizedTest
    @CsvSource({
        "GET, channels/7/messages/8",
        "GET, users/@me",
        "POST, webhooks/7/messages",
        "PATCH, channels/7",
        "PUT, channels/7/messages/8/reactions",
    })
    void otherCalls_areNotCountedHere(String method, String path) {
        assertThat(CallKind.bucket(method, path)).isEmpty();
    }

    @Test
    void name_holdsChannelAndKind() {
        assertThat(CallKind.POST.in(-1).name()).isEqualTo("discord 18446744073709551615 posts");
    }
}
