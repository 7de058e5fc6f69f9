package parley.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Discord without the message content intent: everything but what nobody can read. */
final class DiscordContentJourneyTest extends DiscordJourney {
    private static final long MESSAGE_CONTENT = 1 << 15;

    @Override
    void configure() {
        discord.readsContent(false);
        discord.gateway().allowIntents(0);
    }

    @Test
    void mentionsAndDirectMessages_areAnswered_followUpsNeedAMention() {
        long question = askAndWait("Can you read me?");
        discord.says(ADA, question, "And without your name?");
        discord.says(ADA, question, discord.mention() + " and with it?");
        answer(question, 2);
        long direct = discord.dmOf(BOB);
        discord.says(BOB, direct, "psst");
        answer(direct, 1);

        assertThat(claude.requests()).hasSize(3);
        assertThat(asked(2)).contains("and with it?").doesNotContain("without your name");
        assertThat(discord.gateway().identifies())
                .noneMatch(identify -> (identify.intents() & MESSAGE_CONTENT) != 0);
        assertThat(parley().ready()).isTrue();
    }
}
