/**
 * What an OAuth 2 definition says, as data: one JSON document without secrets, and typed views of it.
 *
 * <p>{@link dev.connections.oauth.internal.definition.OAuth2Definition} is the whole; every fluent option is one member
 * of its {@link dev.connections.oauth.internal.definition.Document}, so that what code states and what a file or a
 * store holds is read and checked by the same lines.
 */
@NullMarked
package dev.connections.oauth.internal.definition;

import org.jspecify.annotations.NullMarked;
