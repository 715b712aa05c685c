package dev.connections.manifest.internal.rule;

import dev.connections.manifest.internal.entry.Key;
import dev.connections.manifest.internal.json.Kind;
import dev.connections.manifest.internal.text.Quote;
import java.util.regex.Pattern;

/** The official CLI takes letters, digits, blanks, hyphens and underscores in a DESK or PROJECTS display name. */
final class DisplayNames implements EntryRule {
    private static final Pattern SHAPE = Pattern.compile("[a-zA-Z][a-zA-Z0-9_ -]*");

    @Override
    public void check(Inspected entry, Diagnoses found) {
        entry.fields()
                .value(Key.NAME)
                .filter(name -> name.is(Kind.STRING) && !name.text().isBlank())
                .filter(name -> !Placeholders.in(name.text()))
                .filter(name -> !SHAPE.matcher(name.text()).matches())
                .ifPresent(name -> found.add(Diagnosis.error(
                        "connection_name_shape",
                        entry.place(Key.NAME, name),
                        Quote.of(name.text()) + " holds a character that a " + entry.product()
                                + " extension is refused for",
                        "start with a letter a-z, then letters, digits, blanks, - or _")));
    }
}
