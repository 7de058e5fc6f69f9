package parley.slack;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.LoggerFactory;

/** What is written into the log, at every level, while it is open. Safe for use by many threads. */
final class RecordedLog extends AppenderBase<ILoggingEvent> implements AutoCloseable {
    private final Logger logger;
    private final Level before;
    private final boolean printed;
    private final List<String> lines = new CopyOnWriteArrayList<>();

    private RecordedLog(String name) {
        logger = (Logger) LoggerFactory.getLogger(name);
        before = logger.getLevel();
        printed = logger.isAdditive();
        setContext(logger.getLoggerContext());
        start();
        logger.addAppender(this);
        logger.setLevel(Level.ALL);
        logger.setAdditive(false);
    }

    /** That of one class. */
    static RecordedLog of(Class<?> type) {
        return new RecordedLog(type.getName());
    }

    /** That of all classes below a package, which is no longer printed. */
    static RecordedLog of(String name) {
        return new RecordedLog(name);
    }

    @Override
    protected void append(ILoggingEvent event) {
        IThrowableProxy fault = event.getThrowableProxy();
        lines.add(
                event.getFormattedMessage()
                        + (fault == null ? "" : "\n" + ThrowableProxyUtil.asString(fault)));
    }

    /** Each with the stack trace that goes with it. */
    List<String> lines() {
        return List.copyOf(lines);
    }

    @Override
    public void close() {
        logger.detachAppender(this);
        logger.setLevel(before);
        logger.setAdditive(printed);
        stop();
    }
}
