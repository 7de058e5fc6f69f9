package parley.claude;

import com.anthropic.core.JsonValue;
import com.anthropic.models.messages.Base64ImageSource;
import com.anthropic.models.messages.Base64PdfSource;
import com.anthropic.models.messages.CacheControlEphemeral;
import com.anthropic.models.messages.ContentBlockParam;
import com.anthropic.models.messages.DocumentBlockParam;
import com.anthropic.models.messages.ImageBlockParam;
import com.anthropic.models.messages.TextBlockParam;
import com.anthropic.models.messages.ThinkingBlockParam;
import com.anthropic.models.messages.ToolResultBlockParam;
import com.anthropic.models.messages.ToolUseBlockParam;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Our content blocks in the library's types; pure. */
final class BlockMapper {
    private static final CacheControlEphemeral EPHEMERAL = CacheControlEphemeral.builder().build();
    private static final String PDF = "application/pdf";

    private BlockMapper() {}

    /**
     * @param breakpoint whether the prompt is cached up to and with this block; thinking ignores it
     */
    static ContentBlockParam map(ContentBlock block, boolean breakpoint) {
        Optional<CacheControlEphemeral> cache =
                breakpoint ? Optional.of(EPHEMERAL) : Optional.empty();
        return switch (block) {
            case ContentBlock.Text text -> ContentBlockParam.ofText(text(text, cache));
            case ContentBlock.Image image -> ContentBlockParam.ofImage(image(image, cache));
            case ContentBlock.Document document ->
                    ContentBlockParam.ofDocument(document(document, cache));
            case ContentBlock.Thinking thinking -> ContentBlockParam.ofThinking(thinking(thinking));
            case ContentBlock.RedactedThinking redacted ->
                    ContentBlockParam.ofRedactedThinking(redacted.data());
            case ContentBlock.ToolUse use -> ContentBlockParam.ofToolUse(toolUse(use, cache));
            case ContentBlock.ToolResult result ->
                    ContentBlockParam.ofToolResult(toolResult(result, cache));
        };
    }

    private static TextBlockParam text(
            ContentBlock.Text block, Optional<CacheControlEphemeral> cache) {
        var builder = TextBlockParam.builder().text(block.text());
        cache.ifPresent(builder::cacheControl);
        return builder.build();
    }

    private static ImageBlockParam image(
            ContentBlock.Image block, Optional<CacheControlEphemeral> cache) {
        var builder =
                ImageBlockParam.builder()
                        .source(
                                Base64ImageSource.builder()
                                        .mediaType(
                                                Base64ImageSource.MediaType.of(block.mediaType()))
                                        .data(block.data())
                                        .build());
        cache.ifPresent(builder::cacheControl);
        return builder.build();
    }

    /** A PDF goes as it is; every other document is text, which the API takes as such. */
    private static DocumentBlockParam document(
            ContentBlock.Document block, Optional<CacheControlEphemeral> cache) {
        var builder = DocumentBlockParam.builder();
        if (block.mediaType().equals(PDF)) {
            builder.source(Base64PdfSource.builder().data(block.data()).build());
        } else {
            byte[] bytes = Base64.getDecoder().decode(block.data());
            builder.textSource(new String(bytes, StandardCharsets.UTF_8));
        }
        if (!block.title().isBlank()) {
            builder.title(block.title());
        }
        cache.ifPresent(builder::cacheControl);
        return builder.build();
    }

    private static ThinkingBlockParam thinking(ContentBlock.Thinking block) {
        return ThinkingBlockParam.builder()
                .thinking(block.thinking())
                .signature(block.signature())
                .build();
    }

    private static ToolUseBlockParam toolUse(
            ContentBlock.ToolUse block, Optional<CacheControlEphemeral> cache) {
        Map<String, JsonValue> input = new LinkedHashMap<>();
        ToolInput.fields(block.input())
                .forEach((name, value) -> input.put(name, JsonValue.fromJsonNode(value)));
        var builder =
                ToolUseBlockParam.builder()
                        .id(block.id())
                        .name(block.name())
                        .input(
                                ToolUseBlockParam.Input.builder()
                                        .additionalProperties(input)
                                        .build());
        cache.ifPresent(builder::cacheControl);
        return builder.build();
    }

    private static ToolResultBlockParam toolResult(
            ContentBlock.ToolResult block, Optional<CacheControlEphemeral> cache) {
        var builder =
                ToolResultBlockParam.builder()
                        .toolUseId(block.toolUseId())
                        .contentOfBlocks(resultContent(block.content()));
        if (block.error()) {
            builder.isError(true);
        }
        cache.ifPresent(builder::cacheControl);
        return builder.build();
    }

    private static List<ToolResultBlockParam.Content.Block> resultContent(
            List<ContentBlock> content) {
        return content.stream().map(BlockMapper::resultBlock).toList();
    }

    private static ToolResultBlockParam.Content.Block resultBlock(ContentBlock block) {
        return switch (block) {
            case ContentBlock.Text text ->
                    ToolResultBlockParam.Content.Block.ofText(text(text, Optional.empty()));
            case ContentBlock.Image image ->
                    ToolResultBlockParam.Content.Block.ofImage(image(image, Optional.empty()));
            case ContentBlock.Document document ->
                    ToolResultBlockParam.Content.Block.ofDocument(
                            document(document, Optional.empty()));
            case ContentBlock.Thinking _,
                    ContentBlock.RedactedThinking _,
                    ContentBlock.ToolUse _,
                    ContentBlock.ToolResult _ ->
                    throw new IllegalArgumentException(
                            "a tool result holds text, images and documents only");
        };
    }
}
