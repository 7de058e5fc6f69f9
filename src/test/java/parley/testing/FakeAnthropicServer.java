package parley.testing;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/**
 * Runs {@link FakeAnthropic} for people and for load: {@code FakeAnthropicServer [port] [words]
 * [milliseconds between words]}.
 */
public final class FakeAnthropicServer {
    private FakeAnthropicServer() {}

    public static void main(String[] args) throws InterruptedException {
        int port = argument(args, 0, 8_081);
        FakeReply reply = words(argument(args, 1, 200), Duration.ofMillis(argument(args, 2, 20)));
        try (FakeAnthropic server = FakeAnthropic.start(port)) {
            server.withoutRecording().answer(_ -> reply);
            System.out.println("ANTHROPIC_BASE_URL=" + server.url());
            new CountDownLatch(1).await();
        }
    }

    /** An answer of so many words, each a delta of its own. */
    public static FakeReply words(int count, Duration pace) {
        FakeReply reply = FakeReply.message().usage(100, count, 0, 0).pace(pace);
        for (int word = 1; word <= count; word++) {
            reply.text("word" + word + (word % 20 == 0 ? "\n\n" : " "));
        }
        return reply.stop("end_turn");
    }

    private static int argument(String[] args, int index, int otherwise) {
        return args.length > index ? Integer.parseInt(args[index]) : otherwise;
    }
}
