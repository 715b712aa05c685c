/**
 * The authorization server: its endpoints as stated, or as its metadata tells.
 *
 * <p>Start at {@link dev.connections.oauth.internal.metadata.ServerDirectory}.
 */
@NullMarked
package dev.connections.oauth.internal.metadata;

import org.jspecify.annotations.NullMarked;
