package dev.connections.internal.jdbc;

import dev.connections.spi.ConnectionStore.Index;
import dev.connections.spi.ConnectionStore.Query;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The condition of a query, without its page. Immutable. */
final class Filter implements Parameters.Binding {
    private static final Instant LAST_OF_FOUR_DIGITS = Instant.parse("9999-12-31T23:59:59Z");
    private static final Instant FIRST_OF_FOUR_DIGITS = Instant.parse("0000-01-01T00:00:00Z");

    private final Query query;
    private final List<Condition> conditions;

    private Filter(Query query, List<Condition> conditions) {
        this.query = query;
        this.conditions = conditions;
    }

    /** One condition, which has one parameter. */
    private record Condition(String sql, Parameters.Binding binding) {}

    static Filter of(Query query, Dialect dialect) {
        var conditions = new ArrayList<Condition>();
        query.equal().entrySet().stream()
                .sorted(Map.Entry.comparingByKey()) // one order, so that equal queries are one prepared statement
                .map(each -> equal(each.getKey(), each.getValue(), dialect))
                .forEach(conditions::add);
        query.contains()
                .map(IndexText::folded)
                .map(text -> new Condition(dialect.contains("searched"), to -> to.text(text)))
                .ifPresent(conditions::add);
        query.dueBefore()
                .map(Filter::wholeSecond)
                .map(due -> new Condition("ix_due < ?", to -> to.key(due)))
                .ifPresent(conditions::add);
        return new Filter(query, List.copyOf(conditions));
    }

    private static Condition equal(String name, String value, Dialect dialect) {
        return IndexText.hasColumn(name, value)
                ? new Condition("ix_" + name + " = ?", to -> to.key(value))
                : new Condition(dialect.contains("rest"), to -> to.text(IndexText.line(name, value)));
    }

    /** {@link Index#DUE} is in whole seconds with years of four digits, which sort as text. */
    private static String wholeSecond(Instant instant) {
        Instant down = instant.truncatedTo(ChronoUnit.SECONDS);
        Instant up = down.equals(instant) ? down : down.plusSeconds(1);
        Instant bounded = up.isAfter(LAST_OF_FOUR_DIGITS) ? LAST_OF_FOUR_DIGITS : up;
        return (bounded.isBefore(FIRST_OF_FOUR_DIGITS) ? FIRST_OF_FOUR_DIGITS : bounded).toString();
    }

    String where() {
        var where = new StringBuilder(" WHERE tenant = ? AND kind = ?");
        conditions.forEach(each -> where.append(" AND ").append(each.sql()));
        return where.toString();
    }

    @Override
    public void bind(Parameters to) throws SQLException {
        var unused = to.key(query.tenant()).key(query.kind().name());
        for (Condition each : conditions) {
            each.binding().bind(to);
        }
    }
}
