package dev.connections.manifest.internal.rule;

import dev.connections.manifest.internal.entry.Manifest;
import dev.connections.manifest.internal.json.Kind;
import dev.connections.manifest.internal.json.Member;
import dev.connections.manifest.internal.json.Pointer;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Files that widgets name are files of the extension: a path does not lead out of its folder. */
final class WidgetPaths implements ManifestRule {
    private static final Set<String> PATHS = Set.of("url", "path_url", "icon", "logo", "file_location");
    private static final List<String> PLACES = List.of("modules", "widgets", "file_location");

    @Override
    public void check(Manifest manifest, Diagnoses found) {
        for (String place : PLACES) {
            Located.top(manifest, place).ifPresent(value -> check(value, found));
        }
    }

    /** Documents are read to a limited depth, so this ends. */
    private static void check(Located value, Diagnoses found) {
        if (value.is(Kind.STRING)
                && PATHS.contains(value.name())
                && leadsOut(value.node().text())) {
            found.add(Diagnosis.error(
                    "path_outside",
                    value.place(),
                    value.quoted() + " leads out of the extension's folder",
                    "write a path inside it with forward slashes, for example \"/app/widget.html\""));
        }
        for (Member member : value.node().members()) {
            check(new Located(Pointer.below(value.pointer(), member.name().text()), member.value()), found);
        }
        value.items().forEach(item -> check(item, found));
    }

    private static boolean leadsOut(String path) {
        String plain = path.toLowerCase(Locale.ROOT)
                .replace("%2e", ".")
                .replace("%2f", "/")
                .replace("%5c", "\\");
        boolean up =
                (plain.replace('\\', '/') + "/").startsWith("../") || (plain.replace('\\', '/') + "/").contains("/../");
        boolean drive = plain.length() > 1 && plain.charAt(1) == ':';
        boolean control = plain.chars().anyMatch(Character::isISOControl) || plain.contains("%00");
        return up || drive || control || plain.startsWith("file:") || plain.contains("\\");
    }
}
