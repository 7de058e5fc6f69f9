package parley.testing.discord;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NotificationsTest {
    private static final long GUILD = 100;
    private static final long CHANNEL = 300;
    private static final long ADA = 7;
    private static final String MESSAGES = "channels/" + CHANNEL + "/messages";

    private final FakeDiscord discord =
            FakeDiscord.start()
                    .addGuild(GUILD, "Acme")
                    .addRole(GUILD, 55, "Crew")
                    .addMember(GUILD, ADA, "Ada")
                    .addChannel(GUILD, CHANNEL, "general", ChannelKind.TEXT);
    private final RawClient client = new RawClient(discord);

    @AfterEach
    void close() {
        discord.close();
    }

    private String create(String content, String allowed) {
        return client.post(
                        MESSAGES,
                        "{\"content\":\"%s\"%s}"
                                .formatted(
                                        content,
                                        allowed.isEmpty()
                                                ? ""
                                                : ",\"allowed_mentions\":" + allowed))
                .path("id")
                .asText();
    }

    @ParameterizedTest
    @CsvSource({"<@7>, 7", "<@!7>, 7", "<@&55>, 55", "@everyone, @everyone", "Hey @here!, @here"})
    void mention_withoutAllowances_wakes(String text, String who) {
        create(text, "");

        assertThat(discord.notified()).extracting(Notice::who).containsExactly(who);
        assertThat(discord.violations()).extracting(Violation::rule).contains("pings");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "<@7> <@&55> @everyone;{\"parse\":[]}",
                "<@7>;{\"parse\":[\"roles\",\"everyone\"]}",
                "<@7>;{\"users\":[\"8\"]}",
                "Ada, @Ada, <@9> and @nobody;{\"parse\":[\"users\"]}"
            })
    void mention_notAllowed_wakesNobody(String text, String allowed) {
        create(text, allowed);

        assertThat(discord.notified()).isEmpty();
    }

    @Test
    void edit_withoutAllowances_wakes_whateverTheCreateAllowed() {
        String id = create("<@7>", "{\"parse\":[]}");
        client.patch(MESSAGES + "/" + id, "{\"content\":\"<@7>!\"}");

        assertThat(discord.notified())
                .containsExactly(new Notice(CHANNEL, Long.parseLong(id), "7"));
        client.patch(MESSAGES + "/" + id, "{\"flags\":4}");
        assertThat(discord.notified()).hasSize(1);
    }

    @Test
    void reply_wakesItsAuthor_unlessToldOtherwise() {
        long asked = discord.says(ADA, CHANNEL, "Well?");
        String reference = ",\"message_reference\":{\"message_id\":\"" + asked + "\"}";

        client.post(
                MESSAGES,
                "{\"content\":\"a\",\"allowed_mentions\":{\"parse\":[]}%s}".formatted(reference));
        assertThat(discord.notified()).isEmpty();
        client.post(MESSAGES, "{\"content\":\"b\"%s}".formatted(reference));
        assertThat(discord.notified()).extracting(Notice::who).containsExactly("7");
    }

    @Test
    void everyone_withoutTheRight_isWokenByNobody() {
        discord.deny(CHANNEL, Permission.MENTION_EVERYONE);
        create("@everyone <@&55>", "");

        assertThat(discord.notified()).isEmpty();
    }
}
