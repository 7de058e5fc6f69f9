package parley.command;

import java.util.Map;
import java.util.Optional;
import parley.chat.ThreadId;
import parley.prompt.BindingScope;
import parley.prompt.Resolution;

/** Takes back what was set for a place in chat, for good and for a time. */
record UnsetChange(PersonaTools tools, Origin origin, BindingScope scope) implements Change {
    static UnsetChange read(PersonaTools tools, Origin origin, Map<String, String> data) {
        return new UnsetChange(tools, origin, BindingScope.ofKey(Stored.text(data, "scope")));
    }

    @Override
    public String kind() {
        return RestoreChange.KIND;
    }

    @Override
    public Map<String, String> data() {
        return Map.of("scope", scope.key());
    }

    @Override
    public String target() {
        return scope.key();
    }

    @Override
    public String detail() {
        return "";
    }

    @Override
    public String wish() {
        return "take back what was set for " + Place.words(scope);
    }

    @Override
    public Optional<ThreadId> thread() {
        return Place.thread(scope);
    }

    @Override
    public Applied apply(Mandate mandate) {
        boolean _ = tools.bindings().unbind(scope);
        Resolution here = tools.personas().explain(origin.channel(), origin.thread());
        String now = " **" + here.persona().id() + "** answers here";
        return new Applied.Made(
                "took back what was set for " + Place.words(scope) + ":" + now,
                "Taken back for "
                        + Place.words(scope)
                        + "."
                        + now
                        + ". "
                        + PersonaCommand.why(here.reason()));
    }
}
