package parley.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import parley.RunningParley;
import parley.chat.Platform;
import parley.chat.WorkspaceId;
import parley.store.SqlAuditLog;
import parley.testing.FakeAnthropic;
import parley.testing.RecordedRequest;
import parley.testing.discord.ChannelKind;
import parley.testing.discord.FakeDiscord;
import parley.testing.discord.Interaction;
import parley.testing.discord.Permission;
import parley.testing.discord.ShownMessage;
import parley.testing.discord.Violation;

/**
 * The whole program in a loopback Discord, with a loopback Messages API. However a journey ends,
 * the bot did nothing that Discord forbids, went over no limit and woke nobody.
 */
abstract class DiscordJourney {
    static final long GUILD = 100;
    static final long GENERAL = 101;
    static final long FORUM = 103;
    static final long ADA = 11;
    static final long BOB = 12;
    static final long EVE = 13;

    @TempDir Path folder;
    final FakeAnthropic claude = FakeAnthropic.start();
    final FakeDiscord discord = FakeDiscord.start();
    final Map<String, String> settings = new HashMap<>();
    private final Set<String> tolerated = new HashSet<>();
    private Optional<RunningParley> running = Optional.empty();

    @BeforeEach
    final void startProgram() {
        discord.addGuild(GUILD, "Parley's friends")
                .addMember(GUILD, ADA, "Ada")
                .addMember(GUILD, BOB, "Bob")
                .addMember(GUILD, EVE, "Eve", Permission.MANAGE_GUILD)
                .addChannel(GUILD, GENERAL, "general", ChannelKind.TEXT)
                .addChannel(GUILD, FORUM, "help", ChannelKind.FORUM);
        settings.put("ANTHROPIC_BASE_URL", claude.url());
        settings.put("DISCORD_BOT_TOKEN", discord.botToken());
        settings.put("DISCORD_API_URL", discord.apiUrl());
        configure();
        start();
    }

    /** What is different in this journey. */
    void configure() {}

    @AfterEach
    final void stopProgram() {
        running.ifPresent(RunningParley::close);
        discord.close();
        claude.close();
        assertThat(discord.violations()).extracting(Violation::rule).isSubsetOf(tolerated);
        assertThat(discord.rateLimited()).isEmpty();
        assertThat(discord.notified()).isEmpty();
    }

    final void start() {
        running = Optional.of(RunningParley.start(folder, settings));
        discord.gateway().awaitListening();
    }

    /** Here the bot cannot but try what Discord may refuse so. */
    final void tolerate(String rule) {
        tolerated.add(rule);
    }

    /** Stops and starts again over the same database. */
    final void restart(Duration patience) {
        stop(patience);
        start();
    }

    /** Likewise at once, with a calendar so far ahead of the machine's. */
    final void restartAhead(Duration ahead) {
        stop(Duration.ZERO);
        startAhead(ahead);
    }

    final void startAhead(Duration ahead) {
        running = Optional.of(RunningParley.start(folder, settings, ahead));
        discord.gateway().awaitListening();
    }

    final void stop(Duration patience) {
        running.orElseThrow().stop(patience);
        running = Optional.empty();
    }

    final RunningParley parley() {
        return running.orElseThrow();
    }

    /** Uses a command in the general channel, shown it or not; gives what they alone read. */
    final String told(long user, String name, String subcommand, Map<String, String> options) {
        return told(user, GENERAL, name, subcommand, options);
    }

    final String told(
            long user, long channel, String name, String subcommand, Map<String, String> options) {
        discord.await("commands", () -> discord.commands().size() == 4);
        return told(discord.forces(user, channel, name, subcommand, options));
    }

    /** What is answered, which must be in private. */
    final String told(Interaction done) {
        discord.await("an answer", () -> !done.thinking() && !done.privateTexts().isEmpty());
        assertThat(done.publicTexts()).isEmpty();
        return String.join("\n", done.privateTexts());
    }

    /** What is long comes as several messages. */
    final void awaitTold(Interaction done, String words) {
        discord.await(words, () -> String.join("\n", done.privateTexts()).contains(words));
    }

    /** In which to edit a persona. */
    final Interaction window(long user, long channel, String persona) {
        discord.await("commands", () -> discord.commands().size() == 4);
        Interaction typed =
                discord.command(user, channel, "persona", "edit", Map.of("name", persona));
        discord.await("a window", () -> typed.modal().isPresent());
        return typed;
    }

    /** What is typed into such a window for another prompt, with a reason. */
    static Map<String, String> rewritten(Interaction window, String prompt) {
        Map<String, String> typed = new HashMap<>();
        inputs(window, "prompt").forEach(input -> typed.put(input, ""));
        typed.put(inputs(window, "prompt").getFirst(), prompt);
        typed.put(inputs(window, "reason").getFirst(), "more fun");
        return typed;
    }

    private static List<String> inputs(Interaction window, String key) {
        return window.modal().orElseThrow().path("components").findParents("max_length").stream()
                .map(input -> input.path("custom_id").asText())
                .filter(id -> id.matches(key + "\\W.*|" + key))
                .toList();
    }

    /** All of the audit log of the server, newest first, as who, what, to what, how and detail. */
    final List<String> audit(long guild) {
        var workspace = new WorkspaceId(Platform.DISCORD, Long.toString(guild));
        return new SqlAuditLog(parley().store())
                .newest(workspace, 100).stream()
                        .map(entry ->
                                entry.actor().id()
                                        + " "
                                        + entry.action()
                                        + " "
                                        + entry.target()
                                        + " "
                                        + entry.result()
                                        + ": "
                                        + entry.detail())
                        .toList();
    }

    /** Asks as Ada in the general channel; gives the question, which is its thread too. */
    final long ask(String text) {
        return discord.says(ADA, GENERAL, discord.mention() + " " + text);
    }

    /** Likewise, and waits for the whole answer. */
    final long askAndWait(String text) {
        long question = ask(text);
        answer(question, 1);
        return question;
    }

    /** Waits until so many answers in the thread or channel are finished; gives their messages. */
    final List<ShownMessage> answer(long channel, int number) {
        discord.await(
                "answer " + number,
                () -> answers(channel).stream().filter(DiscordJourney::finished).count() >= number);
        return answers(channel);
    }

    /** What the bot wrote there; nothing while there is no such thread. */
    final List<ShownMessage> answers(long channel) {
        try {
            return discord.answers(channel);
        } catch (IllegalArgumentException e) {
            return List.of(); // no such thread yet
        }
    }

    /** Whether it is the last message of an answer that has ended. */
    private static boolean finished(ShownMessage message) {
        return message.buttons().stream()
                .anyMatch(button -> button.customId().startsWith("parley.retry:"));
    }

    final void awaitText(long channel, String beginning) {
        discord.await("the text " + beginning, () -> text(answers(channel)).startsWith(beginning));
    }

    /** What the model wrote, without Parley's own small lines; parts end where messages do. */
    static String text(List<ShownMessage> messages) {
        return String.join("", messages.stream().map(ShownMessage::text).toList());
    }

    final RecordedRequest request(int number) {
        return claude.requests().get(number - 1);
    }

    /** The system prompt with which the newest question was asked. */
    final String system() {
        return claude.requests().getLast().json().path("system").toString();
    }

    final String asked(int number) {
        return request(number).json().path("messages").toString();
    }
}
