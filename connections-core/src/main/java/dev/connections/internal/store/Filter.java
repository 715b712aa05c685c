package dev.connections.internal.store;

import dev.connections.spi.ConnectionStore.Index;
import dev.connections.spi.ConnectionStore.Query;
import dev.connections.spi.ConnectionStore.Versioned;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The part of a query that looks at index values. Immutable. */
public final class Filter implements Predicate<Versioned> {
    private static final List<String> SEARCHED = List.of(Index.NAME, Index.EMAIL, Index.SUBJECT);
    private static final Instant LAST_OF_FOUR_DIGITS = Instant.parse("9999-12-31T23:59:59Z");

    private final Map<String, String> equal;
    private final @Nullable String contained;
    private final @Nullable String due;

    private Filter(Map<String, String> equal, @Nullable String contained, @Nullable String due) {
        this.equal = equal;
        this.contained = contained;
        this.due = due;
    }

    /**
     * Returns the filter of a query.
     *
     * @param query the query; its {@code after} and {@code limit} are ignored
     * @return the filter
     */
    public static Filter of(Query query) {
        return new Filter(
                query.equal(),
                query.contains().map(text -> text.toLowerCase(Locale.ROOT)).orElse(null),
                query.dueBefore().map(Filter::wholeSecond).orElse(null));
    }

    boolean passesAll() {
        return equal.isEmpty() && contained == null && due == null;
    }

    @Override
    public boolean test(Versioned record) {
        Map<String, String> index = record.index();
        return equal.entrySet().stream().allMatch(wanted -> wanted.getValue().equals(index.get(wanted.getKey())))
                && contains(index)
                && isDue(index);
    }

    private boolean contains(Map<String, String> index) {
        String text = contained;
        return text == null
                || SEARCHED.stream()
                        .map(index::get)
                        .anyMatch(value ->
                                value != null && value.toLowerCase(Locale.ROOT).contains(text));
    }

    /** Instants in whole seconds with years of four digits sort as text, which spares parsing one per record. */
    private boolean isDue(Map<String, String> index) {
        String at = index.get(Index.DUE);
        return due == null || (at != null && at.compareTo(due) < 0);
    }

    private static String wholeSecond(Instant instant) {
        Instant down = instant.truncatedTo(ChronoUnit.SECONDS);
        Instant up = down.equals(instant) ? down : down.plusSeconds(1);
        return (up.isAfter(LAST_OF_FOUR_DIGITS) ? LAST_OF_FOUR_DIGITS : up).toString();
    }
}
