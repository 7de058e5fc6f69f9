/**
 * What the adapters of several platforms need alike: arrival and hearing, errands, remembered
 * answers, pauses, excerpts. Knows no platform and no vendor.
 */
@NullMarked
package parley.adapter;

import org.jspecify.annotations.NullMarked;
