package parley.chat;

/** What came of fetching an {@link Attachment}. */
public sealed interface FileContent {

    /**
     * The whole file.
     *
     * @param name as the person sees it: some events leave it out of the {@link Attachment}
     * @param mediaType as the platform served it
     */
    record Fetched(String name, String mediaType, byte[] bytes) implements FileContent {}

    /** It cannot be had; the reason continues the sentence "The file could not be read: …". */
    record Missing(String reason) implements FileContent {}
}
