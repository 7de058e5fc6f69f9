package parley.chat;

import java.util.Map;
import java.util.Optional;

/**
 * A filled-in {@link Form}. Whoever sent it may have made it up.
 *
 * @param channel and {@code thread}: where the form was asked for
 * @param standing of the submitter, as the platform says now
 * @param values what stands in each field, by its key, with line feeds only
 */
public record Submission(
        EventId event,
        ChannelId channel,
        Optional<ThreadId> thread,
        Author author,
        Standing standing,
        String form,
        Map<String, String> values) {
    public Submission {
        values = Map.copyOf(values);
    }

    public boolean admin() {
        return standing == Standing.ADMIN;
    }
}
