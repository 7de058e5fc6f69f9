package parley.reliability;

import java.time.Duration;
import java.util.function.Supplier;
import parley.testing.PlaygroundClient;
import parley.testing.discord.Fault;

/** The five ways in which an answer stands somewhere, each with what can get lost on it. */
enum Ground {
    SLACK_STREAM(SlackSurface::new),
    SLACK_POSTS(SlackSurface::new),
    DISCORD_THREAD(DiscordSurface::new),
    DISCORD_CHANNEL(() -> new DiscordSurface(false)),
    PLAYGROUND(PlaygroundSurface::new);

    private static final String MESSAGES = "channels/{c}/messages";
    private static final String THREADS = "channels/{c}/messages/{m}/threads";
    private static final String CHANNEL = "channels/{c}";
    private static final String MESSAGE = "channels/{c}/messages/{m}";

    private final Supplier<Surface> made;

    Ground(Supplier<Surface> made) {
        this.made = made;
    }

    Surface make() {
        Surface surface = made.get();
        calm(surface);
        return surface;
    }

    /** Nothing goes wrong any more. */
    void calm(Surface surface) {
        switch (surface) {
            case SlackSurface it -> {
                it.slack().faults().clear();
                if (this == SLACK_POSTS) {
                    it.slack()
                            .faults()
                            .always(
                                    "chat.startStream",
                                    new parley.testing.slack.Fault.Refused("unknown_method"));
                }
            }
            case DiscordSurface it -> it.discord().faults().clear();
            default -> {}
        }
    }

    /** The first message comes to stand there, but no answer tells; nor does one from then on. */
    void losePost(Surface surface) {
        switch (surface) {
            case SlackSurface it -> {
                String method = this == SLACK_POSTS ? "chat.postMessage" : "chat.startStream";
                it.slack()
                        .faults()
                        .next(method, new parley.testing.slack.Fault.EffectThenReset())
                        .always(method, new parley.testing.slack.Fault.Status(500))
                        .always(
                                "conversations.replies",
                                new parley.testing.slack.Fault.Status(500));
            }
            case DiscordSurface it ->
                    it.discord()
                            .faults()
                            .next("POST", MESSAGES, new Fault.EffectThenReset())
                            .always("POST", MESSAGES, new Fault.Status(500))
                            .always("GET", MESSAGES, new Fault.Status(500));
            default -> throw new IllegalArgumentException("nothing gets lost there");
        }
    }

    /** The thread for the answer is made, but no answer tells, and nobody can look. */
    void loseThread(Surface surface) {
        ((DiscordSurface) surface)
                .discord()
                .faults()
                .next("POST", THREADS, new Fault.EffectThenReset())
                .always("POST", THREADS, new Fault.Status(500))
                .always("GET", CHANNEL, new Fault.Status(500));
    }

    /** The next change of a message takes effect, but no answer tells, nor does one after it. */
    void loseEdit(Surface surface) {
        switch (surface) {
            case SlackSurface it -> {
                for (String method : new String[] {"chat.stopStream", "chat.update"}) {
                    it.slack()
                            .faults()
                            .next(method, new parley.testing.slack.Fault.EffectThenReset())
                            .always(method, new parley.testing.slack.Fault.Status(500));
                }
            }
            case DiscordSurface it ->
                    it.discord()
                            .faults()
                            .next("PATCH", MESSAGE, new Fault.EffectThenReset())
                            .always("PATCH", MESSAGE, new Fault.Status(500));
            default -> throw new IllegalArgumentException("nothing gets lost there");
        }
    }

    /** The next message that is taken away goes, but no answer tells. */
    void loseDelete(Surface surface) {
        switch (surface) {
            case SlackSurface it ->
                    it.slack()
                            .faults()
                            .next("chat.delete", new parley.testing.slack.Fault.EffectThenReset());
            case DiscordSurface it ->
                    it.discord().faults().next("DELETE", MESSAGE, new Fault.EffectThenReset());
            default -> throw new IllegalArgumentException("nothing gets lost there");
        }
    }

    /** The asker takes the question away. */
    void delete(Surface surface, String question, String address) {
        Spot spot = Spot.of(question);
        switch (surface) {
            case SlackSurface it -> it.slack().deletes(spot.channel(), spot.message());
            case DiscordSurface it ->
                    it.discord()
                            .deletes(
                                    Long.parseUnsignedLong(spot.channel()),
                                    Long.parseUnsignedLong(spot.message()));
            default -> {
                try (PlaygroundClient page = new PlaygroundClient(address)) {
                    page.delete(spot.channel(), spot.root(), spot.message(), "ada");
                }
            }
        }
    }

    /** Longer than any platform knows what it was just told. */
    static final Duration LATER = Duration.ofMinutes(20);
}
