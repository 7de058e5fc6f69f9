package parley;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import parley.audit.AuditEntry;
import parley.store.StoreException;
import parley.store.StoredAudit;

/** The command {@code export audit}: every entry as a line of JSON, also while Parley runs. */
final class AuditExport {
    private static final JsonMapper JSON = new JsonMapper();

    private AuditExport() {}

    /** Gives 0, or 1 when there is nothing to read. */
    static int print(Map<String, String> environment, PrintStream out) {
        Settings settings = Settings.load(environment, Path.of(""));
        var lines = new PrintStream(out, false, StandardCharsets.UTF_8);
        try {
            StoredAudit.each(settings.database(), entry -> lines.print(line(entry)));
            return 0;
        } catch (StoreException e) {
            System.err.println(e.getMessage());
            return 1;
        } finally {
            lines.flush();
        }
    }

    static String line(AuditEntry entry) {
        ObjectNode json =
                JSON.createObjectNode()
                        .put("at", entry.at().toString())
                        .put("platform", entry.workspace().platform().label())
                        .put("workspace", entry.workspace().value());
        entry.channel().ifPresent(channel -> json.put("channel", channel.value()));
        return json.put("actor_id", entry.actor().id().value())
                        .put("actor_name", entry.actor().name())
                        .put("action", entry.action())
                        .put("target", entry.target())
                        .put("result", entry.result().name())
                        .put("detail", entry.detail())
                + "\n";
    }
}
