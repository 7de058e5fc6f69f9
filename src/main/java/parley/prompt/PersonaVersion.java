package parley.prompt;

import java.time.Instant;
import java.util.Optional;
import parley.chat.Author;

/**
 * One version of a persona as a workspace sees its history; immutable.
 *
 * @param number from 1, the place in the history: it never changes, since histories only grow; 0
 *     for a file that the store could not take yet
 * @param text the whole file: header and system prompt, with line feeds only; empty for the reset
 *     of a persona that has no file
 * @param hash of the text, as {@link Persona#hash}
 * @param author empty for files
 * @param reason in the author's words; empty for none
 */
public record PersonaVersion(
        int number,
        PersonaId persona,
        Source source,
        String text,
        String hash,
        Optional<Author> author,
        Instant at,
        String reason) {

    /** Where a version came from. */
    public enum Source {
        /** The file in the persona folder, which all workspaces share. */
        FILE,
        /** Written in chat: it overrides the file in its workspace. */
        EDIT,
        /** An earlier version again: it overrides the file in its workspace. */
        ROLLBACK,
        /** The override was taken back: the file is in use again. */
        RESET
    }

    /** Whether this version, as the newest in chat, is in use instead of the file. */
    public boolean overrides() {
        return source == Source.EDIT || source == Source.ROLLBACK;
    }
}
