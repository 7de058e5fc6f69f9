/**
 * Files of the persona folder in, validated personas out; keeps their versions, takes changes from
 * chat, and tells which persona a thread gets. Read {@link parley.prompt.Persona} and {@link
 * parley.prompt.PromptRegistry} first.
 */
@NullMarked
package parley.prompt;

import org.jspecify.annotations.NullMarked;
