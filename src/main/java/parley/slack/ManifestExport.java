package parley.slack;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.slack.api.methods.SlackApiTextResponse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The app's settings as Slack has them; filled by Slack's JSON reader. */
@SuppressWarnings("NullAway.Init")
final class ManifestExport implements SlackApiTextResponse {
    private boolean ok;
    private @Nullable String error;
    private @Nullable String warning;
    private @Nullable String needed;
    private @Nullable String provided;
    private @Nullable JsonObject manifest;
    private Map<String, List<String>> httpResponseHeaders = Map.of();

    /** What the app lacks, in words; empty when it is as Parley needs it. */
    List<String> faults(boolean socketMode) {
        List<String> faults = new ArrayList<>();
        Set<String> events = strings(at("settings", "event_subscriptions", "bot_events"));
        SlackSubscription.missing(events).forEach(event -> faults.add("no event " + event));
        expect(faults, isTrue("settings", "interactivity", "is_enabled"), "interactivity is off");
        expect(faults, isTrue("features", "app_home", "home_tab_enabled"), "the Home tab is off");
        expect(
                faults,
                isTrue("features", "app_home", "messages_tab_enabled"),
                "the Messages tab is off");
        expect(faults, names("features", "slash_commands", "/parley"), "no command /parley");
        expect(faults, names("features", "slash_commands", "/persona"), "no command /persona");
        expect(faults, names("features", "shortcuts", "parley.ask"), "no shortcut parley.ask");
        expect(faults, at("features", "agent_view").isJsonObject(), "no agent view");
        expect(
                faults,
                isTrue("settings", "socket_mode_enabled") == socketMode,
                socketMode
                        ? "Socket Mode is off"
                        : "Socket Mode is on, so that no event comes by HTTP");
        return faults;
    }

    private static void expect(List<String> faults, boolean well, String fault) {
        if (!well) {
            faults.add(fault);
        }
    }

    private JsonElement at(String... path) {
        JsonElement here = manifest == null ? new JsonObject() : manifest;
        for (String name : path) {
            boolean there = here.isJsonObject() && here.getAsJsonObject().has(name);
            here = there ? here.getAsJsonObject().get(name) : com.google.gson.JsonNull.INSTANCE;
        }
        return here;
    }

    private boolean isTrue(String... path) {
        JsonElement found = at(path);
        return found.isJsonPrimitive() && found.getAsBoolean();
    }

    private boolean names(String section, String list, String name) {
        return at(section, list).toString().contains("\"" + name + "\"");
    }

    private static Set<String> strings(JsonElement list) {
        Set<String> strings = new HashSet<>();
        if (list instanceof JsonArray array) {
            array.forEach(item -> strings.add(item.getAsString()));
        }
        return strings;
    }

    @Override
    public boolean isOk() {
        return ok;
    }

    @Override
    public void setOk(boolean ok) {
        this.ok = ok;
    }

    @Override
    public @Nullable String getError() {
        return error;
    }

    @Override
    public void setError(@Nullable String error) {
        this.error = error;
    }

    @Override
    public @Nullable String getWarning() {
        return warning;
    }

    @Override
    public void setWarning(@Nullable String warning) {
        this.warning = warning;
    }

    @Override
    public @Nullable String getNeeded() {
        return needed;
    }

    @Override
    public void setNeeded(@Nullable String needed) {
        this.needed = needed;
    }

    @Override
    public @Nullable String getProvided() {
        return provided;
    }

    @Override
    public void setProvided(@Nullable String provided) {
        this.provided = provided;
    }

    @Override
    public Map<String, List<String>> getHttpResponseHeaders() {
        return httpResponseHeaders;
    }

    @Override
    public void setHttpResponseHeaders(Map<String, List<String>> headers) {
        this.httpResponseHeaders = headers;
    }
}
