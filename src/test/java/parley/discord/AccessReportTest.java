package parley.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static parley.discord.DiscordPermission.ATTACH_FILES;
import static parley.discord.DiscordPermission.SEND_MESSAGES;
import static parley.discord.DiscordPermission.SEND_MESSAGES_IN_THREADS;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import parley.discord.GuildAccess.Gap;

final class AccessReportTest {
    private static GuildAccess guild(String name, int seen, Gap... gaps) {
        return new GuildAccess(name, seen, List.of(gaps));
    }

    private static Gap gap(String channel, DiscordPermission... missing) {
        return new Gap(channel, List.of(missing));
    }

    private static AccessReport report(GuildAccess... guilds) {
        return new AccessReport(List.of(guilds));
    }

    @Test
    void noGaps_isComplete() {
        AccessReport report = report(guild("Acme", 13), guild("Lab", 1));

        assertThat(report.isComplete()).isTrue();
        assertThat(report.extent()).isEqualTo("14 channels of 2 servers");
        assertThat(report.places()).isEmpty();
    }

    @Test
    void missingFiles_silenceNothing() {
        AccessReport report = report(guild("Acme", 1, gap("#general", ATTACH_FILES)));

        assertThat(report.isComplete()).isFalse();
        assertThat(report.silences()).isFalse();
        assertThat(report.extent()).isEqualTo("1 channel of 1 server");
    }

    @Test
    void channelsThatLackTheSame_standTogether() {
        AccessReport report =
                report(
                        guild(
                                "Acme",
                                9,
                                gap("#general", SEND_MESSAGES),
                                gap("#news", SEND_MESSAGES, ATTACH_FILES),
                                gap("#random", SEND_MESSAGES)),
                        guild("Lab", 2, gap("#general", SEND_MESSAGES)));

        assertThat(report.silences()).isTrue();
        assertThat(report.places())
                .isEqualTo(
                        "Acme #general, #random: Send Messages;"
                                + " Acme #news: Send Messages, Attach Files;"
                                + " Lab #general: Send Messages");
    }

    @Test
    void whatIsMissingInEveryChannel_isSaidOnce() {
        AccessReport report =
                report(
                        guild(
                                "Acme",
                                2,
                                gap("#general", SEND_MESSAGES_IN_THREADS),
                                gap("#random", SEND_MESSAGES_IN_THREADS)));

        assertThat(report.places()).isEqualTo("Acme (every channel): Send Messages in Threads");
        assertThat(report.purposes())
                .isEqualTo("Send Messages in Threads is for answering in threads and forum posts");
    }

    @Test
    void manyChannels_areCounted() {
        Gap[] gaps =
                IntStream.range(0, 20)
                        .mapToObj(i -> gap("#c" + i, SEND_MESSAGES))
                        .toArray(Gap[]::new);
        AccessReport report =
                report(guild("Acme", 40, gaps), guild("Lab", 3, gap("#x", ATTACH_FILES)));

        assertThat(report.places())
                .startsWith("Acme #c0, #c1, ")
                .endsWith(", #c11: Send Messages; and 9 more");
    }
}
