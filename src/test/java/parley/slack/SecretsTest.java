package parley.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import parley.chat.MessageId;
import parley.testing.slack.Fault;

/** The tokens are in no line of the log at any level, and in no message of an exception. */
final class SecretsTest {
    private final WriterRig rig = new WriterRig();
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final java.util.logging.Logger jul = LogManager.getLogManager().getLogger("");
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private final List<String> julLines = Collections.synchronizedList(new ArrayList<>());
    private final Handler handler =
            new Handler() {
                @Override
                public void publish(LogRecord line) {
                    julLines.add(line.getMessage() + " " + line.getThrown());
                }

                @Override
                public void flush() {}

                @Override
                public void close() {}
            };
    private final Level before = root.getLevel();
    private final java.util.logging.Level julBefore = jul.getLevel();
    private final List<Handler> julHandlers = List.of(jul.getHandlers());

    @BeforeEach
    void listen() {
        root.iteratorForAppenders().forEachRemaining(appender -> appender.stop());
        lines.start();
        root.addAppender(lines);
        root.setLevel(Level.ALL);
        julHandlers.forEach(jul::removeHandler);
        jul.addHandler(handler);
        jul.setLevel(java.util.logging.Level.ALL);
    }

    @AfterEach
    void close() {
        jul.setLevel(julBefore);
        jul.removeHandler(handler);
        julHandlers.forEach(jul::addHandler);
        root.setLevel(before);
        root.detachAppender(lines);
        root.iteratorForAppenders().forEachRemaining(appender -> appender.start());
        rig.close();
    }

    private String log() {
        StringBuilder all = new StringBuilder();
        for (ILoggingEvent line : List.copyOf(lines.list)) {
            all.append(line.getFormattedMessage()).append('\n');
            if (line.getThrowableProxy() != null) {
                all.append(ThrowableProxyUtil.asString(line.getThrowableProxy()));
            }
        }
        return all + String.join("\n", julLines);
    }

    private void assertSecret() {
        assertThat(log())
                .doesNotContain(rig.slack.botToken())
                .doesNotContain(rig.slack.appToken())
                .doesNotContain(rig.slack.botToken().substring(0, 16));
    }

    @Test
    void log_atEveryLevel_holdsNoToken() {
        MessageId id = rig.posted(WriterRig.growing("One"));
        rig.edit(id, WriterRig.growing("One two"));
        rig.edit(id, WriterRig.whole("One two three"));
        for (Fault fault :
                List.of(
                        new Fault.Refused("missing_scope"),
                        new Fault.Refused("invalid_auth"),
                        new Fault.RateLimited(1),
                        new Fault.Status(500),
                        new Fault.Malformed(),
                        new Fault.Reset())) {
            rig.slack.faults().next("chat.update", fault);
            rig.edit(id, WriterRig.whole("Another"));
        }
        rig.restart();

        assertThat(log()).contains("lacks the scope");
        assertSecret();
    }

    @Test
    void settings_printed_holdNoSecret() {
        assertThat(rig.settings(rig.slack.botToken()).toString())
                .doesNotContain("xoxb")
                .doesNotContain("xapp");
    }

    @Test
    void token_withALineBreak_isRefusedWithoutBeingShown() {
        assertThatThrownBy(() -> rig.settings(rig.slack.botToken() + "\n"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("xoxb");
    }
}
