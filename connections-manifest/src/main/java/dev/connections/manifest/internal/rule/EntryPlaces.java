package dev.connections.manifest.internal.rule;

import dev.connections.manifest.internal.entry.Dialect;
import dev.connections.manifest.internal.entry.Manifest;
import dev.connections.manifest.internal.entry.Section;
import dev.connections.manifest.internal.json.Kind;

/** Entries stand where the product looks for them, and no more of them than it takes. */
final class EntryPlaces implements ManifestRule {
    private final int most;

    /** Sets how many connectors the product takes. */
    EntryPlaces(int most) {
        this.most = most;
    }

    @Override
    public void check(Manifest manifest, Diagnoses found) {
        if (!manifest.product().isEmpty()) {
            checkSections(manifest, Dialect.of(manifest.product()), found);
        }
        Located.top(manifest, Section.CONNECTORS.json())
                .filter(list -> most < Integer.MAX_VALUE && list.is(Kind.ARRAY))
                .ifPresent(list -> checkCount(list, found));
    }

    private static void checkSections(Manifest manifest, Dialect dialect, Diagnoses found) {
        for (Section section : Section.values()) {
            boolean right = section == dialect.main() || (section == Section.ZOHO_AUTHORISATION && dialect.zohoApart());
            if (!right && manifest.entries(section).iterator().hasNext()) {
                Located.top(manifest, section.json()).ifPresent(value -> misplaced(value, manifest, dialect, found));
            }
        }
    }

    private static void misplaced(Located section, Manifest manifest, Dialect dialect, Diagnoses found) {
        found.add(Diagnosis.warning(
                "section_misplaced",
                section.place(),
                "a manifest of " + manifest.product() + " is not known to keep connections under \"" + section.name()
                        + "\"",
                "put the entries under \"" + dialect.main().json() + "\"; upsert moves an entry there"));
    }

    private void checkCount(Located list, Diagnoses found) {
        int count = 0;
        for (var unused : list.node().elements()) {
            count++;
        }
        if (count > most) {
            found.add(Diagnosis.error(
                    "connectors_too_many",
                    list.place(),
                    "\"connectors\" has " + count + " entries",
                    "this product takes " + most + " at most: remove those that no call names"));
        }
    }
}
