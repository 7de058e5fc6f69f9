package parley.store;

import java.util.concurrent.Executors;
import parley.contract.Events;
import parley.inbox.EntryState;

/** The program that {@link KillTest} kills: prints the id of each event once it is stored. */
final class AppendForever {
    private AppendForever() {}

    public static void main(String[] args) {
        var journal = new SqlJournal(Database.open(args[0]), () -> Events.NOON);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int caller = 0; caller < 8; caller++) {
                String prefix = args[1] + caller + "-";
                threads.execute(() -> append(journal, prefix));
            }
        }
    }

    private static void append(SqlJournal journal, String prefix) {
        for (int n = 0; n < 100_000; n++) {
            var event = Events.mention(prefix + n, "text ".repeat(50));
            var entry = journal.append(event, EntryState.RECEIVED).orElseThrow();
            System.out.println("stored " + entry.event().event() + ".");
        }
    }
}
