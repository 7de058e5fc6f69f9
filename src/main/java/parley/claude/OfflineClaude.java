package parley.claude;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * The built-in model for trying the program and for tests: needs no key and no network, says the
 * same to the same request, and says that it is no Claude. Its answers show what it was sent: how
 * many messages, who asked, what. A question with the word "long" gets a long answer, one with
 * "think" is thought about first.
 */
public final class OfflineClaude implements Claude {
    static final ModelId MODEL = new ModelId("offline");
    private static final double CHARACTERS_PER_TOKEN = 4;

    private final Duration pause;

    /**
     * @param pause between words; zero for as fast as it is read
     */
    public OfflineClaude(Duration pause) {
        this.pause = pause;
    }

    @Override
    public ClaudeStream stream(ClaudeRequest request) {
        return new OfflineStream(new OfflineScript(request, facts(MODEL)).events(), pause);
    }

    @Override
    public ModelFacts facts(ModelId model) {
        return new ModelFacts(model, 200_000, 8_192, Set.of(), false, CHARACTERS_PER_TOKEN);
    }

    @Override
    public Optional<ClaudeException> check(ModelId model) {
        return Optional.empty();
    }

    @Override
    public void warmUp() {}

    @Override
    public boolean offline() {
        return true;
    }

    /** Holds nothing; streams under way go on to their end. */
    @Override
    public void close() {}
}
