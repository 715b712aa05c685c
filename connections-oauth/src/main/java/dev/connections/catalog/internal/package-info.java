/**
 * How catalogue entries are found, read, filled in and made into services. Entry points:
 * {@link dev.connections.catalog.internal.OpenCatalog} and {@link dev.connections.catalog.internal.Stages}.
 */
@NullMarked
package dev.connections.catalog.internal;

import org.jspecify.annotations.NullMarked;
