package dev.connections.manifest.internal.entry;

import dev.connections.manifest.internal.json.Kind;
import dev.connections.manifest.internal.json.Member;
import dev.connections.manifest.internal.json.Node;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The known members of one entry. Of a repeated name the last one counts, as for other JSON readers. */
public final class Fields {
    private final Map<Key, Member> known = new EnumMap<>(Key.class);
    private final Node entry;

    private Fields(Node entry) {
        this.entry = entry;
    }

    /** Reads the members of a value; a value that is no object has none. */
    public static Fields of(Node entry) {
        Fields fields = new Fields(entry);
        for (Member member : entry.members()) {
            fields.add(member);
        }
        return fields;
    }

    private void add(Member member) {
        Key.of(member.name()).ifPresent(key -> known.put(key, member));
    }

    /** All members, in order; read anew each time, since there may be millions. */
    public Iterable<Member> all() {
        return entry.members();
    }

    /** Tells whether a member's name is one of the keys. */
    public static boolean known(Member member) {
        return Key.of(member.name()).isPresent();
    }

    /** Tells whether there is no known member. */
    public boolean isEmpty() {
        return known.isEmpty();
    }

    public boolean has(Key key) {
        return known.containsKey(key);
    }

    public Optional<Member> member(Key key) {
        return Optional.ofNullable(known.get(key));
    }

    public Optional<Node> value(Key key) {
        Member member = known.get(key);
        return member == null ? Optional.empty() : Optional.of(member.value());
    }

    /** Known keys in the order in which they stand. */
    List<Key> order() {
        return known.entrySet().stream()
                .sorted(Comparator.comparing(field -> field.getValue().name().start()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** What a string or number says; empty for anything else. */
    public String text(Key key) {
        return value(key)
                .filter(node -> node.is(Kind.STRING) || node.is(Kind.NUMBER))
                .map(Node::text)
                .orElse("");
    }

    /** True for {@code true} and for the string that says so: seen in public manifests. */
    boolean flag(Key key) {
        return value(key)
                .filter(node -> node.is(Kind.TRUE) || node.says("true"))
                .isPresent();
    }

    /** The strings of an array; empty for anything else. */
    List<String> texts(Key key) {
        List<String> texts = new ArrayList<>();
        value(key)
                .ifPresent(array -> array.elements().forEach(element -> {
                    if (element.is(Kind.STRING)) {
                        texts.add(element.text());
                    }
                }));
        return texts;
    }
}
