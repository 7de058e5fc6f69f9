package parley.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Iterator;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Reads server-sent events as a page does. */
final class EventReader implements AutoCloseable {
    private final Stream<String> stream;
    private final Iterator<String> lines;

    /** One event, with its data. */
    record Event(String type, JsonNode data) {}

    EventReader(HttpClient http, HttpRequest request) {
        try {
            HttpResponse<Stream<String>> response =
                    http.send(request, HttpResponse.BodyHandlers.ofLines());
            assertThat(response.statusCode()).isEqualTo(200);
            stream = response.body();
            lines = stream.iterator();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Waits for the next event of that type that is as told; others are passed over. */
    Event next(String type, Predicate<JsonNode> condition) {
        while (true) {
            Event event = next();
            if (event.type().equals(type) && condition.test(event.data())) {
                return event;
            }
        }
    }

    Event next(String type) {
        return next(type, data -> true);
    }

    private Event next() {
        String line = lines.next();
        while (!line.startsWith("event: ")) {
            line = lines.next();
        }
        String data = lines.next().substring("data: ".length());
        return new Event(line.substring("event: ".length()), TestingPlayground.json(data));
    }

    /** Whether the server ended the stream. */
    boolean ended() {
        try {
            while (lines.hasNext()) {
                lines.next();
            }
            return true;
        } catch (UncheckedIOException e) {
            return true;
        }
    }

    @Override
    public void close() {
        stream.close();
    }
}
