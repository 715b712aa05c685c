package dev.connections.manifest.internal.entry;

import java.util.Map;
import java.util.Optional;

/**
 * Where a product's manifest keeps connection entries, and in which shape.
 *
 * @param main the section of ordinary entries
 * @param shape the shape of a new entry where there are no others
 * @param zohoApart true if the one connection to Zoho's own services has a section of its own
 */
public record Dialect(Section main, Shape shape, boolean zohoApart) {
    private static final Dialect ORDINARY = new Dialect(Section.CONNECTORS, Shape.LINK_NAME, false);
    private static final Dialect FINANCE = new Dialect(Section.USED_CONNECTIONS, Shape.LINK_NAME, false);

    private static final Map<String, Dialect> BY_PRODUCT = Map.of(
            "DESK", new Dialect(Section.CONNECTORS, Shape.LINK_NAME, true),
            "WRITER", new Dialect(Section.CONNECTORS, Shape.WRITER, false),
            "MAIL", new Dialect(Section.CONNECTORS, Shape.MAIL, false),
            "FINANCE", FINANCE,
            "INVENTORY", FINANCE,
            "EXPENSE", FINANCE,
            "BILLING", FINANCE);

    /** The dialect of a product, by its upper-case code. */
    public static Dialect of(String product) {
        return BY_PRODUCT.getOrDefault(product, ORDINARY);
    }

    /** Where this entry goes. */
    public Section section(Entry entry) {
        return apart(entry) ? Section.ZOHO_AUTHORISATION : main;
    }

    /** The entry as this product writes it: DESK knows all Zoho services by one name. */
    public Entry written(Entry entry) {
        return apart(entry) ? entry.withService(new Entry.ServiceName(Entry.ServiceName.ZOHO_OAUTH, false)) : entry;
    }

    /** What tells an entry from others; empty if it does not say. A bare service name is enough for MAIL only. */
    public String identity(Placed placed) {
        Shape written = placed.shape();
        return written == Shape.MAIL && shape != Shape.MAIL
                ? ""
                : placed.fields().text(written.identity());
    }

    /** The shape of a new entry beside one of this shape; the Writer shape only for an entry that knows its facts. */
    public Shape shape(Entry entry, Optional<Shape> neighbour) {
        Shape wanted = neighbour.orElse(shape);
        boolean possible = wanted != Shape.WRITER || !entry.writer().type().isEmpty();
        return possible ? wanted : Shape.LINK_NAME;
    }

    private boolean apart(Entry entry) {
        return zohoApart && entry.service().zohoFamily();
    }
}
