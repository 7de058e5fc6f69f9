/**
 * The record of what was administered: who did what, where, when, and whether it was done. Read
 * {@link parley.audit.AuditEntry} first.
 */
@NullMarked
package parley.audit;

import org.jspecify.annotations.NullMarked;
