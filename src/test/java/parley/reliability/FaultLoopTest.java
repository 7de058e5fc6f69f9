package parley.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every outside operation of the program fails once, in turn. */
final class FaultLoopTest {
    @TempDir Path folder;

    @Test
    void probe() {
        Supplier<Surface> where =
                switch (System.getProperty("loop.where", "slack")) {
                    case "slack" -> SlackSurface::new;
                    case "discord" -> DiscordSurface::new;
                    default -> PlaygroundSurface::new;
                };
        boolean clean = true;
        for (String scenario : System.getProperty("loop.scenario", "SHORT").split(",")) {
            for (String kind : System.getProperty("loop.kind", "TROUBLED").split(",")) {
                long begun = System.nanoTime();
                LoopTally tally =
                        new FaultLoop(
                                        folder,
                                        where,
                                        Scenario.valueOf(scenario),
                                        FaultKind.valueOf(kind),
                                        Integer.getInteger("loop.many", 1))
                                .play();
                System.out.println(
                        scenario
                                + " "
                                + kind
                                + " "
                                + tally
                                + " in "
                                + (System.nanoTime() - begun) / 1_000_000_000
                                + " s");
                clean &= tally.clean();
            }
        }
        assertThat(clean).isTrue();
    }
}
