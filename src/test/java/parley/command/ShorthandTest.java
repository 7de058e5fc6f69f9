package parley.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import parley.chat.Author;
import parley.chat.ChannelId;
import parley.chat.Command;
import parley.chat.Platform;
import parley.chat.Standing;
import parley.chat.UserId;
import parley.chat.WorkspaceId;
import parley.prompt.PromptRegistry;
import parley.testing.MemoryAuditLog;
import parley.testing.MemoryPersonaBindings;
import parley.testing.MemoryPersonaVersions;

final class ShorthandTest {
    private static final ChannelId CHANNEL =
            new ChannelId(new WorkspaceId(Platform.WEB, "parley"), "general");

    @Test
    void run_storeCannotSayWhetherAPersonaIsNamed_saysThatItFailed() {
        var versions = new MemoryPersonaVersions();
        var bindings = new MemoryPersonaBindings();
        var personas =
                PromptRegistry.open(
                        Path.of("prompts"), bindings, versions, () -> 0, () -> Instant.EPOCH);
        var commands =
                new ChatCommands(
                        personas,
                        new MemoryAuditLog(),
                        () -> Instant.EPOCH,
                        List.of(CommandGroup.of(new StatusCommand(_ -> "All is well."))));
        versions.fail(true);

        assertThat(run(commands, "/persona engineer"))
                .startsWith("Sorry, that failed on my side")
                .doesNotContain("disk");
        assertThat(run(commands, "/status")).isEqualTo("All is well.");
    }

    private static String run(ChatCommands commands, String text) {
        var ada = new Author(new UserId("ada"), "Ada");
        return commands.run(new Command(CHANNEL, Optional.empty(), ada, Standing.ADMIN, text))
                .text();
    }
}
