/**
 * The store on disk, for several processes of one machine.
 *
 * <p>Entry type {@link dev.connections.internal.file.FileStore}. A record is one file ({@code RecordFile}), replaced as a
 * whole; only its attempt columns change in place. {@code Stripes} lets one writer at a time come near a record,
 * {@code Liveness} tells which owners of leases are still there, and {@code Disk} is all that touches the file system for
 * good, so that tests can let it fail.
 */
@NullMarked
package dev.connections.internal.file;

import org.jspecify.annotations.NullMarked;
