package dev.connections.manifest.internal.rule;

import dev.connections.manifest.Finding.Severity;
import dev.connections.manifest.internal.entry.Manifest;
import dev.connections.manifest.internal.json.Kind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/**
 * Each language of an extension has a file of translations.
 *
 * @see <a href="https://www.zoho.com/desk/extensions/guide/manifest.html">Desk, plugin-manifest.json (read November
 *     2026)</a>
 */
final class Translations implements ManifestRule {
    private static final Set<String> CHECKED_BY_TOOLS = Set.of("DESK", "PROJECTS");

    private final Path folder;

    Translations(Path folder) {
        this.folder = folder;
    }

    @Override
    public void check(Manifest manifest, Diagnoses found) {
        Severity severity = CHECKED_BY_TOOLS.contains(manifest.product()) ? Severity.ERROR : Severity.WARNING;
        Verdicts verdicts = new Verdicts(severity, found);
        Optional<Located> locales = Located.top(manifest, Locales.KEY).filter(value -> value.is(Kind.ARRAY));
        locales.ifPresent(list -> list.forEachItem(code -> check(code, verdicts)));
    }

    private void check(Located code, Verdicts verdicts) {
        if (!Locales.known(code)) {
            return; // said by the rule about languages; and no text of the file becomes a path
        }
        String file = "app/translations/" + code.node().text() + ".json";
        if (!Files.isRegularFile(folder.resolve(file))) {
            verdicts.add(
                    "translation_missing",
                    code,
                    code.quoted() + " has no file " + file,
                    "add the file, {} if nothing is translated, or take the language out");
        }
    }
}
