package parley.testing;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.AppenderBase;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;
import org.slf4j.LoggerFactory;

/** What is written into the log, at every level, while it is open. Safe for use by many threads. */
public final class RecordedLog extends AppenderBase<ILoggingEvent> implements AutoCloseable {
    private final Logger logger;
    private final Level before;
    private final boolean printed;
    private final List<Appender<ILoggingEvent>> silenced = new ArrayList<>();
    private final JdkLog jul = new JdkLog();
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
    public static RecordedLog of(Class<?> type) {
        return new RecordedLog(type.getName());
    }

    /** That of all classes, libraries and both kinds of log; nothing is printed meanwhile. */
    public static RecordedLog everything() {
        RecordedLog all = new RecordedLog(org.slf4j.Logger.ROOT_LOGGER_NAME);
        all.logger.iteratorForAppenders().forEachRemaining(all::silence);
        all.jul.record();
        return all;
    }

    private void silence(Appender<ILoggingEvent> appender) {
        if (appender != this) {
            appender.stop();
            silenced.add(appender);
        }
    }

    /** The JDK's own log, which some libraries use. */
    private final class JdkLog extends Handler {
        private final java.util.logging.Logger root = java.util.logging.Logger.getLogger("");
        private java.util.logging.Level before = root.getLevel();
        private List<Handler> others = List.of();

        private void record() {
            before = root.getLevel();
            others = List.of(root.getHandlers());
            others.forEach(root::removeHandler);
            root.addHandler(this);
            root.setLevel(java.util.logging.Level.ALL);
        }

        private void restore() {
            root.removeHandler(this);
            root.setLevel(before);
            others.forEach(root::addHandler);
        }

        @Override
        public void publish(LogRecord line) {
            lines.add(new SimpleFormatter().formatMessage(line) + " " + line.getThrown());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    @Override
    protected void append(ILoggingEvent event) {
        if (event.getLoggerName().startsWith("org.java_websocket")) {
            return; // The loopback server's own.
        }
        IThrowableProxy fault = event.getThrowableProxy();
        lines.add(
                event.getFormattedMessage()
                        + (fault == null ? "" : "\n" + ThrowableProxyUtil.asString(fault)));
    }

    /** Each with the stack trace that goes with it. */
    public List<String> lines() {
        return List.copyOf(lines);
    }

    @Override
    public void close() {
        logger.detachAppender(this);
        logger.setLevel(before);
        logger.setAdditive(printed);
        silenced.forEach(Appender::start);
        jul.restore();
        stop();
    }
}
