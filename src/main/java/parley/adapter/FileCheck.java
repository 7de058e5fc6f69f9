package parley.adapter;

import okhttp3.HttpUrl;
import parley.chat.Attachment;

/**
 * Recognises what a platform gives instead of a file to whom it does not hand it out. Safe for use
 * by many threads.
 */
public interface FileCheck {
    /** For platforms that say so by the status. */
    FileCheck NONE =
            new FileCheck() {
                @Override
                public boolean at(HttpUrl redirect) {
                    return false;
                }

                @Override
                public boolean instead(Attachment file, String mediaType, long size) {
                    return false;
                }
            };

    /** Whether that redirect leads to it. */
    boolean at(HttpUrl redirect);

    /** Whether what came is it. */
    boolean instead(Attachment file, String mediaType, long size);
}
