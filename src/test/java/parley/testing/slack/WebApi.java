package parley.testing.slack;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import parley.testing.HttpAnswer;
import parley.testing.HttpRequest;
import parley.testing.Json;

/** The way of every call: recorded, made to fail by script, limited, checked, done. */
final class WebApi {
    static final String PATH = "/api/";

    private final Workspace workspace;
    private final Map<String, ApiMethod> methods = new LinkedHashMap<>();
    private final Faults faults = new Faults();
    private final RateLimits limits = new RateLimits();
    private final List<Call> calls = new ArrayList<>();
    private final List<Call> limited = new ArrayList<>();
    private final CallCheck check;
    private final Tokens tokens;

    WebApi(Workspace workspace) {
        this.workspace = workspace;
        this.tokens = new Tokens(workspace.me);
        this.check = new CallCheck(workspace, tokens);
    }

    void add(List<ApiMethod> all) {
        all.forEach(method -> methods.put(method.name(), method));
    }

    Faults faults() {
        return faults;
    }

    RateLimits limits() {
        return limits;
    }

    Tokens tokens() {
        return tokens;
    }

    List<Call> calls() {
        return workspace.watch.read(() -> List.copyOf(calls));
    }

    List<Call> limited() {
        return workspace.watch.read(() -> List.copyOf(limited));
    }

    Set<String> methods() {
        return new TreeSet<>(methods.keySet());
    }

    HttpAnswer answer(HttpRequest request) {
        String name = request.path().substring(PATH.length());
        return pass(name, request, (call, arguments) -> perform(call, request, arguments));
    }

    /** What a request does when nothing goes wrong by script. */
    @FunctionalInterface
    interface Work {
        HttpAnswer on(Call call, Arguments arguments);
    }

    /** For anything that the app asks of Slack by HTTP: recorded, and made to fail by script. */
    HttpAnswer pass(String name, HttpRequest request, Work work) {
        return workspace.watch.locked(() -> {
            try {
                return pass(name, request, Arguments.of(request), work);
            } catch (ApiError unreadable) {
                workspace.violate(name, unreadable.code(), unreadable.toString());
                return json(unreadable.json(), request);
            }
        });
    }

    /** Likewise, where the body is no arguments. */
    HttpAnswer passBytes(String name, HttpRequest request, Supplier<HttpAnswer> work) {
        Arguments path = Arguments.named("path", request.path());
        return workspace.watch.locked(() -> pass(name, request, path, (_, _) -> work.get()));
    }

    private HttpAnswer pass(String name, HttpRequest request, Arguments arguments, Work work) {
        Call call = record(name, request, arguments);
        return faults.take(call)
                .map(fault -> byScript(fault, request, effect(work, call, arguments)))
                .orElseGet(() -> work.on(call, arguments));
    }

    /** What the work does, without its answer. */
    private static Runnable effect(Work work, Call call, Arguments arguments) {
        return () -> {
            var _ = work.on(call, arguments);
        };
    }

    private Call record(String name, HttpRequest request, Arguments arguments) {
        Map<String, String> plain = new LinkedHashMap<>(arguments.asMap());
        plain.remove("token");
        TokenKind token = tokens.kind(request);
        Call call = new Call(calls.size() + 1, name, plain, token, workspace.clock.nanos());
        calls.add(call);
        return call;
    }

    private HttpAnswer byScript(Fault fault, HttpRequest request, Runnable effect) {
        return switch (fault) {
            case Fault.RateLimited(int seconds) -> tooMany(seconds);
            case Fault.Status(int code) -> HttpAnswer.text(code, "text/html", "<html>Oh no</html>");
            case Fault.Refused(String code) ->
                    json(Json.object("ok", false, "error", code), request);
            case Fault.Malformed() -> HttpAnswer.text(200, "application/json", "{\"ok\":tr");
            case Fault.Hang() -> new HttpAnswer.Hang();
            case Fault.Reset() -> new HttpAnswer.Reset();
            case Fault.EffectThenReset() -> {
                effect.run();
                yield new HttpAnswer.Reset();
            }
            case Fault.EffectThenHang() -> {
                effect.run();
                yield new HttpAnswer.Hang();
            }
        };
    }

    private HttpAnswer perform(Call call, HttpRequest request, Arguments arguments) {
        try {
            return json(Json.object("ok", true).setAll(run(call, request, arguments)), request);
        } catch (ApiError error) {
            error.mistake()
                    .ifPresent(detail -> workspace.violate(call.method(), error.code(), detail));
            return json(error.json(), request);
        } catch (TooManyCalls excess) {
            limited.add(call);
            return tooMany(excess.seconds());
        }
    }

    private ObjectNode run(Call call, HttpRequest request, Arguments arguments) {
        ApiMethod method = methods.get(call.method());
        if (method == null) {
            throw ApiError.mistake("unknown_method", call.method());
        }
        int wait = limits.check(method, arguments, call.nanos());
        if (wait > 0) {
            throw new TooManyCalls(wait);
        }
        check.check(method, request, arguments);
        return method.handler().answer(arguments);
    }

    private static HttpAnswer tooMany(int seconds) {
        HttpAnswer.Reply reply =
                HttpAnswer.json(
                        Json.object("ok", false, "error", "ratelimited"),
                        Map.of("Retry-After", Integer.toString(seconds)));
        return new HttpAnswer.Reply(429, reply.headers(), reply.body());
    }

    private HttpAnswer json(ObjectNode body, HttpRequest request) {
        return HttpAnswer.json(body, tokens.headers(request));
    }

    /** A limit was passed. */
    private static final class TooManyCalls extends RuntimeException {
        private final int seconds;

        private TooManyCalls(int seconds) {
            super("wait " + seconds + " s");
            this.seconds = seconds;
        }

        private int seconds() {
            return seconds;
        }
    }
}
