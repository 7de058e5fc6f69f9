package parley.journey;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import parley.audit.AuditEntry;
import parley.chat.Platform;
import parley.chat.WorkspaceId;
import parley.store.SqlAuditLog;
import parley.testing.slack.Delivery;
import parley.testing.slack.Ephemeral;
import parley.testing.slack.Shown;

/** Journeys of those who administer Parley in Slack: commands, windows, notices, records. */
abstract class SlackAdministration extends SlackJourney {
    private static final int MOST = 100;

    /** Types a slash command in the general channel; gives the first of the private answer. */
    final String types(String user, String command) {
        int before = slack.ephemerals(user).size();
        String[] parts = command.split(" ", 2);
        slack.command(user, GENERAL, parts[0], parts.length == 1 ? "" : parts[1]);
        return told(user, before + 1).text();
    }

    /** Says it to the bot in a thread; gives the private answer. */
    final String mentions(String user, String root, String words) {
        int before = slack.ephemerals(user).size();
        slack.replies(user, GENERAL, root, slack.mention() + " " + words);
        return told(user, before + 1).text();
    }

    /** What only that person was told, by its number from 1 on. */
    final Ephemeral told(String user, int number) {
        slack.await("word " + number, () -> slack.ephemerals(user).size() >= number);
        return slack.ephemerals(user).get(number - 1);
    }

    /** What the bot said at the top of the general channel, oldest first. */
    final List<Shown> notices() {
        return slack.channel(GENERAL).stream()
                .filter(message -> message.author().equals(slack.botUserId()))
                .toList();
    }

    final List<String> noticed() {
        return notices().stream().map(Shown::text).toList();
    }

    /** The system prompt of the newest request. */
    final String prompt() {
        return claude.requests().getLast().json().path("system").toString();
    }

    /** The system prompt of the next question. */
    final String promptOf(String question) {
        askAndWait(question);
        return prompt();
    }

    final JsonNode window(String user) {
        slack.await("a window", () -> slack.surfaces().modal(user).isPresent());
        return slack.surfaces().modal(user).orElseThrow();
    }

    /** Sends the window with this prompt in place of the whole one. */
    final Delivery submit(JsonNode window, String prompt, Map<String, String> others) {
        return submit(window, prompt, others, Optional.empty());
    }

    /** Likewise, in the name of somebody who did not open it. */
    final Delivery forge(JsonNode window, String prompt, String user) {
        return submit(window, prompt, Map.of(), Optional.of(user));
    }

    private Delivery submit(
            JsonNode window, String prompt, Map<String, String> others, Optional<String> forger) {
        Map<String, String> typed = new HashMap<>(others);
        inputs(window, "prompt").forEach(input -> typed.put(input, ""));
        typed.put("prompt.0", prompt);
        String id = window.path("id").asText();
        Delivery sent =
                forger.map(user -> slack.submitsAs(user, id, typed))
                        .orElseGet(() -> slack.submits(id, typed));
        slack.await("an acknowledgement", sent::acknowledged);
        return sent;
    }

    private static List<String> inputs(JsonNode window, String key) {
        return window.path("blocks")
                .valueStream()
                .map(block -> block.path("element").path("action_id").asText())
                .filter(id -> id.startsWith(key + "."))
                .toList();
    }

    /** The general channel, as records name it. */
    final String channelKey() {
        return "channel:slack/" + slack.teamId() + "/" + GENERAL;
    }

    final String workspaceKey() {
        return "workspace:slack/" + slack.teamId();
    }

    /** What is on record, oldest first: who, what, to what, how it ended. */
    final List<String> audit() {
        var workspace = new WorkspaceId(Platform.SLACK, slack.teamId());
        return new SqlAuditLog(parley().store())
                .newest(workspace, MOST).reversed().stream()
                        .map(SlackAdministration::line)
                        .toList();
    }

    private static String line(AuditEntry entry) {
        return String.join(
                " | ",
                entry.actor().id().value(),
                entry.action(),
                entry.target(),
                entry.result().name(),
                entry.detail());
    }
}
