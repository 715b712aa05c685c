package dev.connections.catalog.internal;

import dev.connections.catalog.internal.Node.Place;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Makes whole entries of those of a file that derive from others: each is a merge patch of the one it extends.
 *
 * <p>A chain of any length is followed in steps, and each entry is made once. What the entries of one file inherit is bounded
 * altogether: a small file can say much by inheriting it again and again. Confined to the reading of one file.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7396">RFC 7396</a>
 */
final class Derivations {
    static final String EXTENDS = "extends";
    /** Members of all that is made for one file: as many as a file of the longest length can say itself. */
    private static final int MOST_MEMBERS = 1_000_000;

    private static final int NAMES_SHOWN = 5;
    private static final String LINK_NAME = "link_name";
    private static final Node NOTHING = new Node(Node.NULL, new Place(1, 1));

    /** Of the parent alone: its name, its place, and how sure somebody is of its facts. */
    private static final Set<String> NOT_INHERITED =
            Set.of(LINK_NAME, EXTENDS, "replace", "confidence", "agreement", "checked");

    private final Source source;
    private final OpenCatalog before;
    private final Map<String, Node> written = new HashMap<>();
    private final Map<String, Node> whole = new HashMap<>();
    private final Map<String, Optional<Node>> read = new HashMap<>();
    private long made;

    Derivations(Source source, List<Node> entries, OpenCatalog before) {
        this.source = source;
        this.before = before;
        entries.forEach(entry -> text(entry, LINK_NAME).ifPresent(name -> written.putIfAbsent(name, entry)));
    }

    /** Returns an entry with all it inherits. */
    Node whole(Node entry) {
        Deque<Node> patches = new ArrayDeque<>();
        Set<String> passed = new LinkedHashSet<>();
        Node base = entry;
        while (member(base, EXTENDS).isPresent() && known(base).isEmpty()) {
            patches.push(base);
            base = parent(base, passed);
        }
        Node result = known(base).orElse(base);
        for (Node patch : patches) {
            result = patched(result, patch);
            requireBounded(patch);
            keep(result);
        }
        return result;
    }

    private void requireBounded(Node patch) {
        if (made > MOST_MEMBERS) {
            throw source.malformed(
                    member(patch, EXTENDS).orElse(patch).at(),
                    "extends too much: the services of the file inherit more than " + MOST_MEMBERS
                            + " members altogether; split the file, or extend smaller services");
        }
    }

    /** An entry that extends its own link name means the one whose place it takes. */
    private Node parent(Node entry, Set<String> passed) {
        Node link = member(entry, EXTENDS).orElseThrow();
        String parent = text(entry, EXTENDS)
                .orElseThrow(() -> source.malformed(
                        link.at(), "cannot be used for \"extends\"; write the link name of another service"));
        boolean itself = text(entry, LINK_NAME).equals(Optional.of(parent));
        Node own = written.get(parent);
        if (own == null || itself) {
            Node earlier = earlier(parent).orElseThrow(() -> missing(link, parent));
            made += size(earlier);
            requireBounded(entry);
            return earlier.at(link.at()); // what is wrong with it is wrong with who extends it
        }
        if (!passed.add(parent)) {
            throw source.malformed(
                    link.at(),
                    "extends " + Refusal.quoted(parent) + ", which extends it in turn, by " + names(passed)
                            + "; let one of them stand alone");
        }
        return own;
    }

    private static String names(Set<String> passed) {
        String first = passed.stream().limit(NAMES_SHOWN).map(Refusal::quoted).collect(Collectors.joining(", "));
        return passed.size() <= NAMES_SHOWN ? first : first + " and " + (passed.size() - NAMES_SHOWN) + " more";
    }

    private Optional<Node> earlier(String linkName) {
        return read.computeIfAbsent(linkName, before::written);
    }

    private RuntimeException missing(Node link, String parent) {
        List<String> near = NearNames.of(parent, before.linkNames());
        return source.malformed(
                link.at(),
                "extends " + Refusal.quoted(parent) + ", but there is no other service of that link name; "
                        + (near.isEmpty() ? "correct it" : "perhaps one of " + near));
    }

    private Optional<Node> known(Node entry) {
        Optional<String> name = text(entry, LINK_NAME);
        boolean ours = name.map(written::get)
                .filter(own -> own.at().equals(entry.at()))
                .isPresent();
        return ours ? name.map(whole::get) : Optional.empty();
    }

    private void keep(Node made) {
        text(made, LINK_NAME).ifPresent(name -> whole.put(name, made));
    }

    private Node patched(Node parent, Node patch) {
        var members = new LinkedHashMap<>(parent.members());
        members.keySet().removeAll(NOT_INHERITED);
        var changes = new LinkedHashMap<>(patch.members());
        changes.remove(EXTENDS);
        return merged(new Node(members, parent.at()), new Node(changes, patch.at()));
    }

    /** Applies a merge patch: RFC 7396, section 2. */
    private Node merged(Node target, Node patch) {
        if (!patch.isObject()) {
            return patch;
        }
        made += (target.isObject() ? target.members().size() : 0)
                + patch.members().size();
        if (made > MOST_MEMBERS) {
            return patch; // refused in a moment, see requireBounded
        }
        var members = new LinkedHashMap<String, Node>(target.isObject() ? target.members() : Map.of());
        patch.members().forEach((name, value) -> {
            if (value.value() == Node.NULL) {
                members.remove(name);
            } else {
                members.put(name, merged(members.getOrDefault(name, NOTHING), value));
            }
        });
        return new Node(members, patch.at());
    }

    private static long size(Node node) {
        return node.isObject()
                ? 1
                        + node.members().values().stream()
                                .mapToLong(Derivations::size)
                                .sum()
                : 1;
    }

    private static Optional<Node> member(Node entry, String name) {
        return entry.isObject() ? Optional.ofNullable(entry.members().get(name)) : Optional.empty();
    }

    private static Optional<String> text(Node entry, String name) {
        return member(entry, name)
                .map(Node::value)
                .filter(String.class::isInstance)
                .map(String.class::cast);
    }
}
