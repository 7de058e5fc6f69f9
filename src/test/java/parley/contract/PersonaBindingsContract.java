package parley.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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
}
