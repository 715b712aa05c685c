package dev.connections.examples.manifestplugin;

import dev.connections.manifest.Validation;

/** By whose measure a build judges its manifest, as a person writes it. */
public enum Measure {
    /** The rules of the product. */
    PRODUCT,
    /** The same, and warnings count. */
    STRICT,
    /** What Zoho's own tool refuses. */
    CLI;

    Validation validation() {
        return switch (this) {
            case PRODUCT -> Validation.forProduct();
            case STRICT -> Validation.strict();
            case CLI -> Validation.likeOfficialCli();
        };
    }
}
