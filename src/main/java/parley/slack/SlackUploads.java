package parley.slack;

import com.slack.api.methods.request.files.FilesCompleteUploadExternalRequest.FileDetails;
import com.slack.api.methods.response.files.FilesCompleteUploadExternalResponse;
import com.slack.api.methods.response.files.FilesGetUploadURLExternalResponse;
import java.nio.charset.StandardCharsets;
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

    SlackUploads(SlackApi api) {
        this.api = api;
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
