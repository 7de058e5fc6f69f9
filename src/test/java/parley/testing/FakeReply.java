package parley.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;

/**
 * What {@link FakeAnthropic} answers to one request, as a script that reads from left to right:
 * {@code FakeReply.message().text("Hel").gate(gate).text("lo").stop("end_turn")}. Consecutive texts
 * are deltas of one block; whatever comes after closes it. A script without a stop ends without
 * {@code message_stop}. Built by one thread; may be played many times.
 */
public final class FakeReply {
    /** One thing that the fake does. */
    interface Step {
        void play(ReplyWriter out) throws IOException, InterruptedException;
    }

    private static final int NONE = -1;

    private final List<Step> steps = new ArrayList<>();
    private final Map<String, String> headers = new LinkedHashMap<>();
    private FakeUsage usage = FakeUsage.of(10, 5, 0, 0);
    private Duration pace = Duration.ZERO;
    private int blocks;
    private int openText = NONE;

    private FakeReply() {}

    /** A complete answer in these pieces. */
    public static FakeReply answer(String... deltas) {
        return message().text(deltas).stop("end_turn");
    }

    /** The beginning of an answer, to be scripted on. */
    public static FakeReply message() {
        FakeReply reply = new FakeReply();
        reply.steps.add(out -> out.chunk(reply.usage.messageStart(out.request())));
        return reply;
    }

    /** An answer of which nothing is sent, not even the headers, before the next step. */
    public static FakeReply silence() {
        return new FakeReply();
    }

    /** A refusal with the API's error body; headers may follow. */
    public static FakeReply status(int status, String type, String message) {
        return body(
                status,
                Sse.json(
                        Sse.fields(
                                "type",
                                "error",
                                "error",
                                Sse.fields("type", type, "message", message))));
    }

    /** Any status with any JSON. */
    public static FakeReply body(int status, String json) {
        FakeReply reply = new FakeReply();
        reply.headers.put("content-type", "application/json");
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        reply.steps.add(out -> out.whole(status, reply.headers, bytes));
        return reply;
    }

    public static FakeReply rateLimited(int retryAfterSeconds) {
        return status(429, "rate_limit_error", "Too many requests.")
                .header("retry-after", Integer.toString(retryAfterSeconds));
    }

    public static FakeReply overloaded() {
        return status(529, "overloaded_error", "Overloaded");
    }

    public static FakeReply promptTooLong() {
        return status(
                400, "invalid_request_error", "prompt is too long: 210000 tokens > 200000 maximum");
    }

    /** Adds a header to a refusal. */
    public FakeReply header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    /** What the answer counts; the output is told at its end. */
    public FakeReply usage(long input, long output, long cacheWrite, long cacheRead) {
        usage = FakeUsage.of(input, output, cacheWrite, cacheRead);
        return this;
    }

    /** A server that does not count. */
    public FakeReply withoutUsage() {
        usage = FakeUsage.absent();
        return this;
    }

    /** A pause before each of the deltas that follow. */
    public FakeReply pace(Duration each) {
        pace = each;
        return this;
    }

    public FakeReply text(String... deltas) {
        if (openText == NONE) {
            openText = blocks++;
            send(Sse.blockStart(openText, Sse.fields("type", "text", "text", "")));
        }
        for (String delta : deltas) {
            rest();
            send(Sse.blockDelta(openText, Sse.fields("type", "text_delta", "text", delta)));
        }
        return this;
    }

    public FakeReply thinking(String text, String signature) {
        int index = nextBlock();
        send(
                Sse.blockStart(
                        index, Sse.fields("type", "thinking", "thinking", "", "signature", "")));
        send(Sse.blockDelta(index, Sse.fields("type", "thinking_delta", "thinking", text)));
        send(Sse.blockDelta(index, Sse.fields("type", "signature_delta", "signature", signature)));
        return send(Sse.blockStop(index));
    }

    public FakeReply redactedThinking(String data) {
        return block(Sse.fields("type", "redacted_thinking", "data", data));
    }

    /** A tool call; its input arrives in two pieces. */
    public FakeReply toolUse(String id, String name, String input) {
        int index = nextBlock();
        int half = input.length() / 2;
        send(
                Sse.blockStart(
                        index,
                        Sse.fields("type", "tool_use", "id", id, "name", name, "input", Map.of())));
        for (String piece : List.of(input.substring(0, half), input.substring(half))) {
            send(
                    Sse.blockDelta(
                            index, Sse.fields("type", "input_json_delta", "partial_json", piece)));
        }
        return send(Sse.blockStop(index));
    }

    /** A block that comes whole, of any kind. */
    public FakeReply block(Map<String, ?> block) {
        int index = nextBlock();
        return send(Sse.blockStart(index, block)).send(Sse.blockStop(index));
    }

    public FakeReply ping() {
        return event("ping", "{\"type\": \"ping\"}");
    }

    /** Any event, known to the API or not. */
    public FakeReply event(String name, String json) {
        return send(Sse.event(name, json));
    }

    /** The end of the answer with {@code message_stop}. */
    public FakeReply stop(String reason) {
        return stop(Sse.fields("stop_reason", reason, "stop_sequence", null));
    }

    public FakeReply stopSequence(String sequence) {
        return stop(Sse.fields("stop_reason", "stop_sequence", "stop_sequence", sequence));
    }

    public FakeReply refusal(String category, String explanation) {
        Map<String, Object> details =
                Sse.fields("type", "refusal", "category", category, "explanation", explanation);
        return stop(
                Sse.fields(
                        "stop_reason", "refusal", "stop_sequence", null, "stop_details", details));
    }

    private FakeReply stop(Map<String, ?> delta) {
        closeText();
        steps.add(out -> out.chunk(usage.messageDelta(delta)));
        return send(Sse.event("message_stop", Map.of()));
    }

    /** An error event in the middle of the stream. */
    public FakeReply error(String type, String message) {
        return send(
                Sse.event(
                        "error",
                        Sse.fields("error", Sse.fields("type", type, "message", message))));
    }

    /** Closes the connection in the middle of a chunk. */
    public FakeReply cut() {
        return step(ReplyWriter::cut);
    }

    /** Resets the connection. */
    public FakeReply reset() {
        return step(ReplyWriter::reset);
    }

    /** Sends the headers, where nothing else did yet. */
    public FakeReply begin() {
        return step(ReplyWriter::begin);
    }

    /** Says nothing more until the client goes. */
    public FakeReply stall() {
        return step(_ -> new CountDownLatch(1).await());
    }

    public FakeReply gate(Gate gate) {
        return step(_ -> gate.pass());
    }

    /** Does something of the caller's own, such as noting the time. */
    public FakeReply run(Runnable action) {
        return step(_ -> action.run());
    }

    public FakeReply delay(Duration pause) {
        return step(_ -> LockSupport.parkNanos(pause.toNanos()));
    }

    private void rest() {
        if (!pace.isZero()) {
            delay(pace);
        }
    }

    private int nextBlock() {
        closeText();
        return blocks++;
    }

    private void closeText() {
        if (openText != NONE) {
            send(Sse.blockStop(openText));
            openText = NONE;
        }
    }

    private FakeReply send(byte[] event) {
        return step(out -> out.chunk(event));
    }

    private FakeReply step(Step step) {
        steps.add(step);
        return this;
    }

    void play(ReplyWriter out) throws IOException, InterruptedException {
        for (Step step : steps) {
            step.play(out);
        }
        out.end();
    }
}
