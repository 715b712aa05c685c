/**
 * The mock service: {@link dev.connections.testing.internal.service.MockedService} is its face,
 * {@link dev.connections.testing.internal.service.Site} the running server, and one class answers for each endpoint.
 */
@NullMarked
package dev.connections.testing.internal.service;

import org.jspecify.annotations.NullMarked;
