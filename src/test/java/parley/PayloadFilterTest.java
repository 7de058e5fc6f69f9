package parley;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import net.dv8tion.jda.api.utils.data.DataObject;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import parley.testing.RecordedLog;

final class PayloadFilterTest {
    private static final String CLIENT = "net.dv8tion.jda.internal.requests.WebSocketClient";
    private static final DataObject SENT = DataObject.empty().put("token", "secret");

    private final LoggerContext context = new LoggerContext();
    private final ListAppender<ILoggingEvent> written = new ListAppender<>();

    PayloadFilterTest() {
        context.addTurboFilter(new PayloadFilter());
        var root = context.getLogger(Logger.ROOT_LOGGER_NAME);
        root.setLevel(Level.TRACE);
        written.start();
        root.addAppender(written);
    }

    private List<String> written() {
        return written.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }

    @Test
    void payloadThatTheClientCannotRead_isNamedAndNotShown() {
        try (RecordedLog own = RecordedLog.of(PayloadFilter.class)) {
            context.getLogger(CLIENT)
                    .error(
                            "Unexpected\n\tJDA {}\n\t{} -> {}",
                            "6.5.0",
                            "INTERACTION_CREATE",
                            SENT,
                            new IllegalStateException("secret"));
            context.getLogger(CLIENT).trace("{} -> {}", "READY", SENT);

            assertThat(written()).isEmpty();
            assertThat(own.lines())
                    .singleElement()
                    .asString()
                    .contains("INTERACTION_CREATE")
                    .doesNotContain("secret");
        }
    }

    @Test
    void everythingElse_isWrittenAsEver() {
        context.getLogger(CLIENT).error("Encountered IDENTIFY Rate Limit! Waiting {} ms", 5);
        context.getLogger(CLIENT).warn("plain");
        context.getLogger("parley.Main").warn("{}", SENT);

        assertThat(written()).hasSize(3);
    }
}
