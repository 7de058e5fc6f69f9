package parley.reliability;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;

/** The program under test, which can be started again on the same data. Used by one thread. */
public interface Program extends AutoCloseable {
    /** Starts it, and waits until it says that it is ready; gives its address with a slash. */
    String start();

    /** Stops it as SIGTERM does, and waits for its end. */
    void stop();

    /** Whether no question waits and none is being answered. */
    static boolean idle(String address) {
        try (HttpClient http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create(address + "metrics")).build();
            List<String> figures =
                    http.send(request, BodyHandlers.ofString()).body().lines().toList();
            return figures.contains("parley_turns_running 0.0")
                    && figures.contains("parley_queue_waiting 0.0");
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    void close();
}
