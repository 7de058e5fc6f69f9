package parley.prompt;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import parley.chat.WorkspaceId;

/**
 * Every version of every persona, kept for ever. Files belong to all workspaces; what is written in
 * chat belongs to one. Safe for use by many threads; each write is durable on return; failures of
 * the store come as unchecked exceptions.
 */
public interface PersonaVersions {
    /** Files and those of the workspace, oldest first. */
    List<PersonaVersion> history(WorkspaceId workspace, PersonaId persona);

    /** The newest that was made in the workspace's chat, resets included. */
    Optional<PersonaVersion> newestInChat(WorkspaceId workspace, PersonaId persona);

    /** The newest that the persona's file gave. */
    Optional<PersonaVersion> newestFile(WorkspaceId workspace, PersonaId persona);

    /** The personas that have a version of the workspace's own. */
    Set<PersonaId> changedIn(WorkspaceId workspace);

    /**
     * Adds a version of the workspace's own behind all others, if the newest in chat is still that
     * one.
     *
     * @param seen the number of the newest in chat that the author knew; 0 for none
     * @param draft its number is ignored
     * @return the version as stored, or empty when another was added meanwhile
     */
    Optional<PersonaVersion> append(WorkspaceId workspace, int seen, PersonaVersion draft);

    /**
     * Notes what the files hold now: one that has the hash of its newest noted version adds
     * nothing.
     *
     * @param drafts one for each persona; their numbers are ignored
     * @return for each persona the number of its file's version where chat never changed it
     */
    Map<PersonaId, Integer> noteFiles(List<PersonaVersion> drafts);
}
