package parley.conversation;

import java.security.SecureRandom;
import java.util.random.RandomGenerator;
import parley.chat.Reference;

/** Makes the short names of answers: eight letters and digits that nobody misreads. */
public final class References {
    private static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

    private final RandomGenerator random;

    public References() {
        this(new SecureRandom());
    }

    References(RandomGenerator random) {
        this.random = random;
    }

    /** A new name: one of 650 billion, so that a name alone gives nobody an answer to act on. */
    Reference next() {
        var name = new StringBuilder("T-");
        for (int i = 0; i < 8; i++) {
            name.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return new Reference(name.toString());
    }
}
