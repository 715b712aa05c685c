package dev.connections.manifest.internal.rule;

import dev.connections.manifest.internal.entry.Key;
import dev.connections.manifest.internal.json.Kind;
import dev.connections.manifest.internal.json.Node;
import dev.connections.manifest.internal.text.Quote;
import java.util.List;
import java.util.Optional;

/** What is text must be a string, and say something; display names have 50 characters at most. */
final class Texts implements EntryRule {
    private static final int LONGEST_NAME = 50;
    private static final List<Key> TEXTS =
            List.of(Key.LINK_NAME, Key.WRITER_NAME, Key.NAME, Key.SERVICE, Key.TYPE, Key.AUTHORIZATION_URL);

    @Override
    public void check(Inspected entry, Diagnoses found) {
        for (Key key : TEXTS) {
            if (entry.shape().keys().contains(key)) {
                entry.fields().value(key).ifPresent(value -> check(entry, key, value, found));
            }
        }
    }

    private static void check(Inspected entry, Key key, Node value, Diagnoses found) {
        Place place = entry.place(key, value);
        if (!value.is(Kind.STRING)) {
            found.add(Diagnosis.error(
                    "value_type",
                    place,
                    "\"" + key.json() + "\" is " + Words.kind(value),
                    "write a string in double quotes"));
            return;
        }
        boolean linkName = key == Key.LINK_NAME || key == Key.WRITER_NAME; // LinkNames says more about these
        if (!linkName && value.text().isBlank()) {
            found.add(Diagnosis.error(
                    "value_blank", place, "\"" + key.json() + "\" is blank", "write what the connection's page shows"));
        }
        if (key == Key.NAME) {
            checkLength(place, value.text(), found);
        }
    }

    private static void checkLength(Place place, String name, Diagnoses found) {
        Optional.of(name.codePointCount(0, name.length()))
                .filter(length -> length > LONGEST_NAME)
                .ifPresent(length -> found.add(Diagnosis.error(
                        "connection_name_length",
                        place,
                        Quote.of(name) + " has " + length + " characters",
                        "use " + LONGEST_NAME + " at most")));
    }
}
