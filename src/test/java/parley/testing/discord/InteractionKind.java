package parley.testing.discord;

import java.util.Set;

/**
 * What somebody did that the bot answers, by Discord's numbers, with the answers it takes.
 *
 * @see <a
 *     href="https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-response-object-interaction-callback-type">Callback
 *     types</a>
 */
enum InteractionKind {
    COMMAND(2, Set.of(Callback.MESSAGE, Callback.DEFERRED_MESSAGE, Callback.MODAL)),
    COMPONENT(
            3,
            Set.of(
                    Callback.MESSAGE,
                    Callback.DEFERRED_MESSAGE,
                    Callback.DEFERRED_UPDATE,
                    Callback.UPDATE,
                    Callback.MODAL)),
    AUTOCOMPLETE(4, Set.of(Callback.CHOICES)),
    MODAL(
            5,
            Set.of(
                    Callback.MESSAGE,
                    Callback.DEFERRED_MESSAGE,
                    Callback.DEFERRED_UPDATE,
                    Callback.UPDATE));

    private final int type;
    private final Set<Callback> answers;

    InteractionKind(int type, Set<Callback> answers) {
        this.type = type;
        this.answers = answers;
    }

    int type() {
        return type;
    }

    boolean takes(Callback answer) {
        return answers.contains(answer);
    }
}
