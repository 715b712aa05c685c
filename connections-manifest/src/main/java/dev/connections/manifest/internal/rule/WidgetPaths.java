package dev.connections.manifest.internal.rule;

import dev.connections.manifest.internal.entry.Manifest;
import dev.connections.manifest.internal.json.Kind;
import dev.connections.manifest.internal.json.Member;
import dev.connections.manifest.internal.json.Node;
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

    /** Makes pointers only on the way to what is wrong. Documents are read to a limited depth, so this ends. */
    private static void check(Located value, Diagnoses found) {
        if (!wrong(value.name(), value.node())) {
            return;
        }
        if (value.is(Kind.STRING)) {
            found.add(outside(value));
        }
        for (Member member : value.node().members()) {
            String name = member.name().text();
            if (wrong(name, member.value())) {
                check(new Located(Pointer.below(value.pointer(), name), member.value()), found);
            }
        }
        int index = 0;
        for (Node element : value.node().elements()) {
            if (wrong("", element)) {
                check(new Located(Pointer.below(value.pointer(), index), element), found);
            }
            index++;
        }
    }

    private static Diagnosis outside(Located path) {
        return Diagnosis.error(
                "path_outside",
                path.place(),
                path.quoted() + " leads out of the extension's folder",
                "write a path inside it with forward slashes, for example \"/app/widget.html\"");
    }

    /** Tells whether a value of this name is, or holds, a path that leads out. */
    private static boolean wrong(String name, Node value) {
        if (value.is(Kind.STRING)) {
            return PATHS.contains(name) && leadsOut(value.text());
        }
        for (Member member : value.members()) {
            if (wrong(member.name().text(), member.value())) {
                return true;
            }
        }
        for (Node element : value.elements()) {
            if (wrong("", element)) {
                return true;
            }
        }
        return false;
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
