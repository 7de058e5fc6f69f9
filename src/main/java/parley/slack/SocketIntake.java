package parley.slack;

import com.slack.api.bolt.App;
import com.slack.api.bolt.response.Response;
import com.slack.api.bolt.socket_mode.request.SocketModeRequestParser;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands what comes over connections of Socket Mode to Bolt's app, and acknowledges it as soon as
 * its handler has returned. Safe for use by many threads.
 */
final class SocketIntake implements SlackSocket.Listener {
    private static final Logger LOG = LoggerFactory.getLogger(SocketIntake.class);

    private final BoltRunner runner;
    private final SocketModeRequestParser parser;
    private final SlackRequests requests;
    private final AtomicReference<@Nullable SlackSocket> newest;

    /**
     * @param newest the connection in use, for answers to what came over one that is closed
     */
    SocketIntake(App app, SlackRequests requests, AtomicReference<@Nullable SlackSocket> newest) {
        runner = new BoltRunner(app);
        parser = new SocketModeRequestParser(app.config());
        this.requests = requests;
        this.newest = newest;
    }

    @Override
    public void received(SlackSocket socket, Frame.Envelope envelope) {
        Payload payload = envelope.payload();
        switch (payload.kind()) {
            case EVENT, INTERACTION, COMMAND -> {
                if (!requests.take(payload.lane(), () -> answer(socket, envelope))) {
                    LOG.debug("{} {} was not taken", payload.kind(), payload.type());
                }
            }
            case ABSURD -> {
                LOG.warn("Slack sent {} with an id that is none; it is skipped", payload.type());
                acknowledge(socket, SocketAck.of(envelope, Response.ok()));
            }
            case CHALLENGE, FLOOD, UNKNOWN -> {
                LOG.debug("Slack sent {}, which nothing here handles", payload.type());
                acknowledge(socket, SocketAck.of(envelope, Response.ok()));
            }
        }
    }

    private void answer(SlackSocket socket, Frame.Envelope envelope) {
        Payload payload = envelope.payload();
        Response response =
                runner.run(payload, () -> parser.parse(envelope.text()).getBoltRequest());
        if (response.getStatusCode() == 200) {
            acknowledge(socket, SocketAck.of(envelope, response));
        } else {
            LOG.debug(
                    "{} {} was not acknowledged: status {}",
                    payload.kind(),
                    payload.type(),
                    response.getStatusCode());
        }
    }

    /** Over the connection it came by; Slack takes it over another of the app's, too. */
    private void acknowledge(SlackSocket socket, String ack) {
        SlackSocket other = newest.get();
        if (!socket.send(ack) && (other == null || !other.send(ack))) {
            LOG.debug("No connection to acknowledge over; Slack sends it again");
        }
    }
}
