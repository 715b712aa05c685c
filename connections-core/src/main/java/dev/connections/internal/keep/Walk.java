package dev.connections.internal.keep;

import dev.connections.spi.ConnectionStore;
import dev.connections.spi.ConnectionStore.Versioned;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;

/** One way through all records of a store, from a place to the end, page by page. Confined to one call. */
final class Walk {
    private static final int PAGE = 100;

    private final ConnectionStore store;
    private final ArrayDeque<Versioned> page = new ArrayDeque<>();
    private Place place;
    private boolean lastPage;

    Walk(ConnectionStore store, Place from) {
        this.store = store;
        this.place = from;
        this.lastPage = from.equals(Place.START);
    }

    /** Returns the next record; empty at the end. */
    Optional<Versioned> next() {
        while (page.isEmpty()) {
            if (!turn()) {
                return Optional.empty();
            }
        }
        Versioned record = page.remove();
        place = Place.behind(record.key());
        return Optional.of(record);
    }

    /** Where it has come to. */
    Place place() {
        return place;
    }

    /** Reads another page, which may be empty; false at the end. */
    private boolean turn() {
        Optional<Place> next = lastPage ? nextShelf() : Optional.of(place);
        next.ifPresent(this::read);
        return next.isPresent();
    }

    private void read(Place from) {
        List<Versioned> read = store.list(from.page(PAGE));
        place = from;
        lastPage = read.size() < PAGE;
        page.addAll(read);
    }

    private Optional<Place> nextShelf() {
        Optional<Place> kind = place.equals(Place.START) ? Optional.empty() : place.nextKind();
        return kind.or(
                () -> store.tenants(place.tenant(), 1).stream().findFirst().map(Place::of));
    }
}
