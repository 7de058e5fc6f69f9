package parley.command;

import java.util.function.BiFunction;
import parley.chat.Chosen;
import parley.chat.CommandReply;

/** One of the buttons under a request. */
record DecisionHandler(String kind, BiFunction<Chosen, String, CommandReply> decide)
        implements ChoiceHandler {
    @Override
    public CommandReply choose(Chosen chosen, String rest) {
        return decide.apply(chosen, rest);
    }
}
