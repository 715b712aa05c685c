package dev.connections.manifest.internal.rule;

import dev.connections.manifest.Finding.Severity;
import dev.connections.manifest.internal.entry.Fields;
import dev.connections.manifest.internal.entry.Key;
import dev.connections.manifest.internal.entry.Shape;
import dev.connections.manifest.internal.json.Kind;
import dev.connections.manifest.internal.json.Member;
import dev.connections.manifest.internal.json.Node;
import dev.connections.manifest.internal.json.Pointer;
import dev.connections.manifest.internal.text.Quote;
import java.util.HashSet;
import java.util.Set;

/** Scopes are a list of distinct strings under the shape's own key; without scopes there is no key. */
final class Scopes implements EntryRule {
    /** Its extensions are refused for an empty list; elsewhere it only says nothing. */
    private static final String PROJECTS = "PROJECTS";
    /** Nobody grants as many; those behind them are not compared. */
    private static final int COMPARED = 1000;

    @Override
    public void check(Inspected entry, Diagnoses found) {
        Shape shape = entry.shape();
        Key other = shape == Shape.WRITER ? Key.SCOPE : Key.WRITER_SCOPES;
        Fields fields = entry.fields();
        fields.member(other).ifPresent(member -> mixedUp(entry, other, member, found));
        fields.value(shape.scopes()).ifPresent(value -> checkList(entry, value, found));
    }

    private static void mixedUp(Inspected entry, Key other, Member member, Diagnoses found) {
        Key right = entry.shape().scopes();
        boolean free = !entry.fields().has(right);
        Fix fix = free ? entry.fix(editor -> editor.rename(member, right.json())) : Fix.NONE;
        found.add(Diagnosis.error(
                        "scope_key",
                        new Place(
                                Pointer.below(entry.pointer(), other.json()),
                                member.name().range()),
                        "the scopes stand under \"" + other.json() + "\"",
                        "entries of this shape call them \"" + right.json() + "\"")
                .fixedBy(fix));
    }

    private static void checkList(Inspected entry, Node value, Diagnoses found) {
        Key key = entry.shape().scopes();
        if (!value.is(Kind.ARRAY)) {
            found.add(Diagnosis.error(
                    "scope_type",
                    entry.place(key, value),
                    "\"" + key.json() + "\" is " + Words.kind(value),
                    "write an array of strings, for example [\"Desk.tickets.READ\"]"));
        } else if (value.empty()) {
            found.add(new Diagnosis(
                    "scope_empty",
                    entry.product().equals(PROJECTS) ? Severity.ERROR : Severity.WARNING,
                    entry.place(key, value),
                    "\"" + key.json() + "\" is empty",
                    "leave the key out where a service has no scopes",
                    Fix.NONE));
        } else {
            checkItems(entry, key, value, found);
        }
    }

    private static void checkItems(Inspected entry, Key key, Node value, Diagnoses found) {
        String list = Pointer.below(entry.pointer(), key.json());
        Set<String> seen = new HashSet<>();
        int index = 0;
        for (Node scope : value.elements()) {
            Place place = new Place(Pointer.below(list, index), scope.range());
            if (!scope.is(Kind.STRING)) {
                found.add(Diagnosis.error(
                        "scope_type", place, "a scope is " + Words.kind(scope), "write a string in double quotes"));
            } else if (scope.text().isBlank()) {
                found.add(Diagnosis.error("scope_blank", place, "a scope is blank", "write a scope, or remove it"));
            } else if (seen.size() < COMPARED && !seen.add(scope.text())) {
                int number = index;
                found.add(repeated(place, scope, entry.fix(editor -> editor.remove(value, number))));
            }
            index++;
        }
    }

    private static Diagnosis repeated(Place place, Node scope, Fix fix) {
        return Diagnosis.warning(
                        "scope_repeated",
                        place,
                        "the scope " + Quote.of(scope.text()) + " stands here again",
                        "remove it; fix() removes this one")
                .fixedBy(fix);
    }
}
