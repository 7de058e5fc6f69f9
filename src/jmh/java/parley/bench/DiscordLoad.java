package parley.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import parley.testing.discord.ChannelKind;
import parley.testing.discord.FakeDiscord;
import parley.testing.discord.Permission;
import parley.testing.discord.ShownMessage;

/**
 * A loopback Discord that lets pass what others have seen Discord let pass, for {@link ChatLoad}:
 * five messages and five edits in five seconds for each thread, or, with {@code
 * load.threads=false}, where no threads can be made, for the two channels in which all answers then
 * stand.
 */
public final class DiscordLoad implements ChatPlatform {
    private static final long GUILD = 100;
    private static final List<Long> CHANNELS = List.of(101L, 102L);
    private static final long ADA = 11;

    private final FakeDiscord discord = FakeDiscord.start();
    private final boolean threads =
            Boolean.parseBoolean(System.getProperty("load.threads", "true"));

    private DiscordLoad() {
        discord.addGuild(GUILD, "load").addMember(GUILD, ADA, "Ada");
        for (long channel : CHANNELS) {
            discord.addChannel(GUILD, channel, "load-" + channel, ChannelKind.TEXT);
            if (!threads) {
                discord.deny(channel, Permission.CREATE_PUBLIC_THREADS);
            }
        }
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        ChatLoad.play(new DiscordLoad());
    }

    @Override
    public Map<String, String> settings() {
        return Map.of("DISCORD_BOT_TOKEN", discord.botToken(), "DISCORD_API_URL", discord.apiUrl());
    }

    @Override
    public boolean isReady() {
        return discord.gateway().listening() > 0;
    }

    @Override
    public int channels() {
        return CHANNELS.size();
    }

    @Override
    public String ask(int channel, String words) {
        long id = CHANNELS.get(channel);
        return id + " " + discord.says(ADA, id, discord.mention() + " " + words);
    }

    private static long channel(String question) {
        return Long.parseLong(question.substring(0, question.indexOf(' ')));
    }

    private static long message(String question) {
        return Long.parseLong(question.substring(question.indexOf(' ') + 1));
    }

    /** The messages of that answer: in its thread, or those of the channel from the reply on. */
    private List<ShownMessage> answers(String question) {
        long root = message(question);
        if (discord.thread(root).isPresent()) {
            return discord.answers(root);
        }
        return threads
                ? List.of()
                : discord.answers(channel(question)).stream()
                        .filter(message -> message.replyTo().filter(id -> id == root).isPresent())
                        .toList();
    }

    @Override
    public boolean signed(String question) {
        long root = message(question);
        return discord.thread(root).isPresent()
                ? discord.typing(root)
                : discord.typing(channel(question));
    }

    @Override
    public boolean begun(String question) {
        return !answers(question).isEmpty();
    }

    @Override
    public boolean finished(String question) {
        return answers(question).getLast().buttons().stream()
                .anyMatch(button -> button.customId().startsWith("parley.retry:"));
    }

    @Override
    public String text(String question) {
        return answers(question).stream().map(ShownMessage::text).collect(Collectors.joining());
    }

    @Override
    public void await(BooleanSupplier condition) {
        discord.await("", condition);
    }

    @Override
    public int overLimit() {
        return discord.rateLimited().size();
    }

    @Override
    public List<?> wrong() {
        return discord.violations();
    }

    @Override
    public String calls() {
        return Stream.of(
                        "POST channels/{c}/messages/{m}/threads",
                        "POST channels/{c}/typing",
                        "POST channels/{c}/messages",
                        "PATCH channels/{c}/messages/{m}")
                .map(this::count)
                .collect(Collectors.joining("  "));
    }

    private String count(String call) {
        String[] parts = call.split(" ");
        return "%s %d".formatted(call, discord.calls(parts[0], parts[1]).size());
    }

    /** Discord counts by the five seconds. */
    @Override
    public Duration window() {
        return Duration.ofSeconds(6);
    }

    @Override
    public void close() {
        discord.close();
    }
}
