package parley.reliability;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Optional;

/** The program under test, which can be started again on the same data. Used by one thread. */
public interface Program extends AutoCloseable {
    /** Starts it, and waits until it says that it is ready; gives its address with a slash. */
    String start();

    /** Stops it as SIGTERM does, and waits for its end. */
    void stop();

    /** Whether no question waits and none is being answered. */
    static boolean idle(String address) {
        return get(address + "metrics").filter(Program::idle).isPresent();
    }

    private static boolean idle(HttpResponse<String> metrics) {
        List<String> figures = metrics.body().lines().toList();
        return figures.contains("parley_turns_running 0.0")
                && figures.contains("parley_queue_waiting 0.0");
    }

    /** Whether it says that questions can be answered. */
    static boolean healthy(String address) {
        return get(address + "health/ready").filter(it -> it.statusCode() == 200).isPresent();
    }

    /** Empty when it cannot be reached. */
    private static Optional<HttpResponse<String>> get(String address) {
        try (HttpClient http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create(address)).build();
            return Optional.of(http.send(request, BodyHandlers.ofString()));
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    void close();
}
