/**
 * Slash commands: a line of text in, a short Markdown answer out. Read {@link
 * parley.command.ChatCommands} and {@link parley.command.CommandInfo} first.
 */
@NullMarked
package parley.command;

import org.jspecify.annotations.NullMarked;
