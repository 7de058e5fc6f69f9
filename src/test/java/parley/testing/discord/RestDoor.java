package parley.testing.discord;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import parley.testing.Gate;
import parley.testing.HttpAnswer;
import parley.testing.HttpRequest;

/** The way of every call: recorded, made to fail by script, limited, checked, done. */
final class RestDoor {
    static final String PATH = "/api/v10/";

    private final World world;
    private final Router router;
    private final Faults faults = new Faults();
    private final List<Call> calls = new ArrayList<>();
    private final List<Call> limited = new ArrayList<>();

    RestDoor(World world, Router router) {
        this.world = world;
        this.router = router;
    }

    Faults faults() {
        return faults;
    }

    List<Call> calls() {
        return world.watch.read(() -> List.copyOf(calls));
    }

    List<Call> limited() {
        return world.watch.read(() -> List.copyOf(limited));
    }

    /** An answer, and the gate behind which it waits. */
    private record Done(HttpAnswer answer, Optional<Gate> gate) {
        static Done now(HttpAnswer answer) {
            return new Done(answer, Optional.empty());
        }
    }

    HttpAnswer answer(HttpRequest request) {
        Done done = world.watch.locked(() -> perform(request));
        done.gate.ifPresent(RestDoor::pass);
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
            return faults.take(call)
                    .map(fault -> byScript(fault, () -> work(call, request, found, body)))
                    .orElseGet(() -> Done.now(work(call, request, found, body)));
        } catch (RestError unreadable) {
            Call call = record(request, path, template, RestBody.NONE);
            return Done.now(refuse(call, unreadable));
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
        return call;
    }

    private Done byScript(Fault fault, Supplier<HttpAnswer> work) {
        return switch (fault) {
            case Fault.RateLimited(double seconds, Fault.Scope scope, Fault.Form form) ->
                    Done.now(TooMany.of(seconds, scope, form, Map.of()));
            case Fault.Status(int code) ->
                    Done.now(HttpAnswer.text(code, "text/html", "<html>Oh no</html>"));
            case Fault.Refused(int status, int code, String words) ->
                    Done.now(reply(status, RestError.refusal(status, code, words).json()));
            case Fault.Malformed() ->
                    Done.now(HttpAnswer.text(200, "application/json", "{\"id\":tr"));
            case Fault.Hang() -> Done.now(new HttpAnswer.Hang());
            case Fault.Reset() -> Done.now(new HttpAnswer.Reset());
            case Fault.EffectThenReset() -> {
                var _ = work.get();
                yield Done.now(new HttpAnswer.Reset());
            }
            case Fault.EffectThenHang() -> {
                var _ = work.get();
                yield Done.now(new HttpAnswer.Hang());
            }
            case Fault.Held(Gate gate) -> new Done(work.get(), Optional.of(gate));
        };
    }

    private HttpAnswer work(
            Call call, HttpRequest request, Optional<Router.Found> found, RestBody body) {
        try {
            Router.Found way = found.orElseThrow(() -> nowhere(call));
            check(call, request);
            RestAnswer answer =
                    way.route()
                            .handler()
                            .handle(
                                    new RestRequest(
                                            call, way.variables(), body.json(), body.files()));
            return answer.body()
                    .<HttpAnswer>map(json -> reply(answer.status(), json))
                    .orElseGet(() -> new HttpAnswer.Reply(answer.status(), Map.of(), new byte[0]));
        } catch (RestError refused) {
            return refuse(call, refused);
        }
    }

    private RestError nowhere(Call call) {
        return router.known(call.path())
                ? RestError.mistake(405, 0, "405: Method Not Allowed")
                : RestError.mistake(404, 0, "404: Not Found");
    }

    private void check(Call call, HttpRequest request) {
        boolean open =
                call.template().startsWith("interactions/")
                        || call.template().startsWith("webhooks/");
        String token = request.header("authorization").orElse("");
        if (!open && !token.equals("Bot " + world.me.token())) {
            throw RestError.refusal(401, 0, "401: Unauthorized");
        }
    }

    private HttpAnswer refuse(Call call, RestError refused) {
        if (refused.mistake()) {
            world.violate(call.where(), Integer.toString(refused.code()), refused.detail());
        }
        return reply(refused.status(), refused.json());
    }

    private static HttpAnswer reply(int status, JsonNode body) {
        HttpAnswer.Reply whole = HttpAnswer.json(body, Map.of("via", "1.1 google"));
        return new HttpAnswer.Reply(status, whole.headers(), whole.body());
    }
}
