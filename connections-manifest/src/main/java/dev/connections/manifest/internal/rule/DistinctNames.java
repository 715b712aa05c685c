package dev.connections.manifest.internal.rule;

import dev.connections.manifest.Finding.Severity;
import dev.connections.manifest.internal.json.Document;
import dev.connections.manifest.internal.json.Duplicates;
import dev.connections.manifest.internal.json.Node;
import dev.connections.manifest.internal.json.Pointer;
import dev.connections.manifest.internal.json.Position;
import dev.connections.manifest.internal.json.Positions;
import dev.connections.manifest.internal.text.Quote;
import java.util.BitSet;

/** No object of the file has a name twice: of two values most readers drop the first without a word. */
final class DistinctNames {
    /** Finding the pointer of one takes time linear in the file; more than these help nobody. */
    private static final int LISTED = 100;

    private final Document document;
    private final Positions positions;
    private int reported;

    DistinctNames(Document document) {
        this.document = document;
        this.positions = new Positions(document.text());
    }

    /** Looks at all objects but these, which are known to have no name twice, and what is in them. */
    void check(BitSet without, Diagnoses found) {
        for (Node object : document.objectsWithout(without)) {
            Duplicates.each(object, duplicate -> note(object, duplicate, found));
        }
    }

    private void note(Node object, Duplicates.Duplicate duplicate, Diagnoses found) {
        if (reported++ < LISTED) {
            found.add(report(object, duplicate));
        } else {
            found.addUnlisted(1, Severity.ERROR);
        }
    }

    private Diagnosis report(Node object, Duplicates.Duplicate duplicate) {
        Node again = duplicate.again().name();
        Position first = positions.at(duplicate.first().name().start());
        String pointer = Pointer.below(Pointer.of(document, object), again.text());
        return Diagnosis.error(
                "duplicate_key",
                new Place(pointer, again.range()),
                "the name " + Quote.of(again.text()) + " stands at " + first.line() + ":" + first.column()
                        + " already, and readers keep only one of the two values",
                "remove one of them, or give it another name");
    }
}
