package parley.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.chat.Author;
import parley.chat.ThreadId;
import parley.chat.UserId;
import parley.prompt.Resolution.Reason;
import parley.testing.MemoryPersonaBindings;
import parley.testing.MemoryPersonaVersions;

final class BindingResolverTest {
    private static final ThreadId THREAD = ThreadId.parse("web/parley/incidents/1");
    private static final BindingScope OWN = new BindingScope.OfThread(THREAD);
    private static final BindingScope CHANNEL = new BindingScope.OfChannel(THREAD.channel());
    private static final BindingScope WORKSPACE =
            new BindingScope.OfWorkspace(THREAD.channel().workspace());
    private static final BindingScope PLATFORM = new BindingScope.OfPlatform(THREAD.platform());

    private final MemoryPersonaBindings bindings = new MemoryPersonaBindings();
    private final MemoryPersonaVersions versions = new MemoryPersonaVersions();
    private Instant now = Instant.EPOCH;
    @TempDir Path path;
    private PersonaFolder folder;

    @BeforeEach
    void writePersonas() {
        folder = new PersonaFolder(path);
        for (String name : List.of("default", "own", "channel", "workspace", "platform")) {
            folder.persona(name, "You are " + name + ".");
        }
    }

    private PromptRegistry open() {
        return PromptRegistry.open(path, bindings, versions, () -> 0, () -> now);
    }

    private PersonaBinding bind(BindingScope scope, String persona) {
        var binding =
                new PersonaBinding(
                        scope,
                        new PersonaId(persona),
                        new Author(new UserId("ada"), "Ada"),
                        Instant.EPOCH);
        bindings.bind(binding);
        return binding;
    }

    private static String persona(PromptRegistry personas) {
        return personas.resolve(THREAD).id().value();
    }

    @Test
    void resolve_nothingSet_isDefault() {
        Resolution found = open().explain(THREAD.channel(), Optional.of(THREAD));

        assertThat(found.persona().id()).isEqualTo(new PersonaId("default"));
        assertThat(found.reason()).isEqualTo(new Reason.NothingSet());
    }

    @Test
    void resolve_everyScopeSetInChat_takesTheNarrowest() {
        PromptRegistry personas = open();
        bind(PLATFORM, "platform");
        assertThat(persona(personas)).isEqualTo("platform");
        bind(WORKSPACE, "workspace");
        assertThat(persona(personas)).isEqualTo("workspace");
        bind(CHANNEL, "channel");
        assertThat(persona(personas)).isEqualTo("channel");
        bind(OWN, "own");
        assertThat(persona(personas)).isEqualTo("own");
    }

    @Test
    void resolve_everyScopeSetInTheFile_takesTheNarrowest() {
        folder.write("channels.yaml", "web: platform");
        assertThat(persona(open())).isEqualTo("platform");
        folder.write("channels.yaml", "web: platform\nweb/parley: workspace");
        assertThat(persona(open())).isEqualTo("workspace");
        folder.write("channels.yaml", "web/parley/incidents: channel\nweb/parley: workspace");
        assertThat(persona(open())).isEqualTo("channel");
    }

    @Test
    void resolve_sameScopeInBoth_takesTheOneSetInChat() {
        folder.write("channels.yaml", "web/parley/incidents: channel");
        PromptRegistry personas = open();
        PersonaBinding binding = bind(CHANNEL, "own");

        assertThat(personas.explain(THREAD.channel(), Optional.of(THREAD)).reason())
                .isEqualTo(new Reason.SetInChat(binding));
        assertThat(bindings.unbind(CHANNEL)).isTrue();
        assertThat(personas.explain(THREAD.channel(), Optional.of(THREAD)).reason())
                .isEqualTo(new Reason.SetInFile(CHANNEL, 1));
    }

    @Test
    void resolve_narrowerInTheFile_winsOverWiderInChat() {
        folder.write("channels.yaml", "# first\nweb/parley/incidents: channel");
        PromptRegistry personas = open();
        bind(WORKSPACE, "workspace");

        assertThat(persona(personas)).isEqualTo("channel");
    }

    @Test
    void explain_withoutAThread_ignoresThreadBindings() {
        PromptRegistry personas = open();
        bind(OWN, "own");

        assertThat(personas.explain(THREAD.channel(), Optional.empty()).persona().id())
                .isEqualTo(new PersonaId("default"));
    }

    @Test
    void resolve_personaGone_fallsThroughToTheSameScopeInTheFile() {
        folder.write("channels.yaml", "web/parley/incidents: channel");
        PromptRegistry personas = open();
        bind(CHANNEL, "gone");
        bind(WORKSPACE, "workspace");

        assertThat(persona(personas)).isEqualTo("channel");
    }

    @Test
    void resolve_personaGone_fallsThroughToWiderScopes() {
        PromptRegistry personas = open();
        bind(OWN, "gone");
        bind(CHANNEL, "gone");
        bind(WORKSPACE, "workspace");

        assertThat(persona(personas)).isEqualTo("workspace");
        assertThat(bindings.unbind(WORKSPACE)).isTrue();
        assertThat(persona(personas)).isEqualTo("default");
    }

    @Test
    void resolve_personaGone_warnsOnce() {
        PromptRegistry personas = open();
        bind(CHANNEL, "gone");
        try (var log = new RecordedLog(BindingResolver.class)) {
            assertThat(persona(personas)).isEqualTo("default");
            assertThat(persona(personas)).isEqualTo("default");
            assertThat(log.lines())
                    .singleElement()
                    .asString()
                    .startsWith("channel:web/parley/incidents is bound to persona 'gone'");
        }
    }

    @Test
    void resolve_usually_readsTheStoreOnce() {
        PromptRegistry personas = open();
        bind(CHANNEL, "channel");

        assertThat(persona(personas)).isEqualTo("channel");
        assertThat(bindings.reads()).isEqualTo(1);
    }

    @Test
    void resolve_boundForATime_endsByItself() {
        folder.write("channels.yaml", "web/parley/incidents: channel");
        PromptRegistry personas = open();
        var timed =
                new PersonaBinding(
                        CHANNEL,
                        new PersonaId("own"),
                        new Author(new UserId("ada"), "Ada"),
                        now,
                        Optional.of(now.plusSeconds(60)));
        bindings.bind(timed);

        assertThat(personas.explain(THREAD.channel(), Optional.of(THREAD)).reason())
                .isEqualTo(new Reason.SetInChat(timed));
        now = now.plusSeconds(59);
        assertThat(persona(personas)).isEqualTo("own");
        now = now.plusSeconds(1);
        assertThat(persona(personas)).isEqualTo("channel");
    }

    @Test
    void resolve_personaOfATimeGone_isTheOneThatItHides() {
        folder.write("channels.yaml", "web/parley/incidents: own");
        PromptRegistry personas = open();
        bind(CHANNEL, "channel");
        bindings.bind(
                new PersonaBinding(
                        CHANNEL,
                        new PersonaId("gone"),
                        new Author(new UserId("ada"), "Ada"),
                        now,
                        Optional.of(now.plusSeconds(60))));

        assertThat(persona(personas)).isEqualTo("channel");
        assertThat(bindings.unbind(CHANNEL)).isTrue();
        assertThat(persona(personas)).isEqualTo("own");
    }
}
