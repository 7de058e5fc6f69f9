package parley.slack;

import java.util.Locale;
import okhttp3.HttpUrl;
import parley.adapter.FileCheck;
import parley.chat.Attachment;

/**
 * Recognises the page that asks people to sign in, which Slack gives instead of a file to whom it
 * does not hand it out, with status 200 or by way of a redirect. Pure.
 */
final class LoginPage implements FileCheck {
    private static final String HTML = "text/html";

    @Override
    public boolean at(HttpUrl url) {
        String path = url.encodedPath().toLowerCase(Locale.ROOT);
        boolean home = path.equals("/") && url.queryParameter("redir") != null;
        return home
                || url.pathSegments().stream()
                        .map(segment -> segment.toLowerCase(Locale.ROOT))
                        .anyMatch(segment -> segment.equals("signin") || segment.equals("login"));
    }

    /** Any HTML is such a page, unless the file is HTML of that size. */
    @Override
    public boolean instead(Attachment file, String mediaType, long size) {
        boolean html = mediaType.toLowerCase(Locale.ROOT).startsWith(HTML);
        boolean wanted = isHtml(file) && (file.size() == 0 || file.size() == size);
        return html && !wanted;
    }

    private static boolean isHtml(Attachment file) {
        String name = file.name().toLowerCase(Locale.ROOT);
        return file.mediaType().toLowerCase(Locale.ROOT).startsWith(HTML)
                || name.endsWith(".html")
                || name.endsWith(".htm");
    }
}
