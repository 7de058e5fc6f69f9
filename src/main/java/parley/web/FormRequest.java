package parley.web;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A filled-in window.
 *
 * @param thread the root of the thread where it was asked for, or empty for the channel
 * @param values by the fields' keys; one that was left out may be null
 */
record FormRequest(
        String id,
        String author,
        String thread,
        String form,
        @Nullable Map<String, @Nullable String> values) {
    FormRequest {
        id = Json.orEmpty(id);
        author = Json.orEmpty(author);
        thread = Json.orEmpty(thread);
        form = Json.orEmpty(form);
    }
}
