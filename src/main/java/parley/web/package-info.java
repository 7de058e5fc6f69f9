/**
 * The HTTP side: the playground, which is a chat platform of its own, and the routes for health and
 * metrics. Read {@link parley.web.PlaygroundAdapter}, {@link parley.web.Playground}, {@link
 * parley.web.CommandDesk} and {@link parley.web.WebServer} first.
 */
@NullMarked
package parley.web;

import org.jspecify.annotations.NullMarked;
