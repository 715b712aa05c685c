/** What the mock service and the canary share: how a secret may look where it does not belong. */
@NullMarked
package dev.connections.testing.internal;

import org.jspecify.annotations.NullMarked;
