package parley.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parley.chat.Overview;
import parley.testing.discord.ChannelKind;
import parley.testing.discord.FakeDiscord;
import parley.testing.discord.Interaction;
import parley.testing.discord.Interaction.Choice;
import parley.testing.discord.Permission;

/** What Discord proposes while somebody types, through JDA. */
final class OptionProposalsTest {
    private DiscordSurfacesRig rig;
    private FakeDiscord discord;

    @BeforeEach
    void start() {
        discord =
                FakeDiscord.start()
                        .addGuild(100, "Acme")
                        .addMember(100, 1, "Ada", Permission.MANAGE_GUILD)
                        .addChannel(100, 300, "general", ChannelKind.TEXT);
        rig = DiscordSurfacesRig.start(discord);
        rig.personas =
                List.of(
                        new Overview.Card("default", "Everyday questions.", List.of()),
                        new Overview.Card("engineer", "Code.", List.of()));
    }

    @AfterEach
    void close() {
        assertThat(discord.violations()).isEmpty();
        rig.close();
    }

    private List<Choice> types(String subcommand, String words) {
        Interaction typing = discord.completes(1, 300, "persona", subcommand, "name", words);
        discord.await("proposals", typing::acknowledged);
        return typing.choices();
    }

    @Test
    void typing_beginningOfAName_isCompleted() {
        assertThat(types("set", "eng")).containsExactly(new Choice("engineer – Code.", "engineer"));
        assertThat(types("show", "")).hasSize(2);
        assertThat(types("show", "nobody")).isEmpty();
    }

    @Test
    void typing_valueOfARule_isCompletedForThatRule() {
        Interaction typing =
                discord.completes(
                        1, 300, "parley", "channel", Map.of("rule", "who"), "value", "mem");
        discord.await("proposals", typing::acknowledged);

        assertThat(typing.choices()).containsExactly(new Choice("members", "members"));
    }
}
