package parley.adapter;

import parley.chat.FileContent;

/** How a download ended. */
public sealed interface Download {
    /** The file is here. */
    record Done(FileContent.Fetched file) implements Download {}

    /**
     * The server answered, and with something else.
     *
     * @param status of HTTP
     */
    record Refused(int status, String reason) implements Download {}

    /** Anything else. */
    record Failed(String reason) implements Download {}

    /** The file, or why it is missing. */
    default FileContent content() {
        return switch (this) {
            case Done(FileContent.Fetched file) -> file;
            case Refused(int _, String reason) -> new FileContent.Missing(reason);
            case Failed(String reason) -> new FileContent.Missing(reason);
        };
    }
}
