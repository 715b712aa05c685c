/**
 * HTTP from both sides: the bounded client that talks to token endpoints, entered by {@link BoundedHttp}, and what the
 * credential interceptor asks of a connection, {@link RequestAuthorizer}. Not exported.
 */
@NullMarked
package dev.connections.internal.http;

import org.jspecify.annotations.NullMarked;
