package dev.connections.manifest.internal.rule;

import dev.connections.manifest.Finding.Severity;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What of all that is found counts, and how much.
 *
 * @param mode by whose measure
 * @param ignored codes that do not count
 * @param extension what the manifest is compared with
 */
public record Profile(Mode mode, Set<String> ignored, Extension extension) {
    /** By whose measure a manifest is judged. */
    public enum Mode {
        /** What each finding says of itself. */
        PRODUCT,
        /** Nothing is put off: warnings are errors, and there is more to look at. */
        STRICT,
        /** Only what the official CLI refuses. */
        OFFICIAL_CLI
    }

    /** What each finding says of itself; nothing is ignored. */
    public static final Profile STANDARD = of(Mode.PRODUCT);

    /** All of what counts in this mode, in the text alone. */
    public static Profile of(Mode mode) {
        return new Profile(mode, Set.of(), Extension.none());
    }

    /** Copies the set. */
    public Profile {
        ignored = Set.copyOf(ignored);
    }

    /** The diagnosis as it counts in a manifest of this product; empty if it does not. */
    Optional<Diagnosis> judge(String product, Diagnosis diagnosis) {
        if (ignored.contains(diagnosis.code())) {
            return Optional.empty();
        }
        return switch (mode) {
            case PRODUCT -> Optional.of(diagnosis);
            case STRICT -> Optional.of(diagnosis.severity() == Severity.WARNING ? asError(diagnosis) : diagnosis);
            case OFFICIAL_CLI ->
                OfficialCli.refuses(product, diagnosis) ? Optional.of(asError(diagnosis)) : Optional.empty();
        };
    }

    /** What is left of all that counts: the official CLI stops at the first kind of thing that it cannot go on from. */
    List<Diagnosis> settle(List<Diagnosis> counted) {
        if (mode == Mode.OFFICIAL_CLI) {
            for (Set<String> end : OfficialCli.ENDS) {
                List<Diagnosis> last = counted.stream()
                        .filter(diagnosis -> end.contains(diagnosis.code()))
                        .toList();
                if (!last.isEmpty()) {
                    return last;
                }
            }
        }
        return counted;
    }

    private static Diagnosis asError(Diagnosis diagnosis) {
        return diagnosis.as(Severity.ERROR);
    }
}
