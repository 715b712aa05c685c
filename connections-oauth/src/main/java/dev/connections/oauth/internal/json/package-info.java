/**
 * Reads what is wanted of a JSON document that a stranger wrote: one pass, bounded, nothing built for the rest.
 *
 * <p>Start at {@link dev.connections.oauth.internal.json.JsonDocument}.
 */
@NullMarked
package dev.connections.oauth.internal.json;

import org.jspecify.annotations.NullMarked;
