package parley.claude;

import com.anthropic.core.JsonValue;
import com.anthropic.models.messages.CacheControlEphemeral;
import com.anthropic.models.messages.ContentBlockParam;
import com.anthropic.models.messages.MessageCreateParams;
import com.anthropic.models.messages.MessageParam;
import com.anthropic.models.messages.OutputConfig;
import com.anthropic.models.messages.TextBlockParam;
import java.util.ArrayList;
import java.util.List;

/**
 * Our request in the library's types. Pure: equal beginnings give equal bytes, but for the cache
 * breakpoints, of which there are two: the system prompt and the newest message.
 */
final class RequestMapper {
    private static final CacheControlEphemeral EPHEMERAL = CacheControlEphemeral.builder().build();

    private RequestMapper() {}

    static MessageCreateParams map(ClaudeRequest request, ModelFacts facts) {
        var builder =
                MessageCreateParams.builder()
                        .model(request.model().value())
                        .maxTokens(Math.clamp(request.maxTokens(), 1, facts.maxOutputTokens()))
                        .messages(messages(request.messages()));
        if (!request.system().isBlank()) {
            builder.systemOfTextBlockParams(List.of(system(request.system())));
        }
        if (!request.stopSequences().isEmpty()) {
            builder.stopSequences(request.stopSequences());
        }
        request.effort()
                .filter(facts.efforts()::contains)
                .ifPresent(effort -> builder.outputConfig(outputConfig(effort)));
        if (facts.sampling()) {
            // The library's builders no longer know sampling; local servers and older models do.
            request.temperature()
                    .ifPresent(value ->
                            builder.putAdditionalBodyProperty(
                                    "temperature", JsonValue.from(value)));
        }
        return builder.build();
    }

    private static TextBlockParam system(String text) {
        return TextBlockParam.builder().text(text).cacheControl(EPHEMERAL).build();
    }

    private static OutputConfig outputConfig(Effort effort) {
        return OutputConfig.builder().effort(OutputConfig.Effort.of(effort.wire())).build();
    }

    /** The API refuses blank text and messages without content, so both stay behind. */
    private static List<MessageParam> messages(List<ClaudeMessage> messages) {
        List<ClaudeMessage> sendable =
                messages.stream()
                        .map(message -> new ClaudeMessage(message.role(), sendable(message)))
                        .filter(message -> !message.content().isEmpty())
                        .toList();
        List<MessageParam> params = new ArrayList<>(sendable.size());
        for (int i = 0; i < sendable.size(); i++) {
            params.add(message(sendable.get(i), i == sendable.size() - 1));
        }
        return params;
    }

    private static List<ContentBlock> sendable(ClaudeMessage message) {
        return message.content().stream().filter(block -> !isBlank(block)).toList();
    }

    private static boolean isBlank(ContentBlock block) {
        return block instanceof ContentBlock.Text(String text) && text.isBlank();
    }

    private static MessageParam message(ClaudeMessage message, boolean newest) {
        int breakpoint = newest ? lastCacheable(message.content()) : -1;
        List<ContentBlockParam> blocks = new ArrayList<>();
        for (int i = 0; i < message.content().size(); i++) {
            blocks.add(BlockMapper.map(message.content().get(i), i == breakpoint));
        }
        return switch (message.role()) {
            case USER -> MessageParam.ofUserOfContentBlockParams(blocks);
            case ASSISTANT -> MessageParam.ofAssistantOfContentBlockParams(blocks);
        };
    }

    /** Thinking cannot carry a breakpoint. */
    private static int lastCacheable(List<ContentBlock> content) {
        for (int i = content.size() - 1; i >= 0; i--) {
            if (!content.get(i).isThinking()) {
                return i;
            }
        }
        return -1;
    }
}
