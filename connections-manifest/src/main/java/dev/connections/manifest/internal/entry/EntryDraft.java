package dev.connections.manifest.internal.entry;

import dev.connections.manifest.internal.edit.Draft;
import dev.connections.manifest.internal.edit.Printer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What an entry looks like as JSON, before it is laid out. */
public final class EntryDraft {
    private static final String CONNECTORS_TYPE = "connectors";

    private EntryDraft() {}

    /** Prints an entry on its own. */
    public static String print(Entry entry, Shape shape, Section section) {
        return Printer.print(members(values(entry, shape, section), shape.keys()));
    }

    /** What each key of the shape says; a key with nothing to say is left out. */
    static Map<Key, Draft> values(Entry entry, Shape shape, Section section) {
        String type = section == Section.ZOHO_AUTHORISATION ? CONNECTORS_TYPE : "";
        Map<Key, Draft> values = new EnumMap<>(Key.class);
        for (Key key : shape.keys()) {
            value(key, entry, shape == Shape.WRITER ? entry.writer().type() : type)
                    .ifPresent(draft -> values.put(key, draft));
        }
        return values;
    }

    private static Optional<Draft> value(Key key, Entry entry, String type) {
        return switch (key) {
            case TYPE -> text(type);
            case LINK_NAME, WRITER_NAME -> text(entry.linkName());
            case NAME -> text(entry.name());
            case SERVICE -> text(entry.service().value());
            case USER_ACCESS -> Optional.of(new Draft.Flag(entry.userAccess()));
            case USER_DEFINED -> Optional.of(new Draft.Flag(entry.service().userDefined()));
            case SHARED_BY -> text(entry.sharedBy());
            case AUTHORIZATION_URL -> text(entry.writer().authorizationUrl());
            case SCOPE, WRITER_SCOPES -> texts(entry.scopes());
        };
    }

    private static Optional<Draft> texts(List<String> values) {
        return values.isEmpty() ? Optional.empty() : Optional.of(new Draft.Texts(values));
    }

    private static Optional<Draft> text(String value) {
        return value.isEmpty() ? Optional.empty() : Optional.of(new Draft.Text(value));
    }

    /** Puts values in this order of keys. */
    static Draft.Members members(Map<Key, Draft> values, List<Key> order) {
        Map<String, Draft> members = new LinkedHashMap<>();
        for (Key key : order) {
            if (values.containsKey(key)) {
                members.put(key.json(), values.get(key));
            }
        }
        return new Draft.Members(members);
    }

    /** The order of a neighbour's keys, with the shape's other keys where the canonical order has them. */
    static List<Key> order(Shape shape, List<Key> neighbour) {
        List<Key> order = new ArrayList<>(neighbour);
        order.retainAll(shape.keys());
        for (Key key : shape.keys()) {
            if (!order.contains(key)) {
                order.add(
                        predecessor(key, shape, order)
                                .map(before -> order.indexOf(before) + 1)
                                .orElse(0),
                        key);
            }
        }
        return order;
    }

    /** The nearest key in front of this one, in canonical order, that is present. */
    static Optional<Key> predecessor(Key key, Shape shape, List<Key> present) {
        List<Key> before = shape.keys().subList(0, shape.keys().indexOf(key));
        for (int i = before.size() - 1; i >= 0; i--) {
            if (present.contains(before.get(i))) {
                return Optional.of(before.get(i));
            }
        }
        return Optional.empty();
    }
}
