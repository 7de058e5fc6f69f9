package parley.slack;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.slack.api.app_backend.views.payload.ViewSubmissionPayload;
import com.slack.api.bolt.context.builtin.ViewSubmissionContext;
import com.slack.api.bolt.request.builtin.ViewSubmissionRequest;
import com.slack.api.bolt.response.Response;
import com.slack.api.model.view.View;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.adapter.Errands;
import parley.chat.Commands;
import parley.chat.EventId;
import parley.chat.FormReply;
import parley.chat.Standing;
import parley.chat.Submission;
import parley.chat.UserId;
import parley.chat.WorkspaceId;

/**
 * Filled-in windows. Slack is acknowledged when the form is taken, for where it is not the window
 * stays open and says why; where that takes too long, the window stays open as well and the rest is
 * said in private, so that nothing that was typed is lost. It counts as its sender's, whoever had
 * it opened. A window that was taken is not taken again. Safe for use by many threads.
 *
 * @see <a href="https://docs.slack.dev/surfaces/modals">Modals</a>
 */
final class FormSubmission {
    private static final Logger LOG = LoggerFactory.getLogger(FormSubmission.class);
    private static final int MOST_REMEMBERED = 10_000;

    /**
     * Slack waits three seconds (docs.slack.dev/interactivity/handling-user-interaction), the way
     * there and back included.
     */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final String BUSY =
            "I am still working on it, and tell you in a message what became of it. Until then,"
                    + " leave this window open.";
    private static final String TAKEN =
            "This window was taken already, without your last changes. Copy them and open it anew.";
    private static final String FAILED =
            "Something went wrong on my side, and it may not have taken effect. Try again in a minute.";

    private final WorkspaceId workspace;
    private final People people;
    private final Commands commands;
    private final PrivateReply replies;
    private final Errands errands;
    private final Set<String> underWay = ConcurrentHashMap.newKeySet();
    private final Cache<String, EventId> taken =
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
        ViewSubmissionPayload submitted = request.getPayload();
        Map<String, String> errors =
                FilledForm.read(submitted.getView())
                        .map(filled -> errors(submitted, filled))
                        .orElseGet(() -> FilledForm.everywhere(submitted.getView(), FAILED));
        return errors.isEmpty() ? context.ack() : context.ackWithErrors(errors);
    }

    /** By input; none when the window may close. */
    private Map<String, String> errors(ViewSubmissionPayload submitted, FilledForm filled) {
        View view = submitted.getView();
        UserId person = new UserId(submitted.getUser().getId());
        EventId event = event(submitted);
        Optional<EventId> before = Optional.ofNullable(taken.getIfPresent(view.getId()));
        if (before.isPresent()) {
            return before.get().equals(event) ? Map.of() : FilledForm.everywhere(view, TAKEN);
        }
        return underWay.add(view.getId())
                ? await(view, filled, person, begin(view.getId(), event, filled, person))
                : FilledForm.everywhere(view, BUSY);
    }

    /** The same when Slack tells of the submission again. */
    private static EventId event(ViewSubmissionPayload submitted) {
        String trigger = Optional.ofNullable(submitted.getTriggerId()).orElse("");
        return new EventId("form." + submitted.getView().getId() + "." + trigger);
    }

    private CompletableFuture<FormReply> begin(
            String window, EventId event, FilledForm filled, UserId person) {
        CompletableFuture<FormReply> reply = new CompletableFuture<>();
        errands.run(
                "form",
                () -> {
                    FormReply came = submit(event, filled, person);
                    if (came instanceof FormReply.Done) {
                        taken.put(window, event);
                    }
                    underWay.remove(window);
                    if (!reply.complete(came)) {
                        tell(filled, person, came.text());
                    }
                });
        return reply;
    }

    private FormReply submit(EventId event, FilledForm filled, UserId person) {
        try {
            Standing standing = people.standing(person);
            FormOrigin origin = filled.origin();
            return commands.submit(
                    new Submission(
                            event,
                            origin.channelIn(workspace),
                            origin.threadIn(workspace),
                            people.author(person),
                            standing,
                            origin.form(),
                            filled.values()));
        } catch (RuntimeException e) {
            LOG.error("A form could not be taken", e);
            return new FormReply.Refused(Map.of(), FAILED);
        }
    }

    /** Whoever comes first, the reply or the end of patience, decides how it is told. */
    private Map<String, String> await(
            View view, FilledForm filled, UserId person, CompletableFuture<FormReply> reply) {
        try {
            return told(filled, person, reply.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException late) {
            return reply.completeExceptionally(late)
                    ? FilledForm.everywhere(view, BUSY)
                    : told(filled, person, reply.join());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return FilledForm.everywhere(view, BUSY);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** In the window, and in a message what it does not hold. */
    private Map<String, String> told(FilledForm filled, UserId person, FormReply reply) {
        Map<String, String> errors =
                reply instanceof FormReply.Refused refused ? filled.errors(refused) : Map.of();
        if (!errors.containsValue(reply.text().strip())) {
            errands.run("form answer", () -> tell(filled, person, reply.text()));
        }
        return errors;
    }

    private void tell(FilledForm filled, UserId person, String text) {
        FormOrigin origin = filled.origin();
        if (!text.isBlank()) {
            replies.tell(
                    new Whisper.Listener(origin.channelIn(workspace), origin.threadTs(), person),
                    text);
        }
    }
}
