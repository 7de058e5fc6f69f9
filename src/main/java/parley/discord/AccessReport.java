package parley.discord;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import parley.discord.GuildAccess.Gap;

/**
 * Says what the bot lacks where, in one line of bounded length, however many channels there are.
 * Immutable, pure.
 */
record AccessReport(List<GuildAccess> guilds) {
    /** So many channels are named. */
    private static final int MOST = 12;

    AccessReport {
        guilds = List.copyOf(guilds);
    }

    /** Channels of one guild that lack the same. */
    private record Group(String guild, List<String> channels, List<DiscordPermission> missing) {
        String named(int most) {
            return guild
                    + " "
                    + String.join(", ", channels.subList(0, most))
                    + ": "
                    + missing.stream().map(String::valueOf).collect(Collectors.joining(", "));
        }
    }

    /** Whether questions stay without an answer somewhere. */
    boolean silences() {
        return gaps().anyMatch(Gap::silences);
    }

    boolean isComplete() {
        return gaps().findAny().isEmpty();
    }

    private Stream<Gap> gaps() {
        return guilds.stream().flatMap(guild -> guild.gaps().stream());
    }

    /** Such as {@code 14 channels of 2 servers}. */
    String extent() {
        int channels = guilds.stream().mapToInt(GuildAccess::seen).sum();
        return count(channels, "channel") + " of " + count(guilds.size(), "server");
    }

    private static String count(int number, String thing) {
        return number + " " + thing + (number == 1 ? "" : "s");
    }

    /** Such as {@code Acme #general, #random: Send Messages; Acme #news: Attach Files}. */
    String places() {
        List<String> words = new ArrayList<>();
        int named = 0;
        int more = 0;
        for (Group group : guilds.stream().flatMap(AccessReport::groups).toList()) {
            int fits = Math.min(MOST - named, group.channels().size());
            if (fits > 0) {
                words.add(group.named(fits));
            }
            named += fits;
            more += group.channels().size() - fits;
        }
        if (more > 0) {
            words.add("and " + more + " more");
        }
        return String.join("; ", words);
    }

    private static Stream<Group> groups(GuildAccess guild) {
        return guild.gaps().stream()
                .collect(
                        Collectors.groupingBy(
                                Gap::missing, LinkedHashMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(group -> group(guild, group.getKey(), group.getValue()));
    }

    private static Group group(GuildAccess guild, List<DiscordPermission> missing, List<Gap> gaps) {
        boolean everywhere = gaps.size() > 1 && gaps.size() == guild.seen();
        return new Group(
                guild.guild(),
                everywhere ? List.of(Gap.EVERYWHERE) : gaps.stream().map(Gap::channel).toList(),
                missing);
    }

    /** What each of the missing permissions is for. */
    String purposes() {
        return gaps().flatMap(gap -> gap.missing().stream())
                .distinct()
                .sorted()
                .map(permission -> permission + " is for " + permission.purpose())
                .collect(Collectors.joining("; "));
    }
}
