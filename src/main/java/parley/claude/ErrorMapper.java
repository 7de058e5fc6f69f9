package parley.claude;

import com.anthropic.errors.AnthropicInvalidDataException;
import com.anthropic.errors.AnthropicIoException;
import com.anthropic.errors.AnthropicServiceException;
import com.anthropic.errors.SseException;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import parley.claude.ClaudeException.Unauthorized.Lack;

/** The one place where the library's failures become ours. Messages never hold the key. */
final class ErrorMapper {
    /** How servers say that a prompt does not fit: Anthropic, llama.cpp, vLLM, LiteLLM. */
    private static final Pattern TOO_LONG =
            Pattern.compile(
                    "prompt is too long|exceed[s]? (the )?context limit|exceeds the available"
                            + " context|maximum context length|context window|request_too_large",
                    Pattern.CASE_INSENSITIVE);

    /** A reached spend limit comes as a 400. */
    private static final Pattern SPENT =
            Pattern.compile(
                    "credit balance|spend(ing)?[ _]limit|usage limit", Pattern.CASE_INSENSITIVE);

    private final Redaction redaction;
    private final IoFault io;
    private final InstantSource clock;

    ErrorMapper(ClaudeSettings settings, InstantSource clock) {
        this.redaction = new Redaction(settings.apiKey());
        this.io = new IoFault(ServerName.of(settings.address()), settings.silence());
        this.clock = clock;
    }

    /** A failure before the answer began. */
    ClaudeException map(Throwable failure) {
        return map(failure, false, "");
    }

    /**
     * @param begun whether the answer had begun to arrive
     * @param requestId the API's id as far as it is known
     */
    ClaudeException map(Throwable failure, boolean begun, String requestId) {
        return switch (failure) {
            case ClaudeException ours -> ours;
            case SseException event -> ofEvent(event);
            case AnthropicServiceException refused -> ofStatus(refused);
            case AnthropicIoException lost -> lost(io.describe(lost, begun), requestId, lost);
            case IOException lost -> lost(io.describe(lost, begun), requestId, lost);
            case InterruptedException stopped ->
                    lost("The request was interrupted.", requestId, stopped);
            case AnthropicInvalidDataException odd ->
                    lost(
                            "The server's answer is not in the form of the Messages API.",
                            requestId,
                            odd);
            default ->
                    new ClaudeException.Internal(
                            redaction.text("The request could not be made: " + failure),
                            requestId,
                            redaction.cause(failure));
        };
    }

    ClaudeException lost(String message, String requestId, Throwable cause) {
        return new ClaudeException.ConnectionLost(message, requestId, redaction.cause(cause));
    }

    private ClaudeException ofStatus(AnthropicServiceException refused) {
        int status = refused.statusCode();
        return switch (status) {
            case 401 -> unauthorized(refused, Lack.KEY);
            case 402 -> unauthorized(refused, Lack.MONEY);
            case 403 -> unauthorized(refused, Lack.RIGHT);
            case 404 -> notFound(refused);
            case 413 -> invalid(refused, true);
            case 429 -> rateLimited(refused);
            default -> isPassing(refused) ? overloaded(refused) : ofContent(refused);
        };
    }

    /** As Anthropic's client libraries see it: 408, 409, 5xx, and what the server says passes. */
    private static boolean isPassing(AnthropicServiceException refused) {
        int status = refused.statusCode();
        return status == 408
                || status == 409
                || status >= 500
                || told(refused).filter(again -> again).isPresent();
    }

    private static Optional<Boolean> told(AnthropicServiceException refused) {
        return refused.headers().values("X-Should-Retry").stream()
                .findFirst()
                .filter(value -> value.equals("true") || value.equals("false"))
                .map(Boolean::valueOf);
    }

    private RetryHint hint(AnthropicServiceException refused) {
        return new RetryHint(
                told(refused).orElse(true), RetryAfter.of(refused.headers(), clock.instant()));
    }

    private ClaudeException ofContent(AnthropicServiceException refused) {
        String said = refused.errorCode().orElse("") + " " + said(refused);
        return SPENT.matcher(said).find()
                ? unauthorized(refused, Lack.MONEY)
                : invalid(refused, TOO_LONG.matcher(said).find());
    }

    /** An error event in a stream has status 200; its type tells. */
    private ClaudeException ofEvent(SseException event) {
        String type = event.type().map(Object::toString).orElse("").toLowerCase(Locale.ROOT);
        return switch (type) {
            case "rate_limit_error" -> rateLimited(event);
            case "authentication_error" -> unauthorized(event, Lack.KEY);
            case "billing_error" -> unauthorized(event, Lack.MONEY);
            case "permission_error" -> unauthorized(event, Lack.RIGHT);
            case "not_found_error" -> notFound(event);
            case "invalid_request_error", "request_too_large" -> ofContent(event);
            default -> overloaded(event);
        };
    }

    private ClaudeException rateLimited(AnthropicServiceException refused) {
        return new ClaudeException.RateLimited(
                text("The rate limit is reached", refused),
                id(refused),
                hint(refused),
                cause(refused));
    }

    private ClaudeException overloaded(AnthropicServiceException refused) {
        String what =
                refused.statusCode() == 529 || refused instanceof SseException
                        ? "Claude is overloaded or failing"
                        : "Claude is failing (" + refused.statusCode() + ")";
        return new ClaudeException.Overloaded(
                text(what, refused), id(refused), hint(refused), cause(refused));
    }

    private ClaudeException invalid(AnthropicServiceException refused, boolean tooLong) {
        String what = tooLong ? "The prompt is too long" : "The request was refused";
        return new ClaudeException.InvalidRequest(
                text(what, refused), id(refused), tooLong, cause(refused));
    }

    private ClaudeException unauthorized(AnthropicServiceException refused, Lack lack) {
        String what =
                switch (lack) {
                    case KEY -> "The key is not accepted";
                    case MONEY -> "The budget is spent";
                    case RIGHT -> "The key may not do this";
                };
        return new ClaudeException.Unauthorized(
                text(what, refused), id(refused), lack, cause(refused));
    }

    private ClaudeException notFound(AnthropicServiceException refused) {
        return new ClaudeException.NotFound(
                text("There is no such model or address", refused), id(refused), cause(refused));
    }

    private String text(String what, AnthropicServiceException refused) {
        String said = said(refused);
        return redaction.text(said.isBlank() ? what + "." : what + ": " + said);
    }

    private static String said(AnthropicServiceException refused) {
        return refused.apiMessage().orElse("");
    }

    private static String id(AnthropicServiceException refused) {
        return refused.requestId().orElse("");
    }

    private Throwable cause(AnthropicServiceException refused) {
        return redaction.cause(refused);
    }
}
