package dev.connections.manifest.internal.rule;

import dev.connections.manifest.internal.entry.Manifest;
import dev.connections.manifest.internal.entry.Section;
import dev.connections.manifest.internal.json.Kind;
import dev.connections.manifest.internal.json.Node;
import dev.connections.manifest.internal.json.Pointer;

/** Sections are arrays, Zoho's is an object. */
final class SectionKinds implements ManifestRule {
    @Override
    public void check(Manifest manifest, Diagnoses found) {
        for (Section section : Section.values()) {
            manifest.value(section).ifPresent(value -> checkSection(section, value, found));
        }
    }

    private static void checkSection(Section section, Node value, Diagnoses found) {
        if (value.is(section.kind())) {
            return;
        }
        boolean array = section.kind() == Kind.ARRAY;
        found.add(Diagnosis.error(
                "section_type",
                new Place(Pointer.below("", section.json()), value.range()),
                "\"" + section.json() + "\" is " + Words.kind(value),
                array ? "write an array of entries, [] for none" : "write one entry as an object, {} for none"));
    }
}
