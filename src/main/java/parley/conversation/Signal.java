package parley.conversation;

/** Why an answer under way is to end before the model is done. */
sealed interface Signal {
    /** A person pressed Stop: keep what is there. */
    record Stop(String by) implements Signal {}

    /** A message that it answers was edited or deleted: ask again from the start. */
    record Restart() implements Signal {}

    /** The program is stopping: leave everything for its next start. */
    record Park() implements Signal {}
}
