package dev.connections.manifest.internal.entry;

import dev.connections.manifest.ManifestException;
import dev.connections.manifest.internal.edit.Draft;
import dev.connections.manifest.internal.edit.Editor;
import dev.connections.manifest.internal.json.Kind;
import dev.connections.manifest.internal.json.Member;
import dev.connections.manifest.internal.json.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Single changes to the sections and entries of a manifest; what need not change stays byte for byte. */
final class EntryEdits {
    /** Where a new section goes if none of its siblings is there. */
    private static final String MODULES = "modules";

    private EntryEdits() {}

    static Manifest changed(Manifest manifest, Editor editor) {
        if (editor.splices().isEmpty()) {
            return manifest;
        }
        return manifest.changed(editor.apply());
    }

    /** The manifest with this section in it, empty if it was not there. */
    static Manifest ensure(Manifest manifest, Section section) {
        Optional<Node> value = manifest.value(section);
        if (value.isPresent() && value.get().is(section.kind())) {
            return manifest;
        }
        Editor editor = new Editor(manifest.document());
        Draft empty = new Draft.Raw(section.kind() == Kind.ARRAY ? "[]" : "{}");
        if (value.isEmpty()) {
            Node root = manifest.object().orElseThrow();
            editor.insert(root, place(root, section), section.json(), empty);
        } else if (value.get().is(Kind.NULL)) {
            editor.replace(value.get(), empty, Optional.empty());
        } else {
            throw new ManifestException(
                    "section_type",
                    "\"" + section.json() + "\" is neither " + (section.kind() == Kind.ARRAY ? "an array" : "an object")
                            + " nor null, so no entry can go there; mend what validate() says about it first",
                    null);
        }
        return changed(manifest, editor);
    }

    /** Behind a sibling, else behind the modules, else behind the last member. */
    private static Optional<Member> place(Node root, Section section) {
        List<String> before = new ArrayList<>();
        for (Section sibling : Section.values()) {
            before.add(sibling.json());
        }
        before.remove(section.json());
        before.add(MODULES);
        for (String name : before) {
            Optional<Member> member = root.member(name);
            if (member.isPresent()) {
                return member;
            }
        }
        return last(root);
    }

    private static Optional<Member> last(Node root) {
        Optional<Member> last = Optional.empty();
        for (Member member : root.members()) {
            last = Optional.of(member);
        }
        return last;
    }

    /** The manifest without this entry; Zoho's section stays, empty. */
    static Manifest without(Manifest manifest, Placed placed) {
        Editor editor = new Editor(manifest.document());
        if (placed.section() == Section.ZOHO_AUTHORISATION) {
            editor.replace(placed.node(), new Draft.Raw("{}"), Optional.empty());
        } else {
            editor.remove(manifest.value(placed.section()).orElseThrow(), placed.index());
        }
        return changed(manifest, editor);
    }

    /** The manifest without these keys in the entry that now stands where this one stood. */
    static Manifest trim(Manifest manifest, Placed was, Key... keys) {
        Manifest trimmed = manifest;
        for (Key key : keys) {
            trimmed = trim(trimmed, at(trimmed, was).node(), key);
        }
        return trimmed;
    }

    private static Placed at(Manifest manifest, Placed was) {
        for (Placed placed : manifest.entries(was.section())) {
            if (placed.index() == was.index()) {
                return placed;
            }
        }
        throw new IllegalArgumentException(was.pointer() + " is not there any more");
    }

    private static Manifest trim(Manifest manifest, Node entry, Key key) {
        int index = 0;
        for (Member member : entry.members()) {
            if (member.name().says(key.json())) {
                Editor editor = new Editor(manifest.document());
                editor.remove(entry, index);
                return changed(manifest, editor);
            }
            index++;
        }
        return manifest;
    }
}
