/** The small server behind {@link dev.connections.oauth.LoopbackReceiver}. */
@NullMarked
package dev.connections.oauth.internal.loopback;

import org.jspecify.annotations.NullMarked;
