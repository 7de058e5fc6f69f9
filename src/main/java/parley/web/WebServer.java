package parley.web;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.staticfiles.Location;
import io.javalin.util.JavalinBindException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one HTTP server: health, metrics and, when there is one, the playground. It answers only
 * requests that name a loopback host or the host that it is bound to; bound to every address, also
 * the address in digits at which the request arrived. So bound to a non-loopback address, everyone
 * who reaches that address may use it: there is no login.
 */
public final class WebServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WebServer.class);
    private static final long LONGEST_BODY = 512 * 1024;
    private static final Duration PATIENCE = Duration.ofMillis(500);
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);
    private static final Set<String> CHANGING = Set.of("POST", "PUT", "PATCH", "DELETE");

    private final String host;
    private final int port;
    private final Supplier<Readiness> readiness;
    private final Supplier<String> metrics;
    private final Optional<PlaygroundRoutes> playground;
    private final Map<String, Endpoint> endpoints;
    private final Javalin app;
    private volatile Optional<RequestGuard> guard = Optional.empty();

    /**
     * @param port 0 to 65535; 0 takes a free one
     * @param metrics the text in Prometheus' format
     */
    public WebServer(
            String host,
            int port,
            Supplier<Readiness> readiness,
            Supplier<String> metrics,
            Optional<PlaygroundAdapter> playground,
            List<Endpoint> endpoints) {
        this.host = host;
        this.port = port;
        this.readiness = readiness;
        this.metrics = metrics;
        this.playground = playground.map(adapter -> new PlaygroundRoutes(adapter, HEARTBEAT));
        this.endpoints =
                endpoints.stream().collect(Collectors.toUnmodifiableMap(Endpoint::path, it -> it));
        this.app = Javalin.create(this::configure);
    }

    /**
     * Begins to answer. Called once.
     *
     * @throws RuntimeException when the port cannot be had
     */
    public void start() {
        try {
            app.start();
        } catch (JavalinBindException e) {
            throw new IllegalStateException(
                    "cannot listen on "
                            + host
                            + ":"
                            + port
                            + ". Stop what listens there, or set PARLEY_HTTP to another address.",
                    e);
        }
        guard = Optional.of(new RequestGuard(host, port()));
    }

    /** The port that is listened at, once started. */
    public int port() {
        return app.port();
    }

    private void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.concurrency.useVirtualThreads = true;
        config.http.maxRequestSize = LONGEST_BODY;
        config.http.compressionStrategy = CompressionStrategy.NONE;
        config.jetty.modifyHttpConfiguration(http -> http.setSendServerVersion(false));
        config.jetty.modifyServer(WebServer::configure);
        config.jetty.addConnector(this::connector);
        playground.ifPresent(present ->
                config.staticFiles.add(files -> {
                    files.hostedPath = "/";
                    files.directory = "/web";
                    files.location = Location.CLASSPATH;
                }));
        route(config.routes);
    }

    /** What Jetty refuses by itself, such as a malformed request, gets no page of Jetty's. */
    private static void configure(Server server) {
        server.setStopTimeout(0);
        server.setErrorHandler((request, response, callback) -> {
            response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/plain");
            Content.Sink.write(response, true, "The request is malformed.\n", callback);
            return true;
        });
    }

    private ServerConnector connector(Server server, HttpConfiguration http) {
        var connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
        connector.setHost(host);
        connector.setPort(port);
        connector.setAcceptQueueSize(1024);
        return connector;
    }

    private void route(RoutesConfig routes) {
        routes.before(this::guard);
        routes.get("/health/live", ctx -> ctx.result("ok"));
        routes.get("/health/ready", this::ready);
        routes.get(
                "/metrics",
                ctx ->
                        ctx.contentType("text/plain; version=0.0.4; charset=utf-8")
                                .result(metrics.get().getBytes(StandardCharsets.UTF_8)));
        playground.ifPresent(present -> present.add(routes));
        endpoints
                .values()
                .forEach(endpoint -> routes.post(endpoint.path(), ctx -> receive(ctx, endpoint)));
        routes.exception(Refusal.class, (refusal, ctx) -> refuse(ctx, refusal));
        routes.exception(HttpResponseException.class, (e, ctx) -> refuse(ctx, refusal(e)));
        routes.exception(Exception.class, WebServer::fail);
        routes.error(404, WebServer::nothing);
    }

    private static void receive(Context ctx, Endpoint endpoint) throws IOException {
        byte[] body = ctx.bodyInputStream().readNBytes(Endpoint.LONGEST_BODY + 1);
        if (body.length > Endpoint.LONGEST_BODY) {
            throw Refusal.tooLarge("The request is too large: at most 1 MB is taken.");
        }
        Map<String, String> headers = new HashMap<>();
        ctx.headerMap()
                .forEach(
                        (name, value) -> headers.putIfAbsent(name.toLowerCase(Locale.ROOT), value));
        Endpoint.Reply reply = endpoint.receiver().apply(new Endpoint.Question(headers, body));
        ctx.status(reply.status()).contentType(reply.contentType()).result(reply.body());
    }

    private void guard(Context ctx) {
        SecurityHeaders.addTo(ctx::header);
        if (endpoints.containsKey(ctx.path()) && guard.isPresent()) {
            return;
        }
        guard.map(rules -> rules.judge(headers(ctx)))
                .orElseGet(() -> Optional.of(Refusal.unavailable("Parley is starting.")))
                .ifPresent(refusal -> {
                    refuse(ctx, refusal);
                    ctx.skipRemainingHandlers();
                });
    }

    private static RequestGuard.Headers headers(Context ctx) {
        return new RequestGuard.Headers(
                Json.orEmpty(ctx.header("Host")),
                Json.orEmpty(ctx.req().getLocalAddr()),
                Optional.ofNullable(ctx.header("Origin")),
                Optional.ofNullable(ctx.header("Sec-Fetch-Site")),
                Json.orEmpty(ctx.header("Content-Type")),
                ctx.path().startsWith("/api/"),
                CHANGING.contains(ctx.req().getMethod()));
    }

    /** Only for what no handler refused in its own words. */
    private static void nothing(Context ctx) {
        if (!"application/json".equals(ctx.res().getContentType())) {
            refuse(ctx, Refusal.missing("Nothing is here."));
        }
    }

    private void ready(Context ctx) {
        Readiness now = readiness.get();
        ctx.status(now.ready() ? 200 : 503).contentType("application/json").result(Json.write(now));
    }

    private static Refusal refusal(HttpResponseException e) {
        return switch (e.getStatus()) {
            case 413 -> Refusal.tooLarge("The request is too large: at most 512 KB are taken.");
            case 404 -> Refusal.missing("Nothing is here.");
            default -> Refusal.invalid("The request is malformed.");
        };
    }

    private static void refuse(Context ctx, Refusal refusal) {
        ctx.status(refusal.status())
                .contentType("application/json")
                .result(Json.write(refusal.body()));
    }

    private static void fail(Exception fault, Context ctx) {
        LOG.error("{} {} failed", ctx.req().getMethod(), ctx.path(), fault);
        refuse(ctx, Refusal.unavailable("Something went wrong inside Parley. Try again."));
    }

    /** Ends within a second, also when pages are open. */
    @Override
    public void close() {
        playground.ifPresent(present -> present.close(PATIENCE));
        app.stop();
    }
}
