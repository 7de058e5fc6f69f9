package parley.command;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import parley.chat.Command;
import parley.chat.CommandReply;
import parley.chat.Reference;
import parley.chat.WorkspaceId;
import parley.claude.Usage;
import parley.usage.Cost;
import parley.usage.ModelReason;

/** Tells what made an answer of this channel. */
final class AboutCommand implements ChatCommand {
    static final String NAME = "about";

    private static final Pattern REFERENCE = Pattern.compile("t-[0-9a-z]{4,20}");

    private final AnswerBook answers;

    AboutCommand(AnswerBook answers) {
        this.answers = answers;
    }

    @Override
    public CommandInfo info() {
        return new CommandInfo(
                NAME,
                "[reference]",
                "Tells persona, model, tokens and cost of the newest answer here, or of that one.",
                false);
    }

    @Override
    public boolean takes(WorkspaceId workspace, List<String> arguments) {
        return arguments.isEmpty()
                || (arguments.size() == 1 && REFERENCE.matcher(arguments.getFirst()).matches());
    }

    @Override
    public CommandReply run(Command command, List<String> arguments) {
        return CommandReply.told(
                arguments.isEmpty() ? newest(command) : of(command, arguments.getFirst()));
    }

    private String newest(Command command) {
        Optional<AnswerFacts> newest =
                command.thread().isPresent()
                        ? answers.newest(command.thread().get())
                        : answers.newest(command.channel());
        return newest.map(AboutCommand::text).orElse("There is no answer of mine here yet.");
    }

    /** What was answered elsewhere is not told, nor that it was. */
    private String of(Command command, String word) {
        return Optional.of(word)
                .filter(it -> REFERENCE.matcher(it).matches())
                .map(it -> new Reference(it.toUpperCase(Locale.ROOT)))
                .flatMap(answers::find)
                .filter(answer -> answer.thread().channel().equals(command.channel()))
                .map(AboutCommand::text)
                .orElseGet(() -> unknown(word, Slash.in(command)));
    }

    private static String unknown(String word, Slash slash) {
        return "I know no answer "
                + Markdown.code(word)
                + " in this channel. "
                + slash.typed(NAME)
                + " tells of the newest one.";
    }

    private static String text(AnswerFacts answer) {
        List<String> lines = new ArrayList<>();
        String outcome =
                answer.finished().map(AnswerFacts.Finished::outcome).orElse("being written");
        lines.add(
                "**"
                        + answer.reference()
                        + "** – "
                        + outcome
                        + "; asked by "
                        + Markdown.code(answer.asker().name())
                        + " on "
                        + RuleWords.TIME.format(answer.askedAt()));
        answer.finished().ifPresent(finished -> add(finished, lines));
        return String.join("\n- ", lines);
    }

    private static void add(AnswerFacts.Finished answer, List<String> lines) {
        lines.add("persona: " + persona(answer) + " (" + Markdown.code(answer.hash()) + ")");
        boolean asked = asked(answer);
        lines.add(asked ? "model: " + model(answer) : "no model was asked");
        answer.stopReason()
                .ifPresent(reason -> lines.add("the model ended with: " + Markdown.code(reason)));
        if (asked) {
            lines.add("tokens: " + tokens(answer.usage(), answer.estimated()));
            lines.add("cost: " + answer.cost().map(Cost::display).orElse("the price is not known"));
            Duration took = Duration.between(answer.startedAt(), answer.finishedAt());
            lines.add(String.format(Locale.ROOT, "took: %.1f s", took.toMillis() / 1000.0));
        }
        if (!answer.requestId().isEmpty()) {
            lines.add("request: " + Markdown.code(answer.requestId()));
        }
    }

    /** Models on one's own machine give no ids to requests. */
    private static boolean asked(AnswerFacts.Finished answer) {
        return !answer.requestId().isEmpty()
                || answer.stopReason().isPresent()
                || answer.usage().output() > 0;
    }

    /** The persona with its version, where that is known. */
    static String persona(AnswerFacts.Finished answer) {
        String version = answer.version() == 0 ? "" : ", version " + answer.version();
        return "**" + answer.persona() + "**" + version;
    }

    /** The model, and why it was that one where nobody would expect it. */
    static String model(AnswerFacts.Finished answer) {
        String why =
                switch (answer.why().orElse(ModelReason.PERSONA)) {
                    case PERSONA -> "";
                    case DEFAULT -> ", which answers where the persona names none";
                    case FALLBACK -> ", the persona's fallback, because the one before it failed";
                    case CEILING -> ", because the rule `model` allows none that costs more";
                };
        return Markdown.code(answer.model().value()) + why;
    }

    private static String tokens(Usage usage, boolean estimated) {
        return String.format(
                Locale.ROOT,
                "%,d in (%,d read from the cache, %,d written to it), %s%,d out",
                usage.prompt(),
                usage.cacheRead(),
                usage.cacheWrite(),
                estimated ? "about " : "",
                usage.output());
    }
}
