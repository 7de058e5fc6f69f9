package parley.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The playground's addresses: which request does what. */
final class PlaygroundRoutes {
    private static final Logger LOG = LoggerFactory.getLogger(PlaygroundRoutes.class);
    private static final String MARKED =
            "/META-INF/resources/webjars/marked/17.0.1/lib/marked.esm.js";
    private static final String CHANNEL = "/api/channels/{channel}";
    private static final String THREAD = CHANNEL + "/threads/{root}";

    private final PlaygroundAdapter adapter;
    private final Playground playground;
    private final CommandDesk desk;
    private final Duration heartbeat;

    /** The party of one stands for the server; each open stream of events joins. */
    private final Phaser streams = new Phaser(1);

    PlaygroundRoutes(PlaygroundAdapter adapter, Duration heartbeat) {
        this.adapter = adapter;
        this.playground = adapter.playground();
        this.desk = adapter.desk();
        this.heartbeat = heartbeat;
    }

    void add(RoutesConfig routes) {
        routes.get("/vendor/marked.js", PlaygroundRoutes::marked);
        routes.get("/api/events", this::events);
        routes.get("/api/workspace", ctx -> json(ctx, playground.workspace()));
        routes.get(CHANNEL + "/threads", ctx -> json(ctx, playground.threads(channel(ctx))));
        routes.get(THREAD, ctx -> json(ctx, playground.thread(channel(ctx), root(ctx))));
        routes.post(
                CHANNEL + "/messages",
                ctx -> json(ctx, playground.say(channel(ctx), read(ctx, SayRequest.class))));
        routes.put(
                THREAD + "/messages/{id}",
                ctx ->
                        json(
                                ctx,
                                playground.amend(
                                        channel(ctx),
                                        root(ctx),
                                        ctx.pathParam("id"),
                                        read(ctx, AmendRequest.class))));
        routes.post(
                THREAD + "/messages/{id}/delete",
                ctx ->
                        json(
                                ctx,
                                playground.withdraw(
                                        channel(ctx),
                                        root(ctx),
                                        ctx.pathParam("id"),
                                        read(ctx, WithdrawRequest.class))));
        routes.post(
                THREAD + "/press",
                ctx ->
                        json(
                                ctx,
                                playground.press(
                                        channel(ctx), root(ctx), read(ctx, PressRequest.class))));
        addDesk(routes);
    }

    /** What is asked of Parley itself. */
    private void addDesk(RoutesConfig routes) {
        routes.get("/api/personas", ctx -> json(ctx, desk.personas()));
        routes.post(
                "/api/people/{person}/admin",
                ctx ->
                        json(
                                ctx,
                                playground.switchAdmin(
                                        ctx.pathParam("person"), read(ctx, AdminRequest.class))));
        routes.post(
                CHANNEL + "/commands",
                ctx -> json(ctx, desk.command(channel(ctx), read(ctx, CommandRequest.class))));
        routes.post(
                CHANNEL + "/choices",
                ctx -> json(ctx, desk.choose(channel(ctx), read(ctx, ChoiceRequest.class))));
        routes.post(
                CHANNEL + "/forms",
                ctx -> json(ctx, desk.submit(channel(ctx), read(ctx, FormRequest.class))));
    }

    private static String channel(Context ctx) {
        return ctx.pathParam("channel");
    }

    private static String root(Context ctx) {
        return ctx.pathParam("root");
    }

    private static <T> T read(Context ctx, Class<T> type) {
        return Json.read(ctx.bodyAsBytes(), type);
    }

    private static void json(Context ctx, Object answer) {
        ctx.header("Cache-Control", "no-store")
                .contentType("application/json")
                .result(Json.write(answer));
    }

    private static void marked(Context ctx) {
        try (var script = PlaygroundRoutes.class.getResourceAsStream(MARKED)) {
            if (script == null) {
                throw new IllegalStateException("the class path lacks " + MARKED);
            }
            ctx.header("Cache-Control", "max-age=3600")
                    .contentType("text/javascript")
                    .result(script.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes events until the page leaves or the server ends. */
    private void events(Context ctx) throws InterruptedException {
        EventStream page =
                adapter.hub()
                        .open()
                        .orElseThrow(() -> Refusal.unavailable("Too many pages are open."));
        streams.register();
        try {
            send(ctx, page);
        } catch (IOException e) {
            LOG.debug("a page left: {}", e.toString());
        } finally {
            adapter.hub().leave(page);
            streams.arriveAndDeregister();
        }
    }

    private void send(Context ctx, EventStream page) throws IOException, InterruptedException {
        var response = ctx.res();
        response.setContentType("text/event-stream");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Cache-Control", "no-store");
        // Not ctx.outputStream(): its flush() keeps everything back.
        var out = response.getOutputStream();
        Optional<String> frame = page.next(heartbeat);
        while (frame.isPresent()) {
            out.write(frame.get().getBytes(StandardCharsets.UTF_8));
            out.flush();
            frame = page.next(heartbeat);
        }
    }

    /** Ends the streams of events and waits for them, at most that long. */
    void close(Duration patience) {
        adapter.hub().close();
        int phase = streams.arriveAndDeregister();
        try {
            streams.awaitAdvanceInterruptibly(phase, patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            LOG.debug("a page did not take its last event; its connection is cut");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
