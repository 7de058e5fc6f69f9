package parley.chat;

/** What an adapter hands its platform's events to. */
public record Handlers(
        Inbox inbox,
        Commands commands,
        Actions actions,
        Overview overview,
        Whereabouts whereabouts) {}
