package parley.slack;

import com.slack.api.model.assistant.SuggestedPrompt;
import com.slack.api.model.event.AppHomeOpenedEvent;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.adapter.Errands;
import parley.adapter.Throttle;
import parley.chat.ChannelId;
import parley.chat.Inbound;
import parley.chat.Overview;
import parley.chat.ThreadId;
import parley.chat.Ticker;
import parley.chat.Title;
import parley.chat.WorkspaceId;

/**
 * What Slack offers to agents in direct messages: suggested questions where somebody opens them,
 * and titles of threads. An app that is set up as no agent goes without. Safe for use by many
 * threads.
 *
 * @see <a href="https://docs.slack.dev/ai/developing-agents">Developing agents</a>
 */
final class AgentView {
    private static final Logger LOG = LoggerFactory.getLogger(AgentView.class);
    private static final Duration PAUSE = Duration.ofSeconds(3);
    private static final String HEADING = "Begin with one of these";

    private final WorkspaceId workspace;
    private final SlackApi api;
    private final Names names;
    private final Errands errands;
    private final Throttle throttle;
    private final Set<String> told = ConcurrentHashMap.newKeySet();

    /**
     * @param names that are known without waiting
     */
    AgentView(WorkspaceId workspace, SlackApi api, Names names, Errands errands, Ticker ticker) {
        this.workspace = workspace;
        this.api = api;
        this.names = names;
        this.errands = errands;
        this.throttle = new Throttle(PAUSE, ticker);
    }

    /**
     * Suggests the questions of whoever answers there; blocks until Slack has them. Without a
     * thread: in an agent's messages, one would make the call fail silently
     * (https://docs.slack.dev/reference/methods/assistant.threads.setSuggestedPrompts).
     */
    void opened(AppHomeOpenedEvent event, Overview overview) {
        String channel = event.getChannel();
        if (!SlackIds.valid(channel) || !throttle.pass(channel)) {
            return;
        }
        List<SuggestedPrompt> prompts =
                overview.persona(new ChannelId(workspace, channel)).prompts().stream()
                        .map(prompt -> new SuggestedPrompt(prompt.title(), prompt.message()))
                        .toList();
        if (!prompts.isEmpty()) {
            note(
                    "suggest questions",
                    api.call(slack ->
                            slack.assistantThreadsSetSuggestedPrompts(request ->
                                    request.channelId(channel).title(HEADING).prompts(prompts))));
        }
    }

    /** A question to the bot alone was accepted: its thread gets a title. Returns at once. */
    void asked(Inbound.DirectMessage question) {
        ThreadId thread = question.thread();
        if (thread.root().equals(question.message().value()) && !question.text().isBlank()) {
            errands.run(
                    "title",
                    () -> title(thread, Title.of(OpenNames.close(question.text(), names))));
        }
    }

    private void title(ThreadId thread, String title) {
        note(
                "name a thread",
                api.call(slack ->
                        slack.assistantThreadsSetTitle(request ->
                                request.channelId(thread.channel().value())
                                        .threadTs(thread.root())
                                        .title(title))));
    }

    /** Nothing that people miss, so it is told once a reason, to whoever looks for it. */
    private void note(String what, Outcome<?> outcome) {
        if (outcome instanceof Outcome.Refused<?> refused && told.add(what + refused.error())) {
            LOG.debug("Slack did not let the bot {}: {}", what, refused.error());
        }
    }
}
