package parley;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;

/**
 * Keeps what Discord sends out of the log: where JDA cannot read something it writes all of it
 * there, people's words and the tokens of interactions included. Safe for use by many threads.
 */
final class PayloadFilter extends TurboFilter {
    private static final org.slf4j.Logger LOG = LoggerFactory.getLogger(PayloadFilter.class);
    private static final String CLIENT = "net.dv8tion.jda.";
    private static final String PAYLOAD = "net.dv8tion.jda.api.utils.data.";

    @Override
    public FilterReply decide(
            @Nullable Marker marker,
            Logger logger,
            Level level,
            @Nullable String format,
            Object @Nullable [] values,
            @Nullable Throwable fault) {
        if (values == null
                || !logger.getName().startsWith(CLIENT)
                || Stream.of(values).noneMatch(PayloadFilter::isPayload)) {
            return FilterReply.NEUTRAL;
        }
        if (level.isGreaterOrEqual(Level.WARN)) {
            LOG.warn("Discord sent what its client cannot read; it is skipped: {}", kind(values));
        }
        return FilterReply.DENY;
    }

    private static boolean isPayload(@Nullable Object value) {
        return value != null && value.getClass().getName().startsWith(PAYLOAD);
    }

    /** Before what was sent stands what kind of event it is. */
    private static String kind(Object[] values) {
        for (int i = 1; i < values.length; i++) {
            if (isPayload(values[i]) && String.valueOf(values[i - 1]).matches("[A-Z_]{3,40}")) {
                return String.valueOf(values[i - 1]);
            }
        }
        return "a payload";
    }
}
