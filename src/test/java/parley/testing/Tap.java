package parley.testing;

/**
 * Hears of every operation between the program and a fake before it takes effect, and may keep it
 * back. Called by many threads, with the fake's lock held.
 */
public interface Tap {
    /** Everything passes. */
    Tap NONE =
            new Tap() {
                @Override
                public Fate asked(String what) {
                    return Fate.PASSES;
                }

                @Override
                public boolean tells(String what) {
                    return true;
                }

                @Override
                public void told(String what) {}
            };

    /** What becomes of something that the program asks for, or acknowledges. */
    enum Fate {
        PASSES,
        /** It takes no effect, and nothing comes back. */
        LOST,
        /** It takes effect, and nothing comes back. */
        UNANSWERED
    }

    /** The program asks for something, or acknowledges it. */
    Fate asked(String what);

    /** The program is told something; whether it gets through. */
    boolean tells(String what);

    /** It got through. */
    void told(String what);
}
