package parley.slack;

import com.slack.api.methods.response.files.FilesInfoResponse;
import com.slack.api.model.File;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.adapter.FileDownload;
import parley.adapter.FileReason;
import parley.chat.Attachment;
import parley.chat.FileContent;

/**
 * Fetches files that people sent. Where an event brings a stub only (channels shared with another
 * workspace), {@code files.info} is asked first. Blocks for a minute at most, does not throw, and
 * is safe for use by many threads.
 *
 * @see <a href="https://docs.slack.dev/reference/objects/file-object">The file object</a>
 */
final class SlackFiles implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SlackFiles.class);

    private static final FileReason REASONS =
            new FileReason(
                    "Slack",
                    "Slack did not let the bot download it (is the scope files:read there?)");
    private static final String WITHHELD = "Slack does not hand it out to this bot";

    private final SlackApi api;
    private final FileDownload download;

    SlackFiles(SlackApi api, SlackSettings settings) {
        this.api = api;
        this.download =
                new FileDownload(
                        api.slack().getHttpClient().getOkHttpClient(),
                        Optional.of("Bearer " + settings.botToken()),
                        SlackHosts.of(settings.api()),
                        REASONS,
                        new LoginPage());
    }

    /**
     * The file's bytes, or why they cannot be had.
     *
     * @param most the largest file to fetch, in bytes; no more than that is ever held
     */
    FileContent fetch(Attachment file, long most) {
        FileContent content =
                file.location().isEmpty() ? resolved(file, most) : download(file, most);
        if (content instanceof FileContent.Missing(String reason)) {
            LOG.warn("The file {} could not be fetched: {}", file.id(), reason);
        }
        return content;
    }

    private FileContent download(Attachment file, long most) {
        return download.get(file, file.location(), most).content();
    }

    private FileContent resolved(Attachment stub, long most) {
        Outcome<FilesInfoResponse> told =
                api.call(methods -> methods.filesInfo(ask -> ask.file(stub.id())));
        return switch (told) {
            case Outcome.Done(FilesInfoResponse info) ->
                    Optional.ofNullable(info.getFile())
                            .map(file -> whole(stub, file))
                            .filter(file -> !file.location().isEmpty())
                            .map(file -> download(file, most))
                            .orElseGet(() -> new FileContent.Missing(WITHHELD));
            case Outcome.Refused(String error) -> new FileContent.Missing(refused(error));
            case Outcome.Limited(Duration pause) -> new FileContent.Missing(REASONS.limited(pause));
            case Outcome.Lost(String reason) -> new FileContent.Missing(REASONS.brokeOff());
        };
    }

    /**
     * @param error from the list on files.info's page
     */
    private static String refused(String error) {
        return switch (error) {
            case "missing_scope", "no_permission", "access_denied" -> REASONS.notAllowed();
            case "file_not_found" -> REASONS.gone();
            case "file_deleted" -> "it was deleted";
            default -> "Slack refused with " + error;
        };
    }

    private static Attachment whole(Attachment stub, File file) {
        return new Attachment(
                stub.id(),
                first(file.getName(), file.getTitle(), stub.name()),
                first(file.getMimetype(), stub.mediaType()),
                Optional.ofNullable(file.getSize()).orElse(0),
                first(file.getUrlPrivateDownload(), file.getUrlPrivate()));
    }

    private static String first(@Nullable String... texts) {
        for (String text : texts) {
            if (text != null && !text.isEmpty()) {
                return text;
            }
        }
        return "";
    }

    /** Ends pauses; later fetches bring nothing. */
    @Override
    public void close() {
        download.close();
    }
}
