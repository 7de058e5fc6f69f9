package parley.command;

import parley.chat.Author;
import parley.chat.ThreadId;
import parley.prompt.Persona;

/** Asks the model one question as a persona, of which nothing is kept. Safe for many threads. */
@FunctionalInterface
public interface TryOut {
    /**
     * Blocks until the answer is whole, for minutes perhaps; does not throw for a fault of the
     * model.
     *
     * @param place fills the persona's variables
     */
    Tried ask(Persona persona, ThreadId place, Author author, String question);

    /** What came of it. */
    sealed interface Tried {
        /**
         * The model answered.
         *
         * @param model that answered, as its server names it
         * @param cost such as {@code $0.0123}; empty where no price is known
         * @param note what there is to say of the answer, such as that it was cut short; empty for
         *     nothing
         */
        record Answered(
                String text, String model, long tokensIn, long tokensOut, String cost, String note)
                implements Tried {}

        /**
         * @param sentence why there is no answer, and what to do
         */
        record Failed(String sentence) implements Tried {}
    }
}
