package parley.discord;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.MultipartBody;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSource;

/**
 * Discord's REST API, called as the bot. Every way in which a call can end is a value; nothing is
 * sent twice but questions. The token goes to the API's own address alone. Safe for use by many
 * threads.
 *
 * @see <a href="https://discord.com/developers/docs/reference#http-api">HTTP API</a>
 */
final class DiscordRest implements AutoCloseable {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration WHOLE_CALL = Duration.ofSeconds(15);
    private static final Duration WHOLE_UPLOAD = Duration.ofSeconds(60);

    /** A hundred of the largest messages are of some two megabytes. */
    private static final int MOST_BYTES = 16 << 20;

    private static final int IDLE_CONNECTIONS = 32;
    private static final Duration IDLE = Duration.ofMinutes(1);

    /** Discord demands this form: https://discord.com/developers/docs/reference#user-agent. */
    private static final String USER_AGENT =
            "DiscordBot (https://github.com/parley/parley, " + version() + ")";

    private static final MediaType JSON = MediaType.get("application/json");
    private static final MediaType TEXT = MediaType.get("text/plain; charset=utf-8");

    /** Without a type: nothing is no JSON. */
    private static final RequestBody NOTHING = RequestBody.create(new byte[0]);

    private final HttpUrl api;
    private final String authorization;
    private final RateHeaders observer;
    private final OkHttpClient once;
    private final OkHttpClient repeating;
    private final OkHttpClient uploading;
    private volatile boolean closed;

    private DiscordRest(HttpUrl api, String authorization, Duration silence, RateHeaders observer) {
        this.api = api;
        this.authorization = authorization;
        this.observer = observer;
        once = client(silence);
        repeating = once.newBuilder().retryOnConnectionFailure(true).build();
        uploading = once.newBuilder().callTimeout(WHOLE_UPLOAD).build();
    }

    /** Opens no connection before the first call. */
    static DiscordRest connect(DiscordSettings settings, RateHeaders observer) {
        HttpUrl api = HttpUrl.get(settings.api());
        if (api == null || !api.encodedPath().endsWith("/")) {
            throw new IllegalArgumentException("no address of an API: " + settings.api());
        }
        return new DiscordRest(api, "Bot " + settings.botToken(), settings.patience(), observer);
    }

    private static OkHttpClient client(Duration silence) {
        return new OkHttpClient.Builder()
                .connectionPool(
                        new ConnectionPool(IDLE_CONNECTIONS, IDLE.toSeconds(), TimeUnit.SECONDS))
                .connectTimeout(CONNECT)
                .readTimeout(silence)
                .writeTimeout(silence)
                .callTimeout(WHOLE_CALL)
                .retryOnConnectionFailure(false)
                .followRedirects(false)
                .followSslRedirects(false)
                .build();
    }

    private static String version() {
        return Optional.ofNullable(DiscordRest.class.getPackage().getImplementationVersion())
                .orElse("0");
    }

    /**
     * Asks for something.
     *
     * @param path relative to the API's address, such as {@code channels/1/messages?limit=50}
     */
    Outcome<JsonNode> get(String path) {
        return call(repeating, request(path).get().build());
    }

    /**
     * Makes, changes or deletes something. A success without an answer is a missing node.
     *
     * @param method of HTTP
     * @param json empty for no body
     */
    Outcome<JsonNode> send(String method, String path, String json) {
        RequestBody body =
                json.isEmpty() ? NOTHING : RequestBody.create(json.getBytes(UTF_8), JSON);
        return call(once, request(path).method(method, body).build());
    }

    /** Posts a file together with the message that it hangs on. */
    Outcome<JsonNode> upload(String path, String payloadJson, String fileName, byte[] bytes) {
        RequestBody body =
                new MultipartBody.Builder()
                        .setType(MultipartBody.FORM)
                        .addFormDataPart(
                                "payload_json",
                                null,
                                RequestBody.create(payloadJson.getBytes(UTF_8), JSON))
                        .addFormDataPart("files[0]", fileName, RequestBody.create(bytes, TEXT))
                        .build();
        return call(uploading, request(path).post(body).build());
    }

    private Request.Builder request(String path) {
        HttpUrl url = api.resolve(path);
        if (url == null || !url.toString().startsWith(api.toString())) {
            throw new IllegalArgumentException("the path leads away from the API");
        }
        return new Request.Builder()
                .url(url)
                .header("Authorization", authorization)
                .header("User-Agent", USER_AGENT);
    }

    private Outcome<JsonNode> call(OkHttpClient client, Request request) {
        if (closed) {
            return new Outcome.Lost<>("the connection to Discord is closed");
        }
        try (Response response = client.newCall(request).execute()) {
            RateHeaders.Budget.of(response::header)
                    .ifPresent(
                            budget -> observer.told(request.method(), path(request.url()), budget));
            return read(response);
        } catch (IOException e) {
            // What the exception says may hold the address, and that a token.
            return new Outcome.Lost<>("Discord cannot be reached: " + e.getClass().getSimpleName());
        }
    }

    private String path(HttpUrl url) {
        return url.encodedPath().substring(api.encodedPath().length());
    }

    private static Outcome<JsonNode> read(Response response) throws IOException {
        BufferedSource source = response.body().source();
        return source.request(MOST_BYTES + 1L)
                ? new Outcome.Lost<>("Discord's answer is too long")
                : RestAnswers.read(response.code(), response::header, source.readByteArray());
    }

    /** Later calls are lost, and those under way are given up. */
    @Override
    public void close() {
        closed = true;
        once.dispatcher().cancelAll();
        once.connectionPool().evictAll();
    }
}
