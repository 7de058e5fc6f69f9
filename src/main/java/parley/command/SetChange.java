package parley.command;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import parley.chat.ThreadId;
import parley.prompt.BindingScope;
import parley.prompt.PersonaBinding;
import parley.prompt.PersonaId;
import parley.prompt.Resolution;

/**
 * Lets a persona answer in a place.
 *
 * @param howLong from when it is made; empty for good
 */
record SetChange(
        PersonaTools tools,
        Origin origin,
        PersonaId persona,
        BindingScope scope,
        Optional<HowLong> howLong)
        implements Change {
    static final String KIND = "persona set";

    static SetChange read(PersonaTools tools, Origin origin, Map<String, String> data) {
        return new SetChange(
                tools,
                origin,
                new PersonaId(Stored.text(data, "persona")),
                BindingScope.ofKey(Stored.text(data, "scope")),
                Optional.ofNullable(data.get("for")).flatMap(HowLong::parse));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Map<String, String> data() {
        Map<String, String> data = new HashMap<>();
        data.put("persona", persona.value());
        data.put("scope", scope.key());
        howLong.ifPresent(span -> data.put("for", span.toString()));
        return data;
    }

    @Override
    public String target() {
        return persona.value();
    }

    @Override
    public String detail() {
        return "for " + scope.key() + howLong.map(span -> ", " + span.words()).orElse("");
    }

    @Override
    public String wish() {
        return "set **"
                + persona
                + "** for "
                + Place.words(scope)
                + howLong.map(span -> " for " + span.words()).orElse("");
    }

    @Override
    public Optional<ThreadId> thread() {
        return Place.thread(scope);
    }

    @Override
    public Applied apply(Mandate mandate) {
        if (tools.personas().find(origin.workspace(), persona).isEmpty()) {
            return new Applied.Unfit("There is no persona **" + persona + "** any more.");
        }
        Instant at = mandate.at();
        Optional<Instant> until = howLong.map(span -> at.plus(span.duration()));
        tools.bindings()
                .bind(
                        new PersonaBinding(
                                scope,
                                persona,
                                origin.author(),
                                at,
                                until,
                                until.map(_ -> origin.channel())));
        String time = until.map(end -> " (until " + Moments.near(end, at) + ")").orElse("");
        return new Applied.Made(wish() + time, told(time));
    }

    private String told(String time) {
        String answer =
                "From the next question on, **"
                        + persona
                        + "** answers in "
                        + Place.words(scope)
                        + howLong.map(span -> " for " + span.words()).orElse("")
                        + time
                        + ".";
        Resolution here = tools.personas().explain(origin.channel(), origin.thread());
        return here.persona().id().equals(persona)
                ? answer
                : answer
                        + "\nHere it stays **"
                        + here.persona().id()
                        + "**: "
                        + PersonaCommand.why(here.reason());
    }
}
