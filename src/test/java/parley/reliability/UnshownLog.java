package parley.reliability;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.LoggerFactory;

/**
 * Counts the lines of the log that say, with its reference, which answer a platform refuses for
 * good to show. Of all programs in this Java. Safe for use by many threads.
 */
final class UnshownLog extends AppenderBase<ILoggingEvent> implements AutoCloseable {
    private static final String LINE = "The thread cannot show the answer";

    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final AtomicInteger lines = new AtomicInteger();

    private UnshownLog() {
        setContext(root.getLoggerContext());
        start();
        root.addAppender(this);
    }

    static UnshownLog open() {
        return new UnshownLog();
    }

    @Override
    protected void append(ILoggingEvent event) {
        if (event.getMessage().startsWith(LINE) && event.getMDCPropertyMap().containsKey("turn")) {
            lines.incrementAndGet();
        }
    }

    int lines() {
        return lines.get();
    }

    @Override
    public void close() {
        root.detachAppender(this);
        stop();
    }
}
