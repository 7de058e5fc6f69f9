package parley.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import net.dv8tion.jda.api.Permission;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is asked for is what Discord means by it, and what the README asks for. */
final class DiscordPermissionTest {
    /** JDA calls some by older names, but knows their bits. */
    private static Permission known(DiscordPermission permission) {
        return switch (permission) {
            case VIEW_CHANNEL -> Permission.VIEW_CHANNEL;
            case SEND_MESSAGES -> Permission.MESSAGE_SEND;
            case ATTACH_FILES -> Permission.MESSAGE_ATTACH_FILES;
            case READ_MESSAGE_HISTORY -> Permission.MESSAGE_HISTORY;
            case CREATE_PUBLIC_THREADS -> Permission.CREATE_PUBLIC_THREADS;
            case SEND_MESSAGES_IN_THREADS -> Permission.MESSAGE_SEND_IN_THREADS;
        };
    }

    @ParameterizedTest
    @EnumSource
    void bit_isTheOneOfTheLibrary(DiscordPermission permission) {
        assertThat(permission.mask()).isEqualTo(known(permission).getRawValue());
    }

    @Test
    void invited_isEachAndNothingElse() {
        var asked = EnumSet.noneOf(Permission.class);
        for (DiscordPermission permission : DiscordPermission.values()) {
            asked.add(known(permission));
        }

        assertThat(Permission.getPermissions(DiscordPermission.invited())).hasSameElementsAs(asked);
    }

    @Test
    void label_isAsDiscordShowsIt() {
        assertThat(DiscordPermission.SEND_MESSAGES_IN_THREADS)
                .hasToString("Send Messages in Threads");
        assertThat(DiscordPermission.VIEW_CHANNEL).hasToString("View Channel");
    }

    @Test
    void readme_invitesWithExactlyThese() throws IOException {
        String readme = Files.readString(Path.of("README.md"));

        assertThat(readme).contains("&permissions=" + DiscordPermission.invited());
        for (DiscordPermission permission : DiscordPermission.values()) {
            assertThat(readme).contains(permission.toString());
        }
    }
}
