package parley.adapter;

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
 * Downloads from {@link FileHosts} alone: redirects are followed by hand, each address judged anew.
 * What is sent along goes nowhere else. Safe for use by many threads.
 */
public final class FileDownload implements AutoCloseable {
    private static final Duration SILENCE = Duration.ofSeconds(15);
    private static final Duration WHOLE = Duration.ofSeconds(30);
    private static final int MOST_REDIRECTS = 3;

    /** Where the server names no time; a longer one than the other is not waited for. */
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final OkHttpClient client;
    private final Optional<String> authorization;
    private final FileHosts hosts;
    private final FileReason reasons;
    private final FileCheck check;
    private final CountDownLatch closed = new CountDownLatch(1);

    /** What one request brought. */
    private sealed interface Step {
        record Ended(Download download) implements Step {}

        record Moved(HttpUrl to) implements Step {}

        record Again(Duration pause, int status) implements Step {}
    }

    /**
     * @param client whose connections are used; it stays open
     * @param authorization the header to send, where files are not for everybody
     */
    public FileDownload(
            OkHttpClient client,
            Optional<String> authorization,
            FileHosts hosts,
            FileReason reasons,
            FileCheck check) {
        this.client =
                client.newBuilder()
                        .followRedirects(false)
                        .followSslRedirects(false)
                        .connectTimeout(SILENCE)
                        .readTimeout(SILENCE)
                        .callTimeout(WHOLE)
                        .build();
        this.authorization = authorization;
        this.hosts = hosts;
        this.reasons = reasons;
        this.check = check;
    }

    /**
     * Blocks for about a minute at most; does not throw.
     *
     * @param from where the file is now
     * @param most in bytes; no more than one byte more is ever held
     */
    public Download get(Attachment file, String from, long most) {
        if (file.size() > most) {
            return new Download.Failed(FileReason.larger(most));
        }
        return hosts.trusted(from)
                .map(address -> follow(file, address, most))
                .orElseGet(() -> new Download.Failed(reasons.elsewhere()));
    }

    private Download follow(Attachment file, HttpUrl from, long most) {
        HttpUrl address = from;
        int redirects = 0;
        boolean repeated = false;
        while (true) {
            switch (step(file, address, most)) {
                case Step.Ended(Download download) -> {
                    return download;
                }
                case Step.Moved(HttpUrl to) -> {
                    if (++redirects > MOST_REDIRECTS) {
                        return new Download.Failed(reasons.astray());
                    }
                    address = to;
                }
                case Step.Again(Duration pause, int status) -> {
                    if (repeated || closedWithin(pause)) {
                        return new Download.Refused(status, reasons.status(status));
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
        if (isClosed()) {
            return failed(reasons.closed());
        }
        try (Response response = client.newCall(request(address)).execute()) {
            return read(file, response, most);
        } catch (IOException e) {
            // What the exception says may hold the address, and that a signature.
            return failed(isClosed() ? reasons.closed() : reasons.brokeOff());
        }
    }

    private Request request(HttpUrl address) {
        Request.Builder request = new Request.Builder().url(address);
        authorization.ifPresent(value -> request.header("Authorization", value));
        return request.build();
    }

    private Step read(Attachment file, Response response, long most) throws IOException {
        int status = response.code();
        if (response.isRedirect()) {
            return redirected(response);
        }
        if (status == 429 || status >= 500) {
            return new Step.Again(pause(response), status);
        }
        return status == 200
                ? content(file, response, most)
                : new Step.Ended(new Download.Refused(status, reasons.status(status)));
    }

    private Step redirected(Response response) {
        Optional<HttpUrl> to =
                Optional.ofNullable(response.header("Location"))
                        .filter(location -> !location.isBlank())
                        .map(response.request().url()::resolve)
                        .filter(hosts::trusts);
        if (to.isEmpty()) {
            return failed(reasons.astray());
        }
        return check.at(to.get()) ? failed(reasons.notAllowed()) : new Step.Moved(to.get());
    }

    private static Duration pause(Response response) {
        return Optional.ofNullable(response.header("Retry-After"))
                .filter(seconds -> seconds.matches("\\d{1,6}"))
                .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
                .orElse(PAUSE);
    }

    /** Reads one byte more than it may, to see whether there is more. */
    private Step content(Attachment file, Response response, long most) throws IOException {
        if (response.body().contentLength() > most) {
            return failed(FileReason.larger(most));
        }
        byte[] bytes =
                response.body()
                        .byteStream()
                        .readNBytes((int) Math.min(most, Integer.MAX_VALUE - 16) + 1);
        if (bytes.length > most) {
            return failed(FileReason.larger(most));
        }
        String mediaType =
                Optional.ofNullable(response.body().contentType())
                        .map(MediaType::toString)
                        .orElse("");
        return check.instead(file, mediaType, bytes.length)
                ? failed(reasons.notAllowed())
                : new Step.Ended(
                        new Download.Done(new FileContent.Fetched(file.name(), mediaType, bytes)));
    }

    private static Step failed(String reason) {
        return new Step.Ended(new Download.Failed(reason));
    }

    private boolean isClosed() {
        return closed.getCount() == 0;
    }

    /** Ends pauses; later downloads bring nothing. */
    @Override
    public void close() {
        closed.countDown();
    }
}
