package parley.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import parley.reliability.ChildProgram;
import parley.testing.FakeAnthropic;
import parley.testing.discord.ChannelKind;
import parley.testing.discord.FakeDiscord;
import parley.testing.slack.FakeSlack;
import parley.testing.slack.Room;

/**
 * Starts the packaged program with Slack and Discord on, and prints how long it takes until both
 * platforms hear it, and what memory it keeps while nobody asks.
 */
public final class IdleLoad {
    private static final int STARTS = 5;
    private static final Duration REST = Duration.ofSeconds(20);

    private IdleLoad() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        String options = System.getProperty("load.jvm", "-Xmx256m -XX:+UseSerialGC");
        System.out.printf("Parley runs with %s%n", options);
        for (int start = 1; start <= STARTS; start++) {
            try (FakeSlack slack = FakeSlack.start();
                    FakeDiscord discord = FakeDiscord.start();
                    FakeAnthropic model = FakeAnthropic.start()) {
                slack.addUser("U0ADA00001", "Ada");
                slack.addChannel("C0LOAD0001", "load", Room.Kind.PUBLIC, "U0ADA00001");
                discord.addGuild(100, "load").addChannel(100, 101, "load", ChannelKind.TEXT);
                measure(Arrays.asList(options.split(" +")), slack, discord, model);
            }
        }
    }

    private static void measure(
            List<String> options, FakeSlack slack, FakeDiscord discord, FakeAnthropic model)
            throws IOException, InterruptedException {
        Map<String, String> settings = new HashMap<>();
        settings.put("ANTHROPIC_BASE_URL", model.url());
        settings.put("ANTHROPIC_API_KEY", "sk-ant-load-driver");
        settings.put("SLACK_BOT_TOKEN", slack.botToken());
        settings.put("SLACK_APP_TOKEN", slack.appToken());
        settings.put("SLACK_API_URL", slack.apiUrl());
        settings.put("DISCORD_BOT_TOKEN", discord.botToken());
        settings.put("DISCORD_API_URL", discord.apiUrl());
        long began = System.nanoTime();
        try (ChildProgram parley = Fresh.program(options, settings)) {
            parley.start();
            long ready = System.nanoTime();
            slack.await("Slack", () -> slack.sockets().open() > 0);
            discord.await("Discord", () -> discord.gateway().listening() > 0);
            long heard = System.nanoTime();
            Thread.sleep(REST);
            System.out.printf(
                    "  ready after %d ms, heard by both platforms after %d ms; then %s%n",
                    (ready - began) / 1_000_000, (heard - began) / 1_000_000, parley.memory());
        }
    }
}
