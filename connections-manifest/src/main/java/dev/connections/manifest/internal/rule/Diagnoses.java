package dev.connections.manifest.internal.rule;

import dev.connections.manifest.Finding.Severity;
import dev.connections.manifest.internal.json.Range;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Collects what rules find; counts on when there is too much to list. Confined to one thread. */
public final class Diagnoses {
    private static final int LISTED = 1000;

    private final boolean fixable;
    private final Function<Diagnosis, Optional<Diagnosis>> judge;
    private final List<Diagnosis> listed = new ArrayList<>();
    private int unlisted;
    private Severity worstUnlisted = Severity.HINT;

    /** Collects for a text what the judge lets count; rules offer fixes only for a text that is JSON. */
    Diagnoses(boolean json, Function<Diagnosis, Optional<Diagnosis>> judge) {
        this.fixable = json;
        this.judge = judge;
    }

    /** Collects everything. */
    Diagnoses(boolean json) {
        this(json, Optional::of);
    }

    /** Notes what a rule found. */
    void add(Diagnosis diagnosis) {
        addWithFix(fixable ? diagnosis : diagnosis.fixedBy(Fix.NONE));
    }

    /** Notes what keeps the text from being JSON; its fix needs no JSON. */
    void addWithFix(Diagnosis diagnosis) {
        judge.apply(diagnosis).ifPresent(this::list);
    }

    private void list(Diagnosis diagnosis) {
        if (listed.size() < LISTED) {
            listed.add(diagnosis);
        } else {
            addUnlisted(1, diagnosis.severity());
        }
    }

    void addUnlisted(int count, Severity severity) {
        unlisted += count;
        worstUnlisted = severity.compareTo(worstUnlisted) < 0 ? severity : worstUnlisted;
    }

    /** What was found, in order of the text; the last one says how much is not listed. */
    public List<Diagnosis> inOrder() {
        List<Diagnosis> all = new ArrayList<>(listed);
        all.sort(Comparator.comparingInt(diagnosis -> diagnosis.place().range().start()));
        if (unlisted > 0) {
            int last =
                    all.isEmpty() ? 0 : all.get(all.size() - 1).place().range().start();
            all.add(omitted(new Place("", new Range(last, last))));
        }
        return all;
    }

    private Diagnosis omitted(Place place) {
        return new Diagnosis(
                "findings_omitted",
                worstUnlisted,
                place,
                unlisted + " more findings are not listed",
                "mend these first, then look again",
                Fix.NONE);
    }
}
