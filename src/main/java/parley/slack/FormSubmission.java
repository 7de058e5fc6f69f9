package parley.slack;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.slack.api.app_backend.views.payload.ViewSubmissionPayload;
import com.slack.api.bolt.context.builtin.ViewSubmissionContext;
import com.slack.api.bolt.request.builtin.ViewSubmissionRequest;
import com.slack.api.bolt.response.Response;
import com.slack.api.model.view.View;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.adapter.Errands;
import parley.adapter.Excerpt;
import parley.chat.Commands;
import parley.chat.EventId;
import parley.chat.FormReply;
import parley.chat.Submission;
import parley.chat.UserId;
import parley.chat.WorkspaceId;

/**
 * Filled-in windows. Slack is acknowledged when the form is taken, for where it is not the window
 * stays open and says why; further words come in private. A window that was taken is not taken
 * again, whatever Slack sends. Safe for use by many threads.
 *
 * @see <a href="https://docs.slack.dev/surfaces/modals">Modals</a>
 */
final class FormSubmission {
    private static final Logger LOG = LoggerFactory.getLogger(FormSubmission.class);
    private static final int MOST_REMEMBERED = 10_000;

    /** What fits under an input. */
    private static final int LONGEST_ERROR = 150;

    private static final String NOT_YOURS =
            "Only who opened this window may send it. Use the command yourself.";
    private static final String BUSY =
            "I am still working on what you sent. Look in a moment whether it was taken.";
    private static final String FAILED =
            "Something went wrong on my side, and it may not have taken effect. Try again in a minute.";

    private final WorkspaceId workspace;
    private final People people;
    private final Commands commands;
    private final PrivateReply replies;
    private final Errands errands;
    private final Set<String> underWay = ConcurrentHashMap.newKeySet();
    private final Cache<String, Boolean> taken =
            Caffeine.newBuilder().maximumSize(MOST_REMEMBERED).build();

    FormSubmission(
            WorkspaceId workspace,
            People people,
            Commands commands,
            PrivateReply replies,
            Errands errands) {
        this.workspace = workspace;
        this.people = people;
        this.commands = commands;
        this.replies = replies;
        this.errands = errands;
    }

    Response handle(ViewSubmissionRequest request, ViewSubmissionContext context) {
        View view = request.getPayload().getView();
        Map<String, String> errors = errors(request.getPayload(), view);
        return errors.isEmpty() ? context.ack() : context.ackWithErrors(errors);
    }

    /** By input; none when the window may close. */
    private Map<String, String> errors(ViewSubmissionPayload submitted, View view) {
        Optional<FilledForm> filled = FilledForm.read(view);
        if (filled.isEmpty()) {
            return everywhere(view, FAILED);
        }
        UserId person = new UserId(submitted.getUser().getId());
        if (!filled.get().origin().author().equals(person.value())) {
            LOG.warn("{} sent the window of somebody else", person);
            return everywhere(view, NOT_YOURS);
        }
        if (taken.getIfPresent(view.getId()) != null) {
            return Map.of();
        }
        if (!underWay.add(view.getId())) {
            return everywhere(view, BUSY);
        }
        try {
            return take(submission(submitted, filled.get(), person), view, filled.get());
        } catch (RuntimeException e) {
            LOG.error("A form could not be taken", e);
            return everywhere(view, FAILED);
        } finally {
            underWay.remove(view.getId());
        }
    }

    private Submission submission(
            ViewSubmissionPayload submitted, FilledForm filled, UserId person) {
        FormOrigin origin = filled.origin();
        var standing = people.standing(person);
        return new Submission(
                event(submitted),
                origin.channelIn(workspace),
                origin.threadIn(workspace),
                people.author(person),
                standing,
                origin.form(),
                filled.values());
    }

    /** The same when Slack tells of the submission again. */
    private static EventId event(ViewSubmissionPayload submitted) {
        String trigger = Optional.ofNullable(submitted.getTriggerId()).orElse("");
        return new EventId("form." + submitted.getView().getId() + "." + trigger);
    }

    private Map<String, String> take(Submission submission, View view, FilledForm filled) {
        return switch (commands.submit(submission)) {
            case FormReply.Done(String text) -> {
                taken.put(view.getId(), true);
                tell(submission, filled, text);
                yield Map.of();
            }
            case FormReply.Refused(Map<String, String> faults, String text) -> {
                Map<String, String> errors = errors(faults, text, view, filled);
                if (!errors.containsValue(text.strip())) {
                    tell(submission, filled, text);
                }
                yield errors;
            }
        };
    }

    private static Map<String, String> errors(
            Map<String, String> faults, String text, View view, FilledForm filled) {
        Map<String, String> errors = new LinkedHashMap<>();
        faults.forEach((key, fault) ->
                filled.input(key, fault)
                        .or(() -> FilledForm.firstInput(view))
                        .ifPresent(input -> errors.put(input, Excerpt.of(fault, LONGEST_ERROR))));
        return errors.isEmpty() ? everywhere(view, text) : errors;
    }

    /** Slack shows errors under inputs only. */
    private static Map<String, String> everywhere(View view, String words) {
        return FilledForm.firstInput(view)
                .map(input -> Map.of(input, Excerpt.of(words.strip(), LONGEST_ERROR)))
                .orElse(Map.of());
    }

    private void tell(Submission submission, FilledForm filled, String text) {
        var listener =
                new Whisper.Listener(
                        submission.channel(), filled.origin().threadTs(), submission.author().id());
        if (!text.isBlank()) {
            errands.run("form answer", () -> replies.tell(listener, text));
        }
    }
}
