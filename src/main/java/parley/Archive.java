package parley;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.OptionalInt;
import parley.store.Backup;
import parley.store.Holdings;
import parley.store.Restore;

/** The commands that copy the database out and in: {@code backup} and {@code restore}. */
final class Archive {
    private final Settings settings;
    private final Appendable out;

    /**
     * @param environment names the database
     * @param out where people read what was done
     */
    Archive(Map<String, String> environment, Appendable out) {
        this.settings = Settings.load(environment, Path.of(""));
        this.out = out;
    }

    /**
     * Copies the database, also while Parley runs on it.
     *
     * @throws RuntimeException when that is not possible, with a message that says why
     */
    void backup(Path file) {
        Holdings copied = Backup.make(settings.database(), file);
        say("%s holds %s.", file, copied);
        if (copied.waiting() > 0) {
            say(
                    "%d questions wait for their answer in it. Restored, it has those answered that"
                            + " nobody has answered since.",
                    copied.waiting());
        }
    }

    /**
     * Puts the backup in the place of the database.
     *
     * @param clock gives the time in the name of the database of before
     * @throws RuntimeException when that is not possible, with a message that says why
     */
    void restore(Path file, InstantSource clock) {
        Restore.Outcome outcome = Restore.put(settings.database(), file, clock.instant());
        say("The database now holds %s; the next start goes on with it.", outcome.holdings());
        outcome.aside()
                .ifPresent(aside ->
                        say("The one before is %s: delete it when nobody needs it.", aside));
        tellOf(outcome.wishes());
        if (outcome.heard().isEmpty()) {
            say(
                    "Nobody can tell what was answered since the backup: what was said before now is"
                            + " not looked for.");
        }
        if (outcome.settled() > 0) {
            say(
                    "%d questions that waited when the backup was made are left alone: they were"
                            + " answered since, or are too old to tell.",
                    outcome.settled());
        }
        if (outcome.holdings().waiting() > 0) {
            say(
                    "%d questions wait for their answer: the next start answers them.",
                    outcome.holdings().waiting());
        }
    }

    private void tellOf(OptionalInt wishes) {
        if (wishes.isEmpty()) {
            say(
                    "The one before could not be asked who wanted to be forgotten since the backup:"
                            + " they have to say so again.");
        } else if (wishes.getAsInt() > 0) {
            say(
                    "%d wishes to be forgotten are newer than the backup: the next start carries"
                            + " them out again.",
                    wishes.getAsInt());
        }
    }

    private void say(String sentence, Object... values) {
        try {
            out.append(String.format(sentence + "%n", values));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
