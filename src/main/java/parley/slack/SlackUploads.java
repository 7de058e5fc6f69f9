package parley.slack;

import com.slack.api.methods.request.files.FilesCompleteUploadExternalRequest.FileDetails;
import com.slack.api.methods.response.files.FilesCompleteUploadExternalResponse;
import com.slack.api.methods.response.files.FilesGetUploadURLExternalResponse;
import com.slack.api.model.Message;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import parley.chat.MessageId;
import parley.chat.SendResult;
import parley.chat.ThreadId;

/**
 * Puts texts into threads as files: an address is asked for, the bytes go there, the file is
 * shared. See https://docs.slack.dev/messaging/working-with-files. Safe for use by many threads.
 */
final class SlackUploads {
    private final SlackApi api;
    private final OwnMessages own;

    SlackUploads(SlackApi api, OwnMessages own) {
        this.api = api;
        this.own = own;
    }

    boolean mayStand(ThreadId thread, String name, Instant since) {
        Outcome<List<Message>> outcome = own.since(thread, since);
        return switch (outcome) {
            case Outcome.Done<List<Message>>(var messages) ->
                    messages.stream()
                            .flatMap(message -> BlockText.each(message.getFiles()))
                            .anyMatch(file -> name.equals(file.getName()));
            case Outcome.Refused<List<Message>>(String error) -> SlackErrors.passing(error);
            case Outcome.Limited<List<Message>> _, Outcome.Lost<List<Message>> _ -> true;
        };
    }

    SendResult share(ThreadId thread, String name, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length == 0) {
            return new SendResult.Rejected("the file is empty");
        }
        Outcome<FilesGetUploadURLExternalResponse> place =
                api.call(methods ->
                        methods.filesGetUploadURLExternal(
                                request -> request.filename(name).length(bytes.length)));
        if (!(place instanceof Outcome.Done<FilesGetUploadURLExternalResponse>(var response))) {
            return SlackErrors.result(place);
        }
        Outcome<String> sent = api.upload(response.getUploadUrl(), bytes);
        if (!(sent instanceof Outcome.Done<String>)) {
            return SlackErrors.result(sent);
        }
        return complete(thread, name, response.getFileId());
    }

    private SendResult complete(ThreadId thread, String name, String file) {
        FileDetails details = FileDetails.builder().id(file).title(name).build();
        Outcome<FilesCompleteUploadExternalResponse> shared =
                api.call(methods ->
                        methods.filesCompleteUploadExternal(request ->
                                request.files(List.of(details))
                                        .channelId(thread.channel().value())
                                        .threadTs(thread.root())));
        return shared instanceof Outcome.Done<FilesCompleteUploadExternalResponse>
                ? new SendResult.Sent(new MessageId(file))
                : SlackErrors.result(shared);
    }
}
