package parley.adapter;

import parley.chat.Untold;

/** What people are told of questions that are not answered: one place for every sentence. */
public final class RefusalWords {
    /** What a question that is told of alone is answered. */
    public static final String ALONE =
            "Too many questions are waiting just now. Ask again in a minute.";

    private static final String BUSY_ONE =
            "One question here was not taken, because too many were waiting. Ask it again in a"
                    + " minute.";
    private static final String BUSY =
            "%d questions here were not taken, because too many were waiting. Ask them again in a"
                    + " minute.";
    private static final String AWAY_ONE =
            "While Parley was away, more was asked here than it can make up for: one question is"
                    + " not answered. Ask it again if it still matters.";
    private static final String AWAY =
            "While Parley was away, more was asked here than it can make up for: %d questions are"
                    + " not answered. Ask again what still matters.";

    private RefusalWords() {}

    /** One sentence for all of them. */
    static String of(Untold.Why why, int questions) {
        return switch (why) {
            case BUSY -> questions == 1 ? BUSY_ONE : BUSY.formatted(questions);
            case AWAY -> questions == 1 ? AWAY_ONE : AWAY.formatted(questions);
        };
    }
}
