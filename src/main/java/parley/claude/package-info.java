/**
 * One request to Claude in, one ordered stream of typed events out; the only code that knows the
 * Messages API. Read {@link parley.claude.Claude}, {@link parley.claude.ClaudeRequest} and {@link
 * parley.claude.StreamEvent} first.
 */
@NullMarked
package parley.claude;

import org.jspecify.annotations.NullMarked;
