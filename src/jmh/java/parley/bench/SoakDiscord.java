package parley.bench;

import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import parley.testing.discord.ChannelKind;
import parley.testing.discord.FakeDiscord;
import parley.testing.discord.Fault;
import parley.testing.discord.ShownMessage;

/** Some channels of a loopback Discord, a person in each. */
final class SoakDiscord implements SoakPlace {
    private static final long GUILD = 100;
    private static final long FIRST_CHANNEL = 1_000;
    private static final long FIRST_USER = 2_000;
    private static final String ANSWERED = "parley.retry:";
    private static final String MESSAGES = "channels/{c}/messages";
    private static final String MESSAGE = "channels/{c}/messages/{m}";

    private final FakeDiscord discord = FakeDiscord.start();

    SoakDiscord(int people) {
        discord.addGuild(GUILD, "soak");
        for (int person = 0; person < people; person++) {
            discord.addMember(GUILD, FIRST_USER + person, "Person " + person)
                    .addChannel(GUILD, FIRST_CHANNEL + person, "soak-" + person, ChannelKind.TEXT);
        }
    }

    @Override
    public String name() {
        return "Discord";
    }

    @Override
    public Map<String, String> settings() {
        return Map.of("DISCORD_BOT_TOKEN", discord.botToken(), "DISCORD_API_URL", discord.apiUrl());
    }

    @Override
    public void open(String address) {
        discord.gateway().awaitListening();
    }

    @Override
    public String ask(int person, String words) {
        String text = discord.mention() + " " + words;
        return Long.toString(discord.says(FIRST_USER + person, FIRST_CHANNEL + person, text));
    }

    @Override
    public void follow(int person, String thread, String words) {
        discord.says(FIRST_USER + person, Long.parseLong(thread), words);
    }

    /** What the bot wrote since a person last did; the first question stands outside the thread. */
    private List<ShownMessage> newest(String thread) {
        long id = Long.parseLong(thread);
        if (discord.thread(id).isEmpty()) {
            return List.of();
        }
        List<ShownMessage> all = discord.messages(id);
        int begin = all.size();
        while (begin > 0 && all.get(begin - 1).author() == discord.botId()) {
            begin--;
        }
        return all.subList(begin, all.size());
    }

    @Override
    public boolean finished(String thread) {
        List<ShownMessage> answer = newest(thread);
        return !answer.isEmpty()
                && answer.getLast().buttons().stream()
                        .anyMatch(button -> button.customId().startsWith(ANSWERED));
    }

    @Override
    public String text(String thread) {
        return newest(thread).stream().map(ShownMessage::text).collect(Collectors.joining());
    }

    @Override
    public void retry(int person, String thread) {
        ShownMessage last = newest(thread).getLast();
        String button =
                last.buttons().stream()
                        .filter(one -> one.customId().startsWith(ANSWERED))
                        .findFirst()
                        .orElseThrow()
                        .customId();
        var _ = discord.presses(FIRST_USER + person, last.channel(), last.id(), button);
    }

    /** As Discord does it after a while: a server has a thousand open threads at most. */
    @Override
    public void leave(String thread) {
        discord.archives(Long.parseLong(thread), false);
    }

    @Override
    public void command(int person) {
        var _ =
                discord.forces(
                        FIRST_USER + person, FIRST_CHANNEL + person, "parley", "status", Map.of());
    }

    @Override
    public String disturb(RandomGenerator random) {
        int kind = random.nextInt(7);
        switch (kind) {
            case 0 -> discord.gateway().drop();
            case 1 -> discord.gateway().reconnect();
            case 2 -> discord.gateway().invalidate(false);
            case 3 -> discord.faults().next("POST", MESSAGES, new Fault.EffectThenReset());
            case 4 -> discord.faults().next("PATCH", MESSAGE, 2, new Fault.Status(503));
            case 5 -> discord.faults().next("PATCH", MESSAGE, new Fault.RateLimited(2));
            default -> discord.faults().next("POST", MESSAGES, new Fault.Reset());
        }
        return "Discord " + kind;
    }

    @Override
    public int wrong() {
        return discord.violations().size()
                + discord.rateLimited().size()
                + discord.notified().size();
    }

    @Override
    public void close() {
        discord.close();
    }
}
