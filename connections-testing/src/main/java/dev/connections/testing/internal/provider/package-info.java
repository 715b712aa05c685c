/**
 * What twenty providers want and what they say, written from their own pages and not from our definitions: a mock that
 * disagrees with a wrong definition. {@link dev.connections.testing.internal.provider.Personality} is what they have in
 * common; one class each says how a provider differs from RFC 6749.
 */
@NullMarked
package dev.connections.testing.internal.provider;

import org.jspecify.annotations.NullMarked;
