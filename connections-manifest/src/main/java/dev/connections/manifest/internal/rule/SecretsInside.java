package dev.connections.manifest.internal.rule;

import dev.connections.manifest.internal.entry.Fields;
import dev.connections.manifest.internal.json.Kind;
import dev.connections.manifest.internal.json.Member;
import dev.connections.manifest.internal.json.Node;
import dev.connections.manifest.internal.json.Pointer;
import dev.connections.manifest.internal.text.Secrets;

/** A manifest is shipped to everybody who installs the extension; no secret may stand in an entry. */
final class SecretsInside implements EntryRule {
    @Override
    public void check(Inspected entry, Diagnoses found) {
        if (suspicious(entry)) {
            report(entry.pointer(), entry.placed().node(), found);
        }
    }

    /** Looks first without naming places: hardly any entry holds a secret. Known keys are not named for one. */
    private static boolean suspicious(Inspected entry) {
        for (Member member : entry.fields().all()) {
            if (inside(member.value()) || (!Fields.known(member) && named(member))) {
                return true;
            }
        }
        return false;
    }

    private static boolean inside(Node value) {
        if (value.is(Kind.STRING)) {
            return Secrets.value(value.text());
        }
        for (Member member : value.members()) {
            if (named(member) || inside(member.value())) {
                return true;
            }
        }
        for (Node element : value.elements()) {
            if (inside(element)) {
                return true;
            }
        }
        return false;
    }

    private static boolean named(Member member) {
        Node value = member.value();
        return value.is(Kind.STRING)
                && Secrets.name(member.name().text())
                && !value.text().isBlank()
                && !Placeholders.in(value.text());
    }

    /** Notes what looks like a secret in a member, whose value has this pointer. */
    static void report(Member member, String pointer, Diagnoses found) {
        if (named(member)) {
            found.add(diagnosis(new Place(pointer, member.value().range())));
        } else {
            report(pointer, member.value(), found);
        }
    }

    private static void report(String pointer, Node value, Diagnoses found) {
        for (Member member : value.members()) {
            if (named(member) || inside(member.value())) { // else its pointer need not be made
                report(member, Pointer.below(pointer, member.name().text()), found);
            }
        }
        int index = 0;
        for (Node element : value.elements()) {
            if (inside(element)) {
                report(Pointer.below(pointer, index), element, found);
            }
            index++;
        }
        if (value.is(Kind.STRING) && Secrets.value(value.text())) {
            found.add(diagnosis(new Place(pointer, value.range())));
        }
    }

    private static Diagnosis diagnosis(Place place) {
        return Diagnosis.error(
                "secret_in_manifest",
                place,
                "this looks like a secret (not shown), and everybody who installs the extension can read it",
                "remove it here and revoke it at the service; the connection itself keeps the secret");
    }
}
