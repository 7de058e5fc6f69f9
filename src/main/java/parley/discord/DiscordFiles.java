package parley.discord;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;
import okhttp3.OkHttpClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.adapter.Download;
import parley.adapter.FileCheck;
import parley.adapter.FileDownload;
import parley.adapter.FileHosts;
import parley.adapter.FileReason;
import parley.chat.Attachment;
import parley.chat.FileContent;
import parley.chat.MessageId;
import parley.chat.ThreadId;

/**
 * Fetches files that people sent, from where everybody with the address may: no token is shown
 * there. An address holds for about a day; for one that has run out Discord is asked once for
 * another. Blocks, does not throw, and is safe for use by many threads.
 *
 * @see <a href="https://discord.com/developers/docs/reference#signed-attachment-cdn-urls">Signed
 *     attachment URLs</a>
 */
final class DiscordFiles implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DiscordFiles.class);
    private static final List<String> CDN = List.of("cdn.discordapp.com", "media.discordapp.net");
    private static final List<String> API = List.of("discord.com", "discordapp.com");
    private static final FileReason REASONS =
            new FileReason("Discord", "Discord did not let the bot download it");

    /** An address that has run out looks like one of a file that is gone. */
    private static final Set<Integer> RUN_OUT = Set.of(403, 404);

    /**
     * Bots may use it, though Discord does not describe it; an answer holds the new address even of
     * a file that is gone.
     */
    private static final String REFRESH = "attachments/refresh-urls";

    private final DiscordRest rest;
    private final OkHttpClient client = new OkHttpClient();
    private final FileDownload download;

    DiscordFiles(DiscordRest rest, DiscordSettings settings) {
        this.rest = rest;
        this.download =
                new FileDownload(
                        client,
                        Optional.empty(),
                        new FileHosts(CDN, API, settings.api()),
                        REASONS,
                        FileCheck.NONE);
    }

    /**
     * The file's bytes, or why they cannot be had.
     *
     * @param most the largest file to fetch, in bytes; no more than that is ever held
     */
    FileContent fetch(ThreadId thread, Attachment file, long most) {
        FileContent content = download(file, most).content();
        if (content instanceof FileContent.Missing(String reason)) {
            LOG.warn("The file {} in {} could not be fetched: {}", file.id(), thread, reason);
        }
        return content;
    }

    private Download download(Attachment file, long most) {
        String address = SharedFiles.address(file);
        Download first = download.get(file, address, most);
        return first instanceof Download.Refused(int status, String _) && RUN_OUT.contains(status)
                ? renewed(file, address, most, first)
                : first;
    }

    /** The message tells a good address; only where it cannot be read is the other way asked. */
    private Download renewed(Attachment file, String address, long most, Download first) {
        return told(file)
                .filter(fresh -> !fresh.equals(address))
                .map(fresh -> download.get(file, fresh, most))
                .orElseGet(() -> refreshed(file, address, most, first));
    }

    private Optional<String> told(Attachment file) {
        return SharedFiles.message(file)
                .map(message -> rest.get(path(message)))
                .filter(Outcome.Done.class::isInstance)
                .map(answer -> ((Outcome.Done<JsonNode>) answer).response())
                .flatMap(message -> SharedFiles.address(new MessageJson(message), file.id()));
    }

    private static String path(MessageId message) {
        return "channels/%s/messages/%s"
                .formatted(
                        Long.toUnsignedString(DiscordIds.channelOf(message)),
                        Long.toUnsignedString(DiscordIds.idOf(message)));
    }

    private Download refreshed(Attachment file, String address, long most, Download first) {
        return switch (rest.send("POST", REFRESH, question(address))) {
            case Outcome.Done<JsonNode>(JsonNode answer) ->
                    Optional.of(answer.at("/refreshed_urls/0/refreshed").asText(""))
                            .filter(fresh -> !fresh.isEmpty() && !fresh.equals(address))
                            .map(fresh -> download.get(file, fresh, most))
                            .orElse(first);
            case Outcome.Refused<JsonNode> _ -> first;
            case Outcome.Limited<JsonNode>(Duration pause, boolean _) ->
                    new Download.Failed(REASONS.limited(pause));
            case Outcome.Lost<JsonNode>(String reason) -> new Download.Failed(reason);
        };
    }

    private static String question(String address) {
        return DataObject.empty().put("attachment_urls", DataArray.empty().add(address)).toString();
    }

    /** Later fetches bring nothing, and those under way are given up. */
    @Override
    public void close() {
        download.close();
        client.dispatcher().cancelAll();
        client.connectionPool().evictAll();
    }
}
