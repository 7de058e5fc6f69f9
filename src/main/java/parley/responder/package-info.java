/**
 * Shows a growing answer in a thread, as often as the platform allows, and always shows the final
 * text. Read {@link parley.responder.Responder} first.
 */
@NullMarked
package parley.responder;

import org.jspecify.annotations.NullMarked;
