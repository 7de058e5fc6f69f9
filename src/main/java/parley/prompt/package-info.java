/**
 * Files of the persona folder in, validated personas out; tells which persona a thread gets. Read
 * {@link parley.prompt.Persona} first.
 */
@NullMarked
package parley.prompt;

import org.jspecify.annotations.NullMarked;
