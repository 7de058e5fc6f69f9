package parley.testing.discord;

import com.fasterxml.jackson.databind.node.ObjectNode;
import parley.testing.Json;

/** An attachment, with the address at which the CDN gives it out. */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record StoredFile(long id, String name, String type, byte[] bytes, String url) {
    ObjectNode json() {
        return Json.object(
                "id", Long.toString(id),
                "filename", name,
                "size", bytes.length,
                "content_type", type,
                "content_scan_version", 0,
                "url", url,
                "proxy_url", url);
    }
}
