/**
 * What others implement: strategies and their credentials, stores, keys, access policies.
 *
 * <p>A strategy is a {@link dev.connections.spi.CredentialStrategy}, most simply a
 * {@link dev.connections.spi.DirectStrategy}; a store is a {@link dev.connections.spi.ConnectionStore}. OAuth 2, Basic and
 * API key use nothing else.
 */
@NullMarked
package dev.connections.spi;

import org.jspecify.annotations.NullMarked;
