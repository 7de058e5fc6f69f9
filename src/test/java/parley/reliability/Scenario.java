package parley.reliability;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** What people do in one run, until they have what they asked for. */
enum Scenario {
    /** A question with a short answer. */
    SHORT(stage -> stage.settle(stage.ask(stage.shortOne()))),
    /** A question whose answer fills several messages. */
    LONG(stage -> stage.settle(stage.ask(stage.longOne()))),
    /** Another question in the thread of the first. */
    FOLLOW_UP(stage -> {
        String first = stage.settle(stage.ask(stage.shortOne()));
        stage.settle(stage.follow(stage.shortOne(), first));
    }),
    /** Questions in all channels at once, and two in one of them. */
    AT_ONCE(stage -> {
        List<String> asked = new ArrayList<>();
        for (int n = 0; n <= stage.channels(); n++) {
            asked.add(stage.ask(stage.shortOne()));
        }
        asked.forEach(stage::settle);
    }),
    /** An answer is stopped, and asked for again. */
    STOP(stage -> {
        String question = stage.grown(stage.ask(stage.heldOne()));
        stage.stop(question);
        stage.again(question);
    }),
    /** A whole answer is asked for again. */
    RETRY(stage -> stage.again(stage.settle(stage.ask(stage.shortOne())))),
    /** A slash command, and a question after it. */
    COMMAND(stage -> {
        stage.command();
        stage.settle(stage.ask(stage.shortOne()));
    }),
    /** The question is edited while it is being answered. */
    EDIT(stage -> {
        String question = stage.grown(stage.ask(stage.heldOne()));
        stage.edit(question, stage.shortOne());
    }),
    /** The program stops in the middle of an answer and starts again. */
    RESTART(stage -> {
        String question = stage.grown(stage.ask(stage.heldOne()));
        stage.restart();
        stage.settle(question);
        stage.settle(stage.follow(stage.shortOne(), question));
    }),
    /** The program stops as soon as the fault has struck, and starts again. */
    RESTART_AT_ONCE(stage -> {
        String question = stage.struck(stage.ask(stage.longOne()));
        stage.restart();
        stage.settle(question);
    }),
    /** What the program does to begin its work can fail too. */
    START(stage -> {
        stage.restart();
        stage.settle(stage.ask(stage.shortOne()));
    });

    private final Consumer<Stage> play;

    Scenario(Consumer<Stage> play) {
        this.play = play;
    }

    void play(Stage stage) {
        play.accept(stage);
    }
}
