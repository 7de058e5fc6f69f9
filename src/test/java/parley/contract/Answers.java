package parley.contract;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import parley.chat.Reference;
import parley.claude.ContentBlock;
import parley.claude.ModelId;
import parley.claude.StopReason;
import parley.claude.Usage;
import parley.conversation.CompletedTurn;
import parley.conversation.Outcome;
import parley.prompt.PersonaId;
import parley.usage.Cost;
import parley.usage.ModelReason;

/** Answers as tests need them. */
public final class Answers {
    private Answers() {}

    public static CompletedTurn complete(Reference turn, String text) {
        return complete(turn, text, List.of(new ContentBlock.Text(text)));
    }

    public static CompletedTurn complete(Reference turn, String text, List<ContentBlock> content) {
        return new CompletedTurn(
                turn,
                Outcome.ANSWERED,
                new PersonaId("default"),
                3,
                "hash",
                new ModelId("claude-sonnet-5-5"),
                ModelReason.CEILING,
                text,
                content,
                "prefix",
                Optional.of(StopReason.END_TURN),
                "",
                "req_1",
                new Usage(10, 20, 30, 40),
                false,
                Optional.of(new Cost(1_234)),
                Optional.empty(),
                Optional.empty(),
                Optional.of("default · claude"),
                Events.NOON.plusSeconds(1),
                Events.NOON.plusSeconds(2));
    }

    /** One that could not be finished, with everything optional the other way round. */
    public static CompletedTurn broken(Reference turn, String text) {
        return new CompletedTurn(
                turn,
                Outcome.FAILED,
                new PersonaId("engineer"),
                0,
                "hash2",
                new ModelId("local"),
                ModelReason.DEFAULT,
                text,
                List.of(),
                "",
                Optional.empty(),
                "the stream ended early",
                "",
                Usage.NONE,
                true,
                Optional.empty(),
                Optional.of("Something broke: try again."),
                Optional.empty(),
                Optional.empty(),
                Events.NOON,
                Events.NOON);
    }

    /** One that brought not a word, at that time. */
    public static CompletedTurn missed(Reference turn, String told, Instant at) {
        return new CompletedTurn(
                turn,
                Outcome.FAILED,
                new PersonaId("engineer"),
                0,
                "hash2",
                new ModelId("local"),
                ModelReason.DEFAULT,
                "",
                List.of(),
                "",
                Optional.empty(),
                "refused",
                "",
                new Usage(1, 2, 3, 4),
                false,
                Optional.empty(),
                Optional.of("Something broke: try again."),
                Optional.of(told),
                Optional.empty(),
                Events.NOON,
                at);
    }
}
