package parley.command;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.OptionalInt;
import java.util.function.Function;
import parley.chat.Command;
import parley.chat.Reference;
import parley.chat.ThreadId;
import parley.rule.ChannelRules;
import parley.rule.Fate;
import parley.rule.LimitReached;
import parley.rule.Rule;
import parley.rule.Rules;

/** Says what became of a message, which rule is behind it and what to do. */
final class FateWords {
    static final String NOTHING =
            "I have seen no message here since I was started. I look at those that mention me, and"
                    + " at those in threads in which I take part. Mention me to ask.";

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm 'UTC'").withZone(ZoneOffset.UTC);

    private final Rules rules;
    private final AnswerBook answers;
    private final Function<ThreadId, OptionalInt> places;
    private final InstantSource clock;

    /**
     * @param places where threads stand in the queue
     */
    FateWords(
            Rules rules,
            AnswerBook answers,
            Function<ThreadId, OptionalInt> places,
            InstantSource clock) {
        this.rules = rules;
        this.answers = answers;
        this.places = places;
        this.clock = clock;
    }

    String of(Fate fate, Command command) {
        return "**"
                + (fate.pressed() ? "The press of " : "The message of ")
                + Markdown.code(fate.author().name())
                + " at "
                + TIME.format(fate.at())
                + "** "
                + verdict(fate, command);
    }

    private String verdict(Fate fate, Command command) {
        Slash slash = Slash.in(command);
        ChannelRules here = rules.of(fate.thread().channel());
        return switch (fate.verdict()) {
            case Fate.Answered(Reference turn) -> answered(turn, slash);
            case Fate.Answering(Reference turn) -> "is being answered now (" + turn + ").";
            case Fate.Queued _ -> queued(fate.thread());
            case Fate.Waiting(LimitReached limit) -> waits(limit);
            case Fate.Limited(Reference turn, LimitReached limit) -> limited(turn, limit);
            case Fate.Refused(Reference turn, String sentence) ->
                    "was not answered (" + turn + "). " + sentence;
            case Fate.Silenced _ ->
                    "was not answered: people from outside are not answered here. "
                            + rule(Rule.OUTSIDERS, here);
            case Fate.Overloaded _ ->
                    "was not taken: too many questions were waiting. Ask again in a minute.";
            case Fate.Ignored(Fate.Why why) -> "was passed over: " + passedOver(why, here, slash);
            case Fate.Noted(Fate.Why why) ->
                    "was only noted for later: " + passedOver(why, here, slash);
        };
    }

    private String answered(Reference turn, Slash slash) {
        return answers.find(turn)
                .flatMap(AnswerFacts::finished)
                .map(answer ->
                        "was taken by "
                                + AboutCommand.persona(answer)
                                + " with "
                                + AboutCommand.model(answer)
                                + ", and is "
                                + answer.outcome()
                                + ". "
                                + slash.typed(AboutCommand.NAME + " " + turn)
                                + " tells more.")
                .orElse("was answered (" + turn + ").");
    }

    private String queued(ThreadId thread) {
        OptionalInt place = places.apply(thread);
        return place.isPresent()
                ? "waits for its turn, as number " + place.getAsInt() + " in the queue."
                : "is about to be answered.";
    }

    private String waits(LimitReached limit) {
        Instant now = clock.instant();
        return "waits, and is answered "
                + (limit.isOver(now) ? "now" : "at " + limit.time() + ", " + limit.in(now))
                + ". "
                + limit.sentence(now);
    }

    private String limited(Reference turn, LimitReached limit) {
        Instant now = clock.instant();
        return limit.isOver(now)
                ? "was not answered ("
                        + turn
                        + "), because the answers of that hour were used up. That is over: press"
                        + " *Retry* under it, or ask again."
                : "was not answered (" + turn + "). " + limit.sentence(now);
    }

    private static String passedOver(Fate.Why why, ChannelRules here, Slash slash) {
        return switch (why) {
            case OFF ->
                    "answers are off in this channel. "
                            + rule(Rule.ANSWERS, here)
                            + " Admins switch them on with "
                            + slash.typed(ChannelCommand.NAME + " on")
                            + ".";
            case NO_PART -> "I take no part in that thread. Mention me there to ask.";
            case NOT_MENTIONED ->
                    "each question has to mention me here. "
                            + rule(Rule.FOLLOW_UP, here)
                            + " Mention me to ask.";
            case SEVERAL ->
                    "several people talk in the thread, so whoever wants an answer mentions me. "
                            + rule(Rule.FOLLOW_UP, here)
                            + " Mention me to ask.";
        };
    }

    /** The rule as it is now. */
    private static String rule(Rule rule, ChannelRules here) {
        return "The rule is " + RuleWords.line(rule, here) + ".";
    }

    /** Of an answer that an earlier run of the program gave, or began. */
    String ofBefore(AnswerFacts answer) {
        String start =
                "I have seen no message here since I was started. The newest answer is "
                        + answer.reference();
        return answer.finished()
                .map(finished ->
                        start
                                + ", "
                                + finished.outcome()
                                + " by "
                                + AboutCommand.persona(finished)
                                + " on "
                                + RuleWords.TIME.format(finished.finishedAt())
                                + "."
                                + finished.note()
                                        .map(note -> " Under it I said: " + note)
                                        .orElse(""))
                .orElse(start + ", which is being written.");
    }
}
