package dev.connections.manifest.internal.rule;

import dev.connections.manifest.Finding.Severity;
import dev.connections.manifest.internal.edit.Draft;
import dev.connections.manifest.internal.entry.Key;
import dev.connections.manifest.internal.json.Kind;
import dev.connections.manifest.internal.json.Node;
import dev.connections.manifest.internal.text.Quote;
import java.util.Optional;
import java.util.regex.Pattern;

/** The id of who made the connection: opaque, a string or a number whose digits are the id. */
final class SharedBy implements EntryRule {
    private static final String DESK = "DESK";
    /** A double holds every integer of so many digits. */
    private static final int EXACT_DIGITS = 15;

    private static final Pattern WHOLE = Pattern.compile("[0-9]+");

    @Override
    public void check(Inspected entry, Diagnoses found) {
        Optional<Node> value = entry.fields().value(Key.SHARED_BY);
        if (value.isEmpty()) {
            missing(entry, found);
        } else if (value.get().is(Kind.NUMBER) && opaque(value.get())) {
            number(entry, value.get(), found);
        } else if (!opaque(value.get())) {
            found.add(Diagnosis.error(
                    "shared_by_type",
                    entry.place(Key.SHARED_BY, value.get()),
                    "\"sharedBy\" is " + described(value.get()),
                    "write the id as a string of digits, as the connection's JSON tab shows it"));
        }
    }

    /** Zoho's own templates hold both; JavaScript reads a number of more than 15 digits as another one. */
    private static void number(Inspected entry, Node value, Diagnoses found) {
        boolean exact = value.raw().length() <= EXACT_DIGITS;
        Draft text = new Draft.Text(value.raw());
        found.add(new Diagnosis(
                "shared_by_number",
                exact ? Severity.HINT : Severity.WARNING,
                entry.place(Key.SHARED_BY, value),
                "\"sharedBy\" is the number " + Quote.of(value.raw()).replace("\"", "")
                        + (exact ? "" : ", of which many readers change the last digits"),
                "write the same digits as a string; fix() adds the quotes",
                entry.fix(editor -> editor.replace(value, text, Optional.empty()))));
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
