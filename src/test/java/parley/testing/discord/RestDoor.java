package parley.testing.discord;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import parley.testing.Gate;
import parley.testing.HttpAnswer;
import parley.testing.HttpRequest;

/** The way of every call: recorded, made to fail by script, limited, checked, done. */
final class RestDoor {
    static final String PATH = "/api/v10/";

    /** The channel's setting, which the bot finds out so. */
    private static final int SLOWMODE = 20_016;

    private final World world;
    private final Router router;
    private final Faults faults = new Faults();
    private final RateLimits limits;
    private final Manners manners;
    private final Patience patience;
    private final WritesInFlight writes;
    private final List<Call> calls = new ArrayList<>();
    private final List<Call> limited = new ArrayList<>();
    private volatile Duration latency = Duration.ZERO;

    /**
     * @param sessions how many sessions of the gateway have begun
     */
    RestDoor(World world, Router router, IntSupplier sessions) {
        this.world = world;
        this.router = router;
        this.limits = new RateLimits(world.clock);
        this.manners = new Manners(world, sessions);
        this.patience = new Patience(world);
        this.writes = new WritesInFlight(world);
    }

    Faults faults() {
        return faults;
    }

    RateLimits limits() {
        return limits;
    }

    /** How long every answer takes. */
    void latency(Duration each) {
        latency = each;
    }

    /** See {@link FakeDiscord#botRestarts}. */
    void botRestarts() {
        manners.restarted();
        patience.restarted();
    }

    List<Call> calls() {
        return world.watch.read(() -> List.copyOf(calls));
    }

    List<Call> limited() {
        return world.watch.read(() -> List.copyOf(limited));
    }

    /** An answer, and the gate behind which it waits. */
    private record Done(Call call, HttpAnswer answer, Optional<Gate> gate) {}

    HttpAnswer answer(HttpRequest request) {
        Done done = world.watch.locked(() -> perform(request));
        done.gate.ifPresent(RestDoor::pass);
        LockSupport.parkNanos(latency.toNanos());
        world.watch.run(() -> writes.end(done.call));
        return done.answer;
    }

    private static void pass(Gate gate) {
        try {
            gate.pass();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Done perform(HttpRequest request) {
        String path = request.path().substring(PATH.length());
        Optional<Router.Found> found = router.find(request.method(), path);
        String template = found.map(one -> one.route().template()).orElse(path);
        try {
            RestBody body = RestBody.of(request);
            Call call = record(request, path, template, body);
            manners.check(call, request);
            Supplier<HttpAnswer> work = () -> work(call, request, found, body);
            Optional<Fault> fault = faults.take(call);
            HttpAnswer answer =
                    fault.map(one -> byScript(one, call, work)).orElseGet(() -> told(call, work));
            return new Done(call, answer, fault.flatMap(RestDoor::gate));
        } catch (RestError unreadable) {
            Call call = record(request, path, template, RestBody.NONE);
            return new Done(call, refuse(call, unreadable, Map.of()), Optional.empty());
        }
    }

    private Call record(HttpRequest request, String path, String template, RestBody body) {
        Call call =
                new Call(
                        calls.size() + 1,
                        request.method(),
                        template,
                        path,
                        request.query(),
                        body.json(),
                        body.files().stream().map(file -> file.fileName().orElse("")).toList(),
                        world.clock.nanos());
        calls.add(call);
        patience.arrived(call);
        writes.begin(call);
        return call;
    }

    private static Optional<Gate> gate(Fault fault) {
        return fault instanceof Fault.Held(Gate gate) ? Optional.of(gate) : Optional.empty();
    }

    private HttpAnswer byScript(Fault fault, Call call, Supplier<HttpAnswer> work) {
        return switch (fault) {
            case Fault.RateLimited(double seconds, Fault.Scope scope, Fault.Form form) -> {
                boolean global = scope == Fault.Scope.GLOBAL || form == Fault.Form.CLOUDFLARE;
                patience.told(call, seconds, global);
                yield TooMany.of(seconds, scope, form, global ? Map.of() : limits.headers(call));
            }
            case Fault.Status(int code) -> HttpAnswer.text(code, "text/html", "<html>Oh no</html>");
            case Fault.Refused(int status, int code, String words) ->
                    reply(status, RestError.refusal(status, code, words).json(), Map.of());
            case Fault.Malformed() -> HttpAnswer.text(200, "application/json", "{\"id\":tr");
            case Fault.Hang() -> new HttpAnswer.Hang();
            case Fault.Reset() -> new HttpAnswer.Reset();
            case Fault.EffectThenReset() -> {
                var _ = work.get();
                yield new HttpAnswer.Reset();
            }
            case Fault.EffectThenHang() -> {
                var _ = work.get();
                yield new HttpAnswer.Hang();
            }
            case Fault.Held(_) -> told(call, work);
        };
    }

    private HttpAnswer told(Call call, Supplier<HttpAnswer> work) {
        HttpAnswer answer = work.get();
        if (answer instanceof HttpAnswer.Reply reply && reply.status() < 300) {
            manners.succeeded(call);
        }
        return answer;
    }

    private HttpAnswer work(
            Call call, HttpRequest request, Optional<Router.Found> found, RestBody body) {
        try {
            token(call, request);
            Router.Found way = found.orElseThrow(() -> nowhere(call));
            return switch (limits.check(call)) {
                case RateLimits.Verdict.Refused(double wait, Fault.Scope scope, var headers) -> {
                    limited.add(call);
                    patience.told(call, wait, scope == Fault.Scope.GLOBAL);
                    yield TooMany.of(wait, scope, Fault.Form.USUAL, headers);
                }
                case RateLimits.Verdict.Passes(var headers) -> handle(way, call, body, headers);
            };
        } catch (RestError refused) {
            return refuse(call, refused, Map.of());
        }
    }

    private HttpAnswer handle(
            Router.Found way, Call call, RestBody body, Map<String, String> headers) {
        try {
            RestAnswer answer =
                    way.route()
                            .handler()
                            .handle(
                                    new RestRequest(
                                            call, way.variables(), body.json(), body.files()));
            return answer.body()
                    .<HttpAnswer>map(json -> reply(answer.status(), json, headers))
                    .orElseGet(() -> new HttpAnswer.Reply(answer.status(), headers, new byte[0]));
        } catch (RestError refused) {
            return refuse(call, refused, headers);
        }
    }

    private RestError nowhere(Call call) {
        return router.known(call.path())
                ? RestError.mistake(405, 0, "405: Method Not Allowed")
                : RestError.mistake(404, 0, "404: Not Found");
    }

    private void token(Call call, HttpRequest request) {
        String token = request.header("authorization").orElse("");
        boolean open = RateLimits.isInteraction(call.template());
        if (!open && !token.equals("Bot " + world.me.token())) {
            throw RestError.refusal(401, 0, "401: Unauthorized");
        }
    }

    private HttpAnswer refuse(Call call, RestError refused, Map<String, String> headers) {
        if (refused.mistake()) {
            world.violate(call.where(), Integer.toString(refused.code()), refused.detail());
        }
        if (refused.status() != 429) {
            return reply(refused.status(), refused.json(), headers);
        }
        if (refused.code() != SLOWMODE) {
            limited.add(call);
        }
        patience.told(call, refused.seconds(), false);
        return TooMany.of(refused, refused.seconds(), headers);
    }

    private static HttpAnswer reply(int status, JsonNode body, Map<String, String> headers) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.put("via", "1.1 google");
        HttpAnswer.Reply whole = HttpAnswer.json(body, all);
        return new HttpAnswer.Reply(status, whole.headers(), whole.body());
    }
}
