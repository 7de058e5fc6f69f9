package parley.reliability;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import parley.testing.Tap;
import parley.testing.discord.ChannelKind;
import parley.testing.discord.FakeDiscord;
import parley.testing.discord.Fault;
import parley.testing.discord.Permission;
import parley.testing.discord.ShownMessage;

/**
 * A loopback Discord with two channels that lets pass what others have seen Discord let pass: five
 * messages and five edits in five seconds for each thread, or, where no threads can be made, for
 * the channels in which all answers then stand.
 */
public final class DiscordSurface implements Surface {
    private static final long GUILD = 100;
    private static final List<Long> CHANNELS = List.of(101L, 102L);
    private static final long ADA = 11;
    private static final String BUTTON = "parley.";

    private final FakeDiscord discord = FakeDiscord.start();
    private final AtomicInteger turn = new AtomicInteger();

    public DiscordSurface() {
        this(true);
    }

    /**
     * @param threads whether the bot may make threads
     */
    public DiscordSurface(boolean threads) {
        discord.addGuild(GUILD, "load").addMember(GUILD, ADA, "Ada");
        for (long channel : CHANNELS) {
            discord.addChannel(GUILD, channel, "load-" + channel, ChannelKind.TEXT);
            if (!threads) {
                discord.deny(channel, Permission.CREATE_PUBLIC_THREADS);
            }
        }
    }

    /** The platform itself, for what shall go wrong in it. */
    public FakeDiscord discord() {
        return discord;
    }

    @Override
    public Map<String, String> settings() {
        return Map.of("DISCORD_BOT_TOKEN", discord.botToken(), "DISCORD_API_URL", discord.apiUrl());
    }

    @Override
    public void died() {
        discord.gateway().forget();
        discord.botRestarts();
    }

    @Override
    public void tap(Tap tap) {
        discord.gateway().tap(tap);
        discord.faults()
                .otherwise(call ->
                        switch (tap.asked(call.method() + " " + call.template())) {
                            case PASSES -> Optional.empty();
                            case LOST -> Optional.of(new Fault.Hang());
                            case UNANSWERED -> Optional.of(new Fault.EffectThenHang());
                        });
    }

    @Override
    public boolean ready() {
        return discord.gateway().listening() > 0;
    }

    @Override
    public int channels() {
        return CHANNELS.size();
    }

    @Override
    public String ask(Exchange exchange) {
        long channel = CHANNELS.get(turn.getAndIncrement() % CHANNELS.size());
        String message = text(discord.says(ADA, channel, words(exchange)));
        return new Spot(text(channel), message, message).handle();
    }

    /** In its thread, or, where there is none, as a reply to the answer. */
    @Override
    public String ask(Exchange exchange, String earlier) {
        Spot spot = Spot.of(earlier);
        Optional<Long> thread = thread(spot);
        if (thread.isPresent()) {
            long message = discord.says(ADA, thread.get(), words(exchange));
            return new Spot(spot.channel(), text(thread.get()), text(message)).handle();
        }
        long answer = shown(spot).getLast().id();
        String message =
                text(discord.replies(ADA, id(spot.channel()), answer, true, words(exchange)));
        return new Spot(spot.channel(), message, message).handle();
    }

    /** The one in which it stands, or that was made from it. */
    private Optional<Long> thread(Spot spot) {
        boolean within = !spot.message().equals(spot.root());
        return Optional.of(id(spot.root()))
                .filter(root -> within || discord.thread(root).isPresent());
    }

    private String words(Exchange exchange) {
        return discord.mention() + " " + exchange.words();
    }

    private static String text(long id) {
        return Long.toUnsignedString(id);
    }

    private static long id(String text) {
        return Long.parseUnsignedLong(text);
    }

    @Override
    public void press(String question, String button) {
        ShownMessage last = shown(Spot.of(question)).getLast();
        String id =
                buttons(last)
                        .filter(it -> it.startsWith(BUTTON + button + ":"))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError("no " + button + " in " + last));
        discord.presses(ADA, last.channel(), last.id(), id);
    }

    private static Stream<String> buttons(ShownMessage message) {
        return message.buttons().stream().map(button -> button.customId());
    }

    @Override
    public boolean signed(String question) {
        Spot spot = Spot.of(question);
        return discord.typing(thread(spot).orElse(id(spot.channel())));
    }

    /** What typing cannot say stands as a small message. */
    @Override
    public String status(String question) {
        return shown(Spot.of(question)).stream()
                .flatMap(message -> message.notes().stream())
                .collect(Collectors.joining(" "));
    }

    @Override
    public List<Answer> answers(String question) {
        return Answer.of(shown(Spot.of(question)).stream().map(DiscordSurface::part).toList());
    }

    private List<ShownMessage> shown(Spot spot) {
        return thread(spot).isPresent() ? inThread(spot) : inChannel(spot);
    }

    /** The bot's messages between the question and the next one. */
    private List<ShownMessage> inThread(Spot spot) {
        List<ShownMessage> found = new ArrayList<>();
        boolean after = spot.message().equals(spot.root());
        for (ShownMessage message : discord.messages(id(spot.root()))) {
            if (message.author() != discord.botId()) {
                after = message.id() == id(spot.message());
            } else if (after) {
                found.add(message);
            }
        }
        return found;
    }

    private List<ShownMessage> inChannel(Spot spot) {
        Optional<Long> question = Optional.of(id(spot.message()));
        return discord.answers(id(spot.channel())).stream()
                .filter(it -> it.replyTo().equals(question))
                .toList();
    }

    private static Answer.Part part(ShownMessage message) {
        return new Answer.Part(
                message.nonce().filter(nonce -> nonce.contains(".")),
                message.text(),
                message.notes(),
                false,
                buttons(message).anyMatch(id -> id.startsWith(BUTTON + "retry:")));
    }

    @Override
    public void await(String what, Duration patience, BooleanSupplier condition) {
        discord.await(what, patience, condition);
    }

    @Override
    public List<String> overLimit() {
        return discord.rateLimited().stream()
                .map(call -> call.method() + " " + call.template())
                .toList();
    }

    @Override
    public int pings() {
        return discord.notified().size();
    }

    @Override
    public List<?> violations() {
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
