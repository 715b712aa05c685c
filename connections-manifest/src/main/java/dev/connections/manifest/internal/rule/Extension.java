package dev.connections.manifest.internal.rule;

import java.nio.file.Path;
import java.util.List;

/**
 * The folder of an extension, with which its manifest is compared. Immutable.
 */
public final class Extension {
    private static final Extension NONE = new Extension(List.of());

    private final List<ManifestRule> rules;

    private Extension(List<ManifestRule> rules) {
        this.rules = rules;
    }

    /** Nothing but the text is looked at. */
    public static Extension none() {
        return NONE;
    }

    /** The folder in which {@code plugin-manifest.json} and {@code app} lie. */
    public static Extension at(Path folder) {
        return new Extension(List.of(new Translations(folder), new UndeclaredConnections(folder)));
    }

    List<ManifestRule> rules() {
        return rules;
    }
}
