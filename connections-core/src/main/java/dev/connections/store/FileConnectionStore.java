package dev.connections.store;

import dev.connections.ConnectionConfigurationException;
import dev.connections.ConnectionStoreException;
import dev.connections.spi.ConnectionStore;
import dev.connections.spi.KeyProvider;
import java.nio.file.Path;

/**
 * Records in a directory, for the processes of one machine and one user: each record is a file, which is replaced as a
 * whole, is on the disk when a call returns, and is readable by its owner alone. Thread-safe.
 *
 * <p>Not for network drives (NFS, SMB): locks and flushes are not to be relied on there, and a warning says so. For several
 * machines there is {@code JdbcConnectionStore}. Where the file system knows no POSIX permissions, as on Windows, the
 * files have the access lists that the directory passes on. The directory itself may be reached by a symbolic link;
 * inside, links are refused.
 */
public interface FileConnectionStore extends ConnectionStore, AutoCloseable {
    /**
     * Names a directory; nothing is opened before the keys are known.
     *
     * @param directory a directory for the store alone; made if it is missing
     * @return what asks for the keys
     */
    static NeedsKeys of(Path directory) {
        return keys -> FileRecords.open(directory, keys);
    }

    /**
     * Lets go of the directory, so that it can be opened again. Waits for writes in progress; leases of this store end at
     * once. Afterwards its methods throw {@link IllegalStateException}. {@code Connections} does not close a store.
     *
     * @throws ConnectionStoreException if the directory's locks cannot be freed ({@code store_failed})
     */
    @Override
    void close();

    /** A store that leaves memory has keys. */
    interface NeedsKeys {
        /**
         * Opens the directory.
         *
         * @param keys what the records are sealed with, such as a {@link KeyRing}
         * @return the store
         * @throws ConnectionConfigurationException if there is no directory and none can be made
         *     ({@code directory_unusable}), if other users may write to it ({@code directory_not_private}), or if this
         *     process has it open already, by this or another path ({@code directory_in_use_here})
         * @throws ConnectionStoreException if a later release made it ({@code newer_format}), or the disk does not take
         *     what is written ({@code store_full}, {@code store_read_only}, {@code store_failed},
         *     {@code directory_symlink})
         */
        FileConnectionStore encryptedWith(KeyProvider keys);
    }
}
