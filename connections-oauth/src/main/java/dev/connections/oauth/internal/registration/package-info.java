/**
 * Registration of clients at an authorization server.
 *
 * <p>Start at {@link dev.connections.oauth.internal.registration.StatedRegistration}.
 */
@NullMarked
package dev.connections.oauth.internal.registration;

import org.jspecify.annotations.NullMarked;
