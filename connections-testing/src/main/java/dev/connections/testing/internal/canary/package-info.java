/** What listens for planted secrets: {@link dev.connections.testing.internal.canary.Ears} hears, the rest finds and tells. */
@NullMarked
package dev.connections.testing.internal.canary;

import org.jspecify.annotations.NullMarked;
