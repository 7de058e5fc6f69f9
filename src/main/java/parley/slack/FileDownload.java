package parley.slack;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import parley.chat.Attachment;
import parley.chat.FileContent;

/**
 * Downloads with the bot token, which goes to {@link FileHosts} alone: redirects are followed by
 * hand, each address judged anew. Safe for use by many threads.
 */
final class FileDownload implements AutoCloseable {
    private static final Duration SILENCE = Duration.ofSeconds(15);
    private static final Duration WHOLE = Duration.ofSeconds(30);
    private static final int MOST_REDIRECTS = 3;

    /** Where Slack names no time; a longer one than the other is not waited for. */
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final OkHttpClient client;
    private final String token;
    private final FileHosts hosts;
    private final CountDownLatch closed = new CountDownLatch(1);

    /** What one request brought. */
    private sealed interface Step {
        record Ended(FileContent content) implements Step {}

        record Moved(HttpUrl to) implements Step {}

        record Again(Duration pause, String reason) implements Step {}
    }

    FileDownload(OkHttpClient client, String token, FileHosts hosts) {
        this.client =
                client.newBuilder()
                        .followRedirects(false)
                        .followSslRedirects(false)
                        .connectTimeout(SILENCE)
                        .readTimeout(SILENCE)
                        .callTimeout(WHOLE)
                        .build();
        this.token = token;
        this.hosts = hosts;
    }

    /** The address, where it may be asked with the token. */
    Optional<HttpUrl> trusted(String address) {
        return hosts.trusted(address);
    }

    /**
     * @param from a trusted address
     * @param most in bytes
     */
    FileContent get(Attachment file, HttpUrl from, long most) {
        HttpUrl address = from;
        int redirects = 0;
        boolean repeated = false;
        while (true) {
            switch (step(file, address, most)) {
                case Step.Ended(FileContent content) -> {
                    return content;
                }
                case Step.Moved(HttpUrl to) -> {
                    if (++redirects > MOST_REDIRECTS) {
                        return new FileContent.Missing(FileReason.ASTRAY);
                    }
                    address = to;
                }
                case Step.Again(Duration pause, String reason) -> {
                    if (repeated || closedWithin(pause)) {
                        return new FileContent.Missing(reason);
                    }
                    repeated = true;
                }
            }
        }
    }

    private boolean closedWithin(Duration pause) {
        try {
            return pause.compareTo(LONGEST_PAUSE) > 0
                    || closed.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private Step step(Attachment file, HttpUrl address, long most) {
        if (closed.getCount() == 0) {
            return missing(FileReason.CLOSED);
        }
        Request request =
                new Request.Builder()
                        .url(address)
                        .header("Authorization", "Bearer " + token)
                        .build();
        try (Response response = client.newCall(request).execute()) {
            return read(file, response, most);
        } catch (IOException e) {
            return missing(FileReason.BROKE_OFF);
        }
    }

    private Step read(Attachment file, Response response, long most) throws IOException {
        int status = response.code();
        if (response.isRedirect()) {
            return redirected(response);
        }
        if (status == 429 || status >= 500) {
            return new Step.Again(pause(response), FileReason.status(status));
        }
        return status == 200 ? content(file, response, most) : missing(FileReason.status(status));
    }

    private Step redirected(Response response) {
        Optional<HttpUrl> to =
                Optional.ofNullable(response.header("Location"))
                        .filter(location -> !location.isBlank())
                        .map(response.request().url()::resolve)
                        .filter(hosts::trusts);
        if (to.isEmpty()) {
            return missing(FileReason.ASTRAY);
        }
        return LoginPage.at(to.get()) ? missing(FileReason.NOT_ALLOWED) : new Step.Moved(to.get());
    }

    private static Duration pause(Response response) {
        return Optional.ofNullable(response.header("Retry-After"))
                .filter(seconds -> seconds.matches("\\d{1,6}"))
                .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
                .orElse(PAUSE);
    }

    /** Reads one byte more than it may, to see whether there is more. */
    private static Step content(Attachment file, Response response, long most) throws IOException {
        if (response.body().contentLength() > most) {
            return missing(FileReason.larger(most));
        }
        byte[] bytes =
                response.body()
                        .byteStream()
                        .readNBytes((int) Math.min(most, Integer.MAX_VALUE - 16) + 1);
        if (bytes.length > most) {
            return missing(FileReason.larger(most));
        }
        String mediaType =
                Optional.ofNullable(response.body().contentType())
                        .map(MediaType::toString)
                        .orElse("");
        return LoginPage.instead(file, mediaType, bytes.length)
                ? missing(FileReason.NOT_ALLOWED)
                : new Step.Ended(new FileContent.Fetched(file.name(), mediaType, bytes));
    }

    private static Step missing(String reason) {
        return new Step.Ended(new FileContent.Missing(reason));
    }

    /** Ends pauses; later downloads bring nothing. */
    @Override
    public void close() {
        closed.countDown();
    }
}
