package dev.connections.internal.store;

import dev.connections.spi.ConnectionStore.Index;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The ids of a shelf in order, all and by those index values that few records share. Thread-safe; calls for one id must
 * not overlap.
 *
 * <p>Other values (status, environment, name) are compared record by record: an index that selects little costs more
 * memory than it saves time.
 */
final class Directory {
    private static final List<String> SELECTIVE =
            List.of(Index.ACCOUNT, Index.CONNECTION, Index.SUBJECT, Index.SERVICE);

    private final ConcurrentSkipListSet<String> all = new ConcurrentSkipListSet<>();
    private final ConcurrentHashMap<Value, Posting> postings = new ConcurrentHashMap<>();

    /** Notes that a record came, went, or changed. */
    void file(String id, @Nullable Row before, @Nullable Row after) {
        if (before == null) {
            all.add(id);
        } else if (after == null) {
            all.remove(id);
        }
        for (String name : SELECTIVE) {
            move(id, Value.in(name, before), Value.in(name, after));
        }
    }

    /** {@return the ids of the records that may have all these values, in order, from behind {@code after} on} */
    Stream<String> ids(Map<String, String> equal, String after) {
        List<Posting> narrower = SELECTIVE.stream()
                .filter(equal::containsKey)
                .map(name -> postings.getOrDefault(new Value(name, equal.get(name)), Posting.NONE))
                .toList();
        return narrower.stream()
                .min(Comparator.comparingInt(Posting::size))
                .map(Posting::ids)
                .orElse(all)
                .tailSet(after, false)
                .stream();
    }

    private void move(String id, @Nullable Value from, @Nullable Value to) {
        if (Objects.equals(from, to)) {
            return;
        }
        if (to != null) {
            postings.compute(to, (value, posting) -> (posting == null ? new Posting() : posting).with(id));
        }
        if (from != null) {
            postings.computeIfPresent(from, (value, posting) -> posting.without(id));
        }
    }

    private record Value(String name, @Nullable String value) {
        static @Nullable Value in(String name, @Nullable Row row) {
            String value = row == null ? null : row.record().index().get(name);
            return value == null ? null : new Value(name, value);
        }
    }
}
