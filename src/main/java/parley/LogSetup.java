package parley;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.spi.ContextAwareBase;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;

/**
 * Logs one line per event to standard error: for people, or as JSON for collectors. In code,
 * because reading logback's XML would make each start a third of a second longer.
 */
public final class LogSetup extends ContextAwareBase implements Configurator {
    private static final String LINE =
            "%d{yyyy-MM-dd'T'HH:mm:ss.SSSX, UTC} %-5level %-20logger{0}"
                    + " %replace(turn=%X{turn} ){'turn= ', ''}%msg%n";

    /** Libraries whose daily doings nobody wants to read. */
    private static final List<String> QUIET =
            List.of("com.zaxxer.hikari", "org.flywaydb", "io.javalin", "org.eclipse.jetty");

    /** It warns of every failed try to connect; DiscordLink says so once. */
    private static final String GATEWAY = "net.dv8tion.jda.internal.requests.WebSocketClient";

    /** It names what it limits by the tokens of interactions; Whisper says what was not taken. */
    private static final String LIMITER = "net.dv8tion.jda.api.requests.RestRateLimiter";

    @Override
    public ExecutionStatus configure(LoggerContext context) {
        if (getClass().getResource("/logback-test.xml") != null) {
            return ExecutionStatus.INVOKE_NEXT_IF_ANY;
        }
        ConsoleAppender<ILoggingEvent> appender = new ConsoleAppender<>();
        appender.setContext(context);
        appender.setTarget("System.err");
        appender.setEncoder(
                "json".equals(System.getenv("PARLEY_LOG_FORMAT")) ? json(context) : line(context));
        appender.start();
        var root = context.getLogger(Logger.ROOT_LOGGER_NAME);
        root.addAppender(appender);
        root.setLevel(
                Level.toLevel(
                        Optional.ofNullable(System.getenv("PARLEY_LOG_LEVEL")).orElse("INFO")));
        QUIET.forEach(name -> context.getLogger(name).setLevel(Level.WARN));
        context.getLogger(GATEWAY).setLevel(Level.ERROR);
        context.addTurboFilter(new PayloadFilter());
        context.getLogger(LIMITER).setLevel(Level.OFF);
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }

    private static Encoder<ILoggingEvent> line(LoggerContext context) {
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setPattern(LINE);
        encoder.start();
        return encoder;
    }

    private static Encoder<ILoggingEvent> json(LoggerContext context) {
        JsonEncoder encoder = new JsonEncoder();
        encoder.setContext(context);
        encoder.setWithSequenceNumber(false);
        encoder.setWithNanoseconds(false);
        encoder.setWithContext(false);
        encoder.setWithMessage(false);
        encoder.setWithArguments(false);
        encoder.setWithFormattedMessage(true);
        encoder.start();
        return encoder;
    }
}
