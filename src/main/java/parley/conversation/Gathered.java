package parley.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import parley.claude.ContentBlock;
import parley.claude.ModelId;
import parley.claude.StreamEvent;
import parley.claude.Usage;
import parley.usage.Cost;
import parley.usage.PriceTable;

/** What has come of an answer so far, over all requests of its turn. For one thread. */
final class Gathered {
    /** For answers that were cut off before the API counted: about what its tokenizer makes. */
    private static final double CHARACTERS_PER_TOKEN = 3;

    /** One request's tokens and the model that took them. */
    private record Charge(ModelId model, Usage usage) {}

    private final StringBuilder text = new StringBuilder();
    private final StringBuilder openText = new StringBuilder();
    private final List<ContentBlock> blocks = new ArrayList<>();
    private final List<Charge> charges = new ArrayList<>();
    private Optional<Usage> current = Optional.empty();
    private Optional<ModelId> model = Optional.empty();
    private String requestId = "";
    private boolean estimated;
    private int currentCharacters;

    void started(StreamEvent.Started event) {
        current = Optional.of(event.usage());
        model = Optional.of(event.model());
        requestId = event.requestId();
        currentCharacters = 0;
    }

    void text(String delta) {
        text.append(delta);
        openText.append(delta);
        currentCharacters += delta.length();
    }

    void thought(String delta) {
        currentCharacters += delta.length();
    }

    void block(ContentBlock block) {
        blocks.add(block);
        if (block instanceof ContentBlock.Text) {
            openText.setLength(0);
        }
    }

    void finished(Usage usage) {
        charge(usage);
    }

    private void charge(Usage usage) {
        model.ifPresent(id -> charges.add(new Charge(id, usage)));
        current = Optional.empty();
    }

    /** The request ended without the API's count: what it read is known, the rest is estimated. */
    void brokeOff() {
        current.ifPresent(usage -> {
            long output = Math.round(currentCharacters / CHARACTERS_PER_TOKEN);
            charge(usage.withOutput(Math.max(usage.output(), output)));
            estimated = true;
        });
    }

    /** Forgets what was said; what it cost stays. */
    void restart() {
        text.setLength(0);
        openText.setLength(0);
        blocks.clear();
        model = Optional.empty();
    }

    /** Whether any request began: one that failed before has nothing to tell in a footer. */
    boolean begun() {
        return !charges.isEmpty();
    }

    boolean nothingSaid() {
        return text.isEmpty();
    }

    String text() {
        return text.toString();
    }

    /** The blocks that came whole, and the last text as far as it came. */
    List<ContentBlock> content() {
        List<ContentBlock> content = new ArrayList<>(blocks);
        if (!openText.isEmpty()) {
            content.add(new ContentBlock.Text(openText.toString()));
        }
        return content;
    }

    /** Tokens of all requests together. */
    Usage usage() {
        return charges.stream().map(Charge::usage).reduce(Usage.NONE, Usage::plus);
    }

    /** What all requests cost, each at its own model's price; empty when one has no known price. */
    Optional<Cost> cost(PriceTable prices) {
        long total = 0;
        for (Charge charge : charges) {
            Optional<Cost> cost = prices.cost(charge.model(), charge.usage());
            if (cost.isEmpty()) {
                return cost;
            }
            total += cost.get().microDollars();
        }
        return Optional.of(new Cost(total)).filter(cost -> !charges.isEmpty());
    }

    boolean estimated() {
        return estimated;
    }

    Optional<ModelId> model() {
        return model;
    }

    String requestId() {
        return requestId;
    }
}
