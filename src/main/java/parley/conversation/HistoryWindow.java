package parley.conversation;

import java.util.ArrayList;
import java.util.List;
import parley.claude.ContentBlock;

/**
 * Which turns fit the model. The first question stays unless it takes half of the room by itself;
 * after it the oldest whole exchanges (the messages up to and with an answer) leave first. They
 * leave in steps of a quarter of the budget, so that the beginning of the request, and with it the
 * prompt cache, stays the same for many turns.
 *
 * @param turns what fits, in order
 * @param omitted how many turns were left out
 * @param begun whether the first question is among those that fit
 */
record HistoryWindow(List<Turn> turns, int omitted, boolean begun) {
    /**
     * The most that an image is counted as, whatever its size:
     * https://platform.claude.com/docs/en/build-with-claude/vision.
     */
    private static final double TOKENS_PER_IMAGE = 1600;

    /** A page is counted as its text and as an image of it; see Anthropic's PDF guide. */
    private static final double TOKENS_PER_PAGE = 3000;

    /** Between a page of text (some 20 kB) and a scanned one (some 100 kB and more). */
    private static final double BYTES_PER_PAGE = 50_000;

    /** The API takes no more of one document. */
    private static final double MOST_PAGES = 100;

    private static final double BASE64 = 4.0 / 3;

    private static final double TOKENS_PER_MESSAGE = 20;

    HistoryWindow {
        turns = List.copyOf(turns);
    }

    /**
     * @param budget tokens that the turns may take together; what is newest stays even beyond it
     */
    static HistoryWindow fit(List<Turn> all, double budget, double charactersPerToken) {
        double[] costs = all.stream().mapToDouble(turn -> cost(turn, charactersPerToken)).toArray();
        double total = 0;
        for (double cost : costs) {
            total += cost;
        }
        if (total <= budget || all.size() < 2) {
            return new HistoryWindow(all, 0, true);
        }
        double step = budget / 4;
        double toDrop = Math.ceil((total - budget) / step) * step;
        return costs[0] > budget / 2
                ? withoutFirst(all, firstKept(all, costs, toDrop - costs[0]))
                : withFirst(all, firstKept(all, costs, toDrop));
    }

    private static HistoryWindow withoutFirst(List<Turn> all, int from) {
        return new HistoryWindow(all.subList(from, all.size()), from, false);
    }

    private static HistoryWindow withFirst(List<Turn> all, int from) {
        List<Turn> kept = new ArrayList<>(all.subList(from, all.size()));
        kept.addFirst(all.getFirst());
        return new HistoryWindow(kept, from - 1, true);
    }

    /**
     * Drops turns after the first until enough is gone, then the rest of the exchange; the last
     * turn stays. Where no answer ends the exchange, people's own messages are dropped one by one.
     */
    private static int firstKept(List<Turn> all, double[] costs, double toDrop) {
        int enough = 1;
        for (double dropped = 0; enough < all.size() - 1 && dropped < toDrop; enough++) {
            dropped += costs[enough];
        }
        for (int i = enough; i < all.size(); i++) {
            if (all.get(i - 1) instanceof Turn.AssistantTurn) {
                return i;
            }
        }
        return enough;
    }

    private static double cost(Turn turn, double charactersPerToken) {
        return TOKENS_PER_MESSAGE
                + turn.content().stream()
                        .mapToDouble(block -> cost(block, charactersPerToken))
                        .sum();
    }

    private static double cost(ContentBlock block, double charactersPerToken) {
        return switch (block) {
            case ContentBlock.Text text -> text.text().length() / charactersPerToken;
            case ContentBlock.Image image -> TOKENS_PER_IMAGE;
            case ContentBlock.Document document -> cost(document, charactersPerToken);
            case ContentBlock.Thinking thinking ->
                    thinking.thinking().length() / charactersPerToken;
            case ContentBlock.RedactedThinking redacted ->
                    redacted.data().length() / charactersPerToken;
            case ContentBlock.ToolUse use -> use.input().length() / charactersPerToken;
            case ContentBlock.ToolResult result ->
                    result.content().stream()
                            .mapToDouble(part -> cost(part, charactersPerToken))
                            .sum();
        };
    }

    private static double cost(ContentBlock.Document document, double charactersPerToken) {
        double bytes = document.data().length() / BASE64;
        double pages = Math.clamp(Math.ceil(bytes / BYTES_PER_PAGE), 1, MOST_PAGES);
        return document.mediaType().equals(FileKind.PDF.mediaType())
                ? pages * TOKENS_PER_PAGE
                : bytes / charactersPerToken;
    }
}
