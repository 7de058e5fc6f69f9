package parley.reliability;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import parley.testing.discord.FakeDiscord;
import parley.testing.discord.Interaction;

/** In Discord. */
final class DiscordDeeds implements Deeds {
    private static final long GUILD = 100;
    private static final long CHANNEL = 101;
    private static final long BOB = 12;
    private static final String ACKNOWLEDGED = "40060";

    /** A message holds 2,000 characters. */
    private static final int LONG = 100;

    private final FakeDiscord discord;
    private final List<Interaction> commands = new ArrayList<>();

    DiscordDeeds(DiscordSurface surface) {
        this.discord = surface.discord();
        discord.addMember(GUILD, BOB, "Bob");
    }

    @Override
    public void reach(FaultPlan plan) {
        DiscordTroubles.reach(discord, plan);
    }

    @Override
    public void restarted() {
        discord.botRestarts();
    }

    /** That is how the program learns that its lost answer to somebody's press had arrived. */
    @Override
    public int probes() {
        return (int)
                discord.violations().stream().filter(it -> it.rule().equals(ACKNOWLEDGED)).count();
    }

    @Override
    public boolean ready() {
        return !discord.commands().isEmpty();
    }

    @Override
    public int longAnswer() {
        return LONG;
    }

    @Override
    public boolean stop(String question) {
        return false;
    }

    @Override
    public void edit(String question, Exchange instead) {
        Spot spot = Spot.of(question);
        discord.edits(
                Long.parseUnsignedLong(spot.channel()),
                Long.parseUnsignedLong(spot.message()),
                discord.mention() + " " + instead.words());
    }

    @Override
    public void command() {
        commands.add(discord.command(BOB, CHANNEL, "parley", "help", Map.of()));
    }

    /** One answer may be of several messages, which differ. */
    @Override
    public int commandsAnswered() {
        return commands.stream()
                .map(Interaction::privateTexts)
                .filter(texts -> !texts.isEmpty())
                .mapToInt(texts -> 1 + texts.size() - Set.copyOf(texts).size())
                .sum();
    }
}
