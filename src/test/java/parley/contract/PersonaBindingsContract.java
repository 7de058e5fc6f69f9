package parley.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import parley.chat.Platform;
import parley.prompt.BindingScope;
import parley.prompt.PersonaBinding;
import parley.prompt.PersonaBindings;
import parley.prompt.PersonaId;

/** What every {@link PersonaBindings} must do. */
public abstract class PersonaBindingsContract {
    private static final BindingScope THREAD = new BindingScope.OfThread(Events.THREAD);
    private static final BindingScope CHANNEL = new BindingScope.OfChannel(Events.CHANNEL);
    private static final BindingScope WORKSPACE =
            new BindingScope.OfWorkspace(Events.CHANNEL.workspace());
    private static final BindingScope PLATFORM = new BindingScope.OfPlatform(Platform.SLACK);
    private static final List<BindingScope> ALL = List.of(THREAD, CHANNEL, WORKSPACE, PLATFORM);

    /** Bindings of an empty store, the same for the whole test. */
    protected abstract PersonaBindings bindings();

    private static PersonaBinding binding(BindingScope scope, String persona) {
        return new PersonaBinding(scope, new PersonaId(persona), Events.ANN, Events.NOON);
    }

    @Test
    void first_noneBound_isEmpty() {
        assertThat(bindings().first(ALL, Events.NOON)).isEmpty();
        assertThat(bindings().first(List.of(), Events.NOON)).isEmpty();
    }

    @Test
    void first_severalBound_isTheNarrowest() {
        bindings().bind(binding(PLATFORM, "editor"));
        bindings().bind(binding(CHANNEL, "engineer"));

        assertThat(bindings().first(ALL, Events.NOON)).contains(binding(CHANNEL, "engineer"));
        assertThat(bindings().first(List.of(THREAD, PLATFORM), Events.NOON))
                .contains(binding(PLATFORM, "editor"));
        assertThat(bindings().first(List.of(new BindingScope.OfThread(Events.OTHER)), Events.NOON))
                .isEmpty();
    }

    @Test
    void bind_again_replaces() {
        bindings().bind(binding(CHANNEL, "engineer"));
        var later =
                new PersonaBinding(
                        CHANNEL, new PersonaId("incident"), Events.BOB, Events.NOON.plusSeconds(1));
        bindings().bind(later);

        assertThat(bindings().first(ALL, Events.NOON)).contains(later);
    }

    @Test
    void unbind_bound_tellsWhetherItWas() {
        bindings().bind(binding(CHANNEL, "engineer"));

        assertThat(bindings().unbind(CHANNEL)).isTrue();
        assertThat(bindings().unbind(CHANNEL)).isFalse();
        assertThat(bindings().first(ALL, Events.NOON)).isEmpty();
    }

    private static PersonaBinding timed(BindingScope scope, String persona, int seconds) {
        return new PersonaBinding(
                scope,
                new PersonaId(persona),
                Events.BOB,
                Events.NOON,
                Optional.of(Events.NOON.plusSeconds(seconds)),
                Optional.of(Events.CHANNEL));
    }

    private Optional<PersonaBinding> after(int seconds) {
        return bindings().first(ALL, Events.NOON.plusSeconds(seconds));
    }

    @Test
    void first_boundForATime_hidesTheLastingOneUntilThen() {
        bindings().bind(binding(CHANNEL, "engineer"));
        bindings().bind(timed(CHANNEL, "incident", 60));

        assertThat(after(59)).contains(timed(CHANNEL, "incident", 60));
        assertThat(after(60)).contains(binding(CHANNEL, "engineer"));
    }

    @Test
    void first_timeOver_fallsThroughToWiderScopes() {
        bindings().bind(timed(THREAD, "incident", 60));
        bindings().bind(binding(WORKSPACE, "editor"));

        assertThat(after(0)).contains(timed(THREAD, "incident", 60));
        assertThat(after(61)).contains(binding(WORKSPACE, "editor"));
    }

    @Test
    void bind_forATimeAgain_replaces() {
        bindings().bind(timed(CHANNEL, "incident", 60));
        bindings().bind(timed(CHANNEL, "editor", 30));

        assertThat(after(0)).contains(timed(CHANNEL, "editor", 30));
        assertThat(after(30)).isEmpty();
    }

    @Test
    void bind_forGood_endsTheTimedOneOfThatScope() {
        bindings().bind(timed(CHANNEL, "incident", 60));
        bindings().bind(timed(THREAD, "incident", 60));
        bindings().bind(binding(CHANNEL, "engineer"));

        assertThat(bindings().first(List.of(CHANNEL), Events.NOON))
                .contains(binding(CHANNEL, "engineer"));
        assertThat(after(0)).contains(timed(THREAD, "incident", 60));
        assertThat(bindings().ended(Events.NOON.plusSeconds(60)))
                .containsExactly(timed(THREAD, "incident", 60));
    }

    @Test
    void unbind_both_removesBoth() {
        bindings().bind(binding(CHANNEL, "engineer"));
        bindings().bind(timed(CHANNEL, "incident", 60));

        assertThat(bindings().unbind(CHANNEL)).isTrue();
        assertThat(after(0)).isEmpty();
        bindings().bind(timed(CHANNEL, "incident", 60));
        assertThat(bindings().unbind(CHANNEL)).isTrue();
        assertThat(bindings().unbind(CHANNEL)).isFalse();
    }

    @Test
    void ended_ofEveryScope_areThoseWhoseTimeIsOver() {
        List<PersonaBinding> timed =
                List.of(
                        timed(PLATFORM, "a", 10),
                        timed(WORKSPACE, "b", 20),
                        timed(CHANNEL, "c", 30),
                        timed(THREAD, "d", 40));
        timed.reversed().forEach(bindings()::bind);
        bindings().bind(binding(PLATFORM, "x"));

        assertThat(bindings().ended(Events.NOON)).isEmpty();
        assertThat(bindings().ended(Events.NOON.plusSeconds(39)))
                .containsExactlyElementsOf(timed.subList(1, 3));
        assertThat(bindings().ended(Events.NOON.plusSeconds(40)))
                .containsExactlyElementsOf(timed.subList(1, 4));
    }

    @Test
    void end_once_tellsWhetherItWas() {
        bindings().bind(binding(CHANNEL, "engineer"));
        bindings().bind(timed(CHANNEL, "incident", 60));

        assertThat(bindings().end(timed(CHANNEL, "incident", 60))).isTrue();
        assertThat(bindings().end(timed(CHANNEL, "incident", 60))).isFalse();
        assertThat(bindings().end(binding(CHANNEL, "engineer"))).isFalse();
        assertThat(bindings().ended(Events.NOON.plusSeconds(60))).isEmpty();
        assertThat(after(0)).contains(binding(CHANNEL, "engineer"));
    }

    @Test
    void end_replacedMeanwhile_leavesTheOther() {
        bindings().bind(timed(CHANNEL, "incident", 60));
        bindings().bind(timed(CHANNEL, "incident", 90));

        assertThat(bindings().end(timed(CHANNEL, "incident", 60))).isFalse();
        assertThat(after(60)).contains(timed(CHANNEL, "incident", 90));
    }
}
