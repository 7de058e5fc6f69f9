package parley.reliability;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Many sieges, one after the other, each with new data. Used by one thread. */
final class Sieges {
    private final Where where;
    private final Path folder;
    private Tally sum = Tally.NOTHING;

    /**
     * @param folder keeps what they leave
     */
    Sieges(Where where, Path folder) {
        this.where = where;
        this.folder = folder;
    }

    /**
     * One with that death.
     *
     * @return whether there were so many operations
     */
    boolean siege(int at, Reaper.Moment moment) {
        try (Surface surface = where.open();
                Siege siege = new Siege(surface, fresh(at, moment), at, moment)) {
            Tally tally = siege.play();
            sum = sum.plus(tally);
            tell(at, moment, siege, tally);
            return !siege.victim().isEmpty();
        } catch (AssertionError e) {
            throw new AssertionError("%s, operation %d %s".formatted(where, at, moment), e);
        }
    }

    private Path fresh(int at, Reaper.Moment moment) {
        try {
            return Files.createTempDirectory(folder, "%s-%s-%d-".formatted(where, moment, at));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void tell(int at, Reaper.Moment moment, Siege siege, Tally tally) {
        if (!tally.whole()) {
            System.out.printf(
                    "%s, killed %s operation %d, %s: %s%n",
                    where, moment, at, siege.victim(), tally);
            siege.faults().forEach(System.out::println);
        }
    }

    /** One for each operation, until one is untouched; none where other moments are asked for. */
    Sieges all(Reaper.Moment moment) {
        if (!System.getProperty("reliability.moment", moment.name()).equals(moment.name())) {
            return this;
        }
        int at = Integer.getInteger("reliability.from", 1);
        while (siege(at, moment)) {
            at++;
        }
        return this;
    }

    /** What became of all of them. */
    Tally sum() {
        System.out.printf("%s: %s%n", where, sum);
        return sum;
    }
}
