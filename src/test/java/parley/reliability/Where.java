package parley.reliability;

import java.util.function.Supplier;

/** The surfaces on which everything is tried. */
enum Where {
    SLACK(SlackSurface::new),
    DISCORD(DiscordSurface::new),
    PLAYGROUND(PlaygroundSurface::new);

    private final Supplier<Surface> surface;

    Where(Supplier<Surface> surface) {
        this.surface = surface;
    }

    /** A new one. */
    Surface open() {
        return surface.get();
    }
}
