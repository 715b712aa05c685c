package dev.connections.manifest.internal.rule;

import dev.connections.manifest.internal.entry.Key;
import dev.connections.manifest.internal.json.Kind;
import dev.connections.manifest.internal.json.Node;
import java.util.Optional;
import java.util.regex.Pattern;

/** The id of who made the connection: opaque, a string or a number whose digits are the id. */
final class SharedBy implements EntryRule {
    private static final String DESK = "DESK";
    private static final Pattern WHOLE = Pattern.compile("[0-9]+");

    @Override
    public void check(Inspected entry, Diagnoses found) {
        Optional<Node> value = entry.fields().value(Key.SHARED_BY);
        if (value.isEmpty()) {
            missing(entry, found);
        } else if (!opaque(value.get())) {
            found.add(Diagnosis.error(
                    "shared_by_type",
                    entry.place(Key.SHARED_BY, value.get()),
                    "\"sharedBy\" is " + described(value.get()),
                    "write the id as a string of digits, as the connection's JSON tab shows it"));
        }
    }

    private static boolean opaque(Node value) {
        boolean said = value.is(Kind.STRING) && !value.text().isBlank();
        return said || (value.is(Kind.NUMBER) && WHOLE.matcher(value.raw()).matches());
    }

    private static String described(Node value) {
        return switch (value.kind()) {
            case NUMBER -> "a number that is not written as digits alone";
            case STRING -> "blank";
            default -> Words.kind(value);
        };
    }

    private static void missing(Inspected entry, Diagnoses found) {
        if (entry.product().equals(DESK)) {
            found.add(Diagnosis.hint(
                    "shared_by_missing",
                    entry.place(),
                    "no \"sharedBy\" says who made the connection",
                    "copy the id from the connection's JSON tab, or use withSharedBy(…)"));
        }
    }
}
