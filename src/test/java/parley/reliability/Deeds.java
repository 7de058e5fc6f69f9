package parley.reliability;

/**
 * What people do on a surface besides asking, and what befalls it. Whoever does something that has
 * no effect sees nothing happen; nothing here throws for that. Used by one thread.
 */
interface Deeds {
    static Deeds on(Surface surface) {
        return switch (surface) {
            case SlackSurface slack -> new SlackDeeds(slack);
            case DiscordSurface discord -> new DiscordDeeds(discord);
            case PlaygroundSurface playground -> new PlaygroundDeeds(playground);
            default -> throw new IllegalArgumentException("no such surface: " + surface);
        };
    }

    /** The platform's operations fail as the plan says. */
    void reach(FaultPlan plan);

    /** The program is another process now. */
    void restarted();

    /** Whether people are offered all that they are to have. */
    boolean ready();

    /**
     * How often the program tried something to find out what had become of a call whose answer was
     * lost; the platform then refuses it.
     */
    int probes();

    /** How many deltas make an answer of at least two messages. */
    int longAnswer();

    /** The asker stops the answer by a means of the platform's own, if there is one. */
    boolean stop(String question);

    /** The asker puts other words in the place of the question's. */
    void edit(String question, Exchange instead);

    /** Somebody types a slash command. */
    void command();

    /** How many answers to slash commands there are. */
    int commandsAnswered();
}
