package dev.connections.manifest.internal.rule;

import dev.connections.manifest.internal.edit.Draft;
import dev.connections.manifest.internal.entry.Key;
import dev.connections.manifest.internal.json.Kind;
import dev.connections.manifest.internal.json.Node;
import java.util.List;
import java.util.Optional;

/** Flags are true or false, not strings that say so (seen in public manifests; the official CLI lets them pass). */
final class Flags implements EntryRule {
    private static final List<Key> FLAGS = List.of(Key.USER_ACCESS, Key.USER_DEFINED);

    @Override
    public void check(Inspected entry, Diagnoses found) {
        for (Key key : FLAGS) {
            entry.fields()
                    .value(key)
                    .filter(value -> !value.is(Kind.TRUE) && !value.is(Kind.FALSE))
                    .ifPresent(value -> report(entry, key, value, found));
        }
    }

    private static void report(Inspected entry, Key key, Node value, Diagnoses found) {
        Place place = entry.place(key, value);
        boolean yes = value.says("true");
        if (yes || value.says("false")) {
            Fix fix = entry.fix(editor -> editor.replace(value, new Draft.Flag(yes), Optional.empty()));
            found.add(Diagnosis.error(
                            "boolean_as_string",
                            place,
                            "\"" + key.json() + "\" is the string \"" + yes + "\"",
                            "write " + yes + " without quotes")
                    .fixedBy(fix));
        } else {
            found.add(Diagnosis.error(
                    "value_type", place, "\"" + key.json() + "\" is " + Words.kind(value), "write true or false"));
        }
    }
}
