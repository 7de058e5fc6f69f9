package parley;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import parley.chat.ChatAdapter;
import parley.chat.Noticeboard;
import parley.chat.Platform;
import parley.command.Announcer;
import parley.command.ChangeDesk;
import parley.command.ChangeKind;
import parley.command.CommandGroup;
import parley.command.PersonaChanges;
import parley.command.PersonaCommands;
import parley.command.PersonaTools;
import parley.command.RuleKind;
import parley.command.RuledChanges;
import parley.command.TimedPersonas;
import parley.command.TryOut;
import parley.prompt.PersonaEditor;
import parley.prompt.PromptRegistry;
import parley.rule.Rules;

/** What admins change from the chat, and what of it ends by itself. */
final class Administration {
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final Stores stores;
    private final InstantSource clock;
    private final PersonaTools tools;
    private final ChangeDesk desk;
    private final TimedPersonas timed;

    /**
     * @param adapters read when something is told
     */
    Administration(
            Stores stores,
            PromptRegistry personas,
            Map<Platform, ChatAdapter> adapters,
            Rules rules,
            InstantSource clock) {
        this.stores = stores;
        this.clock = clock;
        tools =
                new PersonaTools(
                        personas,
                        stores.versions(),
                        new PersonaEditor(personas, stores.versions(), clock),
                        stores.bindings(),
                        clock);
        var ruled = new RuledChanges(rules);
        var announcer = new Announcer(platform -> board(adapters, platform), ruled);
        List<ChangeKind> kinds = new ArrayList<>(PersonaChanges.kinds(tools));
        kinds.add(new RuleKind(rules));
        desk = new ChangeDesk(stores.requests(), kinds, ruled, announcer, stores.audit(), clock);
        timed = new TimedPersonas(tools, stores.audit(), announcer);
    }

    private static Optional<Noticeboard> board(
            Map<Platform, ChatAdapter> adapters, Platform platform) {
        return Optional.ofNullable(adapters.get(platform))
                .filter(Noticeboard.class::isInstance)
                .map(Noticeboard.class::cast);
    }

    /** Where changes of every kind go through. */
    ChangeDesk desk() {
        return desk;
    }

    List<CommandGroup> groups(TryOut tryOut) {
        return List.of(PersonaCommands.of(tools, desk, tryOut, stores.audit()), desk.group());
    }

    /** From now on: what is over ends, what was approved is made. */
    void begin(Chores chores) {
        chores.every(PAUSE, "ending timed personas", () -> timed.sweep(clock.instant()));
        chores.every(PAUSE, "making approved changes", () -> desk.sweep(clock.instant()));
    }
}
