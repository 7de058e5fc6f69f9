package parley.claude;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What the offline model sends for one request, word by word; pure. */
final class OfflineScript {
    private static final Pattern WORD = Pattern.compile("\\s*\\S+|\\s+$");

    private final ClaudeRequest request;
    private final ModelFacts facts;
    private final OfflineQuestion question;

    OfflineScript(ClaudeRequest request, ModelFacts facts) {
        this.request = request;
        this.facts = facts;
        this.question = OfflineQuestion.of(request);
    }

    List<StreamEvent> events() {
        String whole = OfflineText.answer(question);
        String text = OfflineText.head(whole, room());
        Usage usage = new Usage(tokens(sent()), 0, 0, 0);
        List<StreamEvent> events = new ArrayList<>();
        events.add(new StreamEvent.Started("", OfflineClaude.MODEL, usage));
        if (question.asksFor("think")) {
            words(OfflineText.thought(question))
                    .forEach(word -> events.add(new StreamEvent.ThinkingDelta(word)));
        }
        words(text).forEach(word -> events.add(new StreamEvent.TextDelta(word)));
        events.add(new StreamEvent.BlockReady(new ContentBlock.Text(text)));
        StopReason reason =
                text.length() < whole.length() ? StopReason.MAX_TOKENS : StopReason.END_TURN;
        events.add(new StreamEvent.Finished(reason, usage.withOutput(tokens(text.length())), ""));
        return List.copyOf(events);
    }

    private int room() {
        double characters =
                Math.min(request.maxTokens(), facts.maxOutputTokens()) * facts.charactersPerToken();
        return Math.max(1, (int) characters);
    }

    private int sent() {
        return request.system().length()
                + request.messages().stream()
                        .mapToInt(message -> OfflineQuestion.text(message).length())
                        .sum();
    }

    private long tokens(int characters) {
        return (long) Math.ceil(characters / facts.charactersPerToken());
    }

    private static List<String> words(String text) {
        return WORD.matcher(text).results().map(MatchResult::group).toList();
    }
}
