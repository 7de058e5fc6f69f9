package parley;

import parley.chat.Author;
import parley.chat.ThreadId;
import parley.command.TryOut;
import parley.conversation.Trial;
import parley.prompt.Persona;
import parley.usage.Cost;

/** Lets commands ask the model. */
record ModelTryOut(Trial trial) implements TryOut {
    @Override
    public Tried ask(Persona persona, ThreadId place, Author author, String question) {
        return switch (trial.ask(persona, place, author, question)) {
            case Trial.Result.Failed(String sentence) -> new Tried.Failed(sentence);
            case Trial.Result.Answered answered ->
                    new Tried.Answered(
                            answered.text(),
                            answered.model().value(),
                            answered.usage().prompt(),
                            answered.usage().output(),
                            answered.cost().map(Cost::display).orElse(""),
                            answered.note().orElse(""));
        };
    }
}
