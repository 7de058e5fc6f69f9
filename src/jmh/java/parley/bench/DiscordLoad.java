package parley.bench;

import java.io.IOException;
import parley.reliability.DiscordSurface;

/**
 * {@link ChatLoad} on a loopback Discord; with {@code load.threads=false} one where no threads can
 * be made.
 */
public final class DiscordLoad {
    private DiscordLoad() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        String threads = System.getProperty("load.threads", "true");
        ChatLoad.play(new DiscordSurface(Boolean.parseBoolean(threads)));
    }
}
