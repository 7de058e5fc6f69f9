package parley.bench;

import java.io.IOException;
import parley.reliability.SlackSurface;

/** {@link ChatLoad} on a loopback Slack with Slack's published limits. */
public final class SlackLoad {
    private SlackLoad() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        ChatLoad.play(new SlackSurface());
    }
}
