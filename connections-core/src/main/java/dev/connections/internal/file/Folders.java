package dev.connections.internal.file;

import dev.connections.spi.ConnectionStore;
import dev.connections.spi.ConnectionStore.Query;
import dev.connections.spi.ConnectionStore.Versioned;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The directories of a store's records. Thread-safe. */
final class Folders {
    private final Places places;
    private final Disk disk;
    private final RecordFiles files;
    private final ConcurrentHashMap<Path, Folder> folders = new ConcurrentHashMap<>();

    Folders(Places places, Disk disk, RecordFiles files) {
        this.places = places;
        this.disk = disk;
        this.files = files;
    }

    Folder of(ConnectionStore.Key key) {
        return of(places.kind(key.tenant(), key.kind()));
    }

    Folder of(Query query) {
        return of(places.kind(query.tenant(), query.kind()));
    }

    private Folder of(Path directory) {
        return folders.computeIfAbsent(directory, path -> new Folder(path, disk, files));
    }

    /** {@return the tenants that have a readable record, in no order} */
    List<String> tenants() throws IOException {
        List<String> tenants = new ArrayList<>();
        for (Path directory : Folder.list(places.records())) {
            if (Places.isTenant(String.valueOf(directory.getFileName()))) {
                tenant(directory).ifPresent(tenants::add);
            }
        }
        return tenants;
    }

    private Optional<String> tenant(Path directory) throws IOException {
        for (ConnectionStore.Key.Kind kind : ConnectionStore.Key.Kind.values()) {
            Optional<Versioned> any = of(Places.kind(directory, kind)).anyRecord();
            if (any.isPresent()) {
                return any.map(record -> record.key().tenant());
            }
        }
        return Optional.empty();
    }
}
