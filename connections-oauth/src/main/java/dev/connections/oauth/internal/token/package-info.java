/** The stored token: what is kept of a token response, and how it is taken apart for the store. */
@NullMarked
package dev.connections.oauth.internal.token;

import org.jspecify.annotations.NullMarked;
