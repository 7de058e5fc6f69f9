package parley.testing;

import java.util.Map;

/** The counts that the fake sends at the beginning and at the end of an answer, or none. */
record FakeUsage(boolean present, long input, long output, long cacheWrite, long cacheRead) {
    static FakeUsage of(long input, long output, long cacheWrite, long cacheRead) {
        return new FakeUsage(true, input, output, cacheWrite, cacheRead);
    }

    static FakeUsage absent() {
        return new FakeUsage(false, 0, 0, 0, 0);
    }

    byte[] messageStart(RecordedRequest request) {
        Map<String, Object> message =
                Sse.fields(
                        "id",
                        "msg_fake_" + request.number(),
                        "type",
                        "message",
                        "role",
                        "assistant",
                        "model",
                        request.json().path("model").asText("fake"),
                        "content",
                        new Object[0],
                        "stop_reason",
                        null,
                        "stop_sequence",
                        null);
        if (present) {
            message.put("usage", counts(1));
        }
        return Sse.event("message_start", Sse.fields("message", message));
    }

    byte[] messageDelta(Map<String, ?> delta) {
        Map<String, Object> fields = Sse.fields("delta", delta);
        if (present) {
            fields.put("usage", Sse.fields("output_tokens", output));
        }
        return Sse.event("message_delta", fields);
    }

    private Map<String, Object> counts(long written) {
        return Sse.fields(
                "input_tokens",
                input,
                "cache_creation_input_tokens",
                cacheWrite,
                "cache_read_input_tokens",
                cacheRead,
                "output_tokens",
                written);
    }
}
