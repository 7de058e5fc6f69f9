package parley.discord;

import java.util.Map;
import java.util.Optional;
import net.dv8tion.jda.api.events.interaction.ModalInteractionEvent;
import parley.adapter.Errands;
import parley.chat.Commands;
import parley.chat.EventId;
import parley.chat.FormReply;
import parley.chat.Submission;

/**
 * Filled-in forms, in the name of whoever submits them. Discord closes the window with the first
 * answer, so that whoever's text is not taken gets it back. Safe for use by many threads.
 */
final class FormSubmission {
    private final Commands commands;
    private final Standings standings;
    private final Errands errands;

    /**
     * @param errands for what may take long
     */
    FormSubmission(Commands commands, Standings standings, Errands errands) {
        this.commands = commands;
        this.standings = standings;
        this.errands = errands;
    }

    void handle(ModalInteractionEvent submitted, FormWindow window) {
        Submission submission = submission(submitted, window.form());
        Whisper.promise(submitted)
                .ifPresent(promise ->
                        errands.run(
                                "form",
                                () ->
                                        Whisper.fulfil(
                                                promise, () -> Optional.of(answer(submission)))));
    }

    private PrivateReply answer(Submission submission) {
        return switch (commands.submit(submission)) {
            case FormReply.Done(String text) -> PrivateReply.of(text);
            case FormReply.Refused(Map<String, String> _, String text) ->
                    GivenBack.under(text, submission.values());
        };
    }

    private Submission submission(ModalInteractionEvent submitted, String form) {
        Scene scene = Scene.of(submitted);
        Visitor visitor = Visitor.of(submitted, standings);
        return new Submission(
                new EventId("form." + submitted.getId()),
                scene.channelId(),
                scene.thread(),
                visitor.author(),
                visitor.standing(),
                form,
                FormInputs.values(submitted.getValues()));
    }
}
