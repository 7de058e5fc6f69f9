package parley.claude;

import com.anthropic.errors.AnthropicIoException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Locale;
import javax.net.ssl.SSLException;

/** Says in one sentence what happened to a connection. */
record IoFault(String server, Duration silence) {
    /**
     * @param begun whether the answer had begun to arrive
     */
    String describe(Throwable failure, boolean begun) {
        return switch (root(failure)) {
            case UnknownHostException _ -> "The name of " + server + " is not known.";
            case ConnectException _, NoRouteToHostException _ -> server + " is not reachable.";
            case SocketTimeoutException timeout when isConnect(timeout) ->
                    server + " is not reachable: it does not answer.";
            case InterruptedIOException _ ->
                    "Nothing came from " + server + " for " + seconds() + ".";
            case SSLException tls when !begun ->
                    "There is no secure connection to " + server + ": " + tls.getMessage();
            default ->
                    begun
                            ? "The connection to " + server + " broke off in the answer."
                            : "The connection to " + server + " broke off before the answer.";
        };
    }

    private String seconds() {
        return silence.toMillis() % 1000 == 0
                ? silence.toSeconds() + " s"
                : silence.toMillis() + " ms";
    }

    private static boolean isConnect(SocketTimeoutException timeout) {
        String message = String.valueOf(timeout.getMessage()).toLowerCase(Locale.ROOT);
        return message.contains("connect");
    }

    /** The library wraps once; under that, the first exception says most. */
    private static Throwable root(Throwable failure) {
        Throwable cause = failure.getCause();
        return failure instanceof AnthropicIoException && cause != null ? cause : failure;
    }
}
