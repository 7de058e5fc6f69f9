/**
 * What the adapters of several platforms need alike: arrival and hearing, errands, remembered
 * answers, pauses, excerpts, downloads, what became of posts. Knows no platform and no vendor.
 */
@NullMarked
package parley.adapter;

import org.jspecify.annotations.NullMarked;
