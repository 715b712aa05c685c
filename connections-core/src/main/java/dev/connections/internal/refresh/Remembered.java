package dev.connections.internal.refresh;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.SoftReference;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Values by name, each once as long as somebody holds it. What nobody holds stays until memory gets short, and is made again
 * from the store when it is asked for: a process that has served a million users need not keep them all. Thread-safe.
 *
 * @param <V> the value
 */
public final class Remembered<V> {
    private final ConcurrentHashMap<String, Entry<V>> entries = new ConcurrentHashMap<>();
    private final ReferenceQueue<V> gone = new ReferenceQueue<>();

    private static final class Entry<V> extends SoftReference<V> {
        private final String name;

        Entry(String name, V value, ReferenceQueue<V> gone) {
            super(value, gone);
            this.name = name;
        }
    }

    /** Returns the value of a name; makes it if there is none. */
    public V get(String name, Supplier<V> maker) {
        V known = known(entries.get(name));
        return known != null ? known : made(name, maker);
    }

    private static <V> @Nullable V known(@Nullable Entry<V> entry) {
        return entry == null ? null : entry.get();
    }

    private V made(String name, Supplier<V> maker) {
        sweep();
        while (true) {
            V value = known(entries.compute(
                    name, (same, entry) -> known(entry) != null ? entry : new Entry<>(name, maker.get(), gone)));
            if (value != null) { // else it went at once
                return value;
            }
        }
    }

    /** Forgets the value of a name. */
    public Optional<V> remove(String name) {
        return Optional.ofNullable(known(entries.remove(name)));
    }

    /** Returns the values that are there. */
    public Stream<V> values() {
        return entries.values().stream().map(Entry::get).filter(Objects::nonNull);
    }

    private void sweep() {
        for (var each = gone.poll(); each != null; each = gone.poll()) {
            if (each instanceof Entry<? extends V> entry) {
                entries.remove(entry.name, entry);
            }
        }
    }
}
