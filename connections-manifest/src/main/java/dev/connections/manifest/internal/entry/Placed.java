package dev.connections.manifest.internal.entry;

import dev.connections.manifest.internal.json.Member;
import dev.connections.manifest.internal.json.Node;
import java.util.Iterator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An entry where it stands. Reads its members when first asked for them; confined to one thread. */
public final class Placed {
    private final Section section;
    private final int index;
    private final Node node;
    private @Nullable Fields fields;

    /** A value as an entry of this section, with its number there. */
    public Placed(Section section, int index, Node node) {
        this.section = section;
        this.index = index;
        this.node = node;
    }

    public Section section() {
        return section;
    }

    /** Its number in the section, from 0; 0 where the section is the entry. */
    public int index() {
        return index;
    }

    /** The value, whatever it is. */
    public Node node() {
        return node;
    }

    /** Its members; none if it is no object. */
    public Fields fields() {
        Fields read = fields;
        if (read == null) {
            read = Fields.of(node);
            fields = read;
        }
        return read;
    }

    /** The value of its first member, if that has this key. */
    Optional<Node> firstValue(Key key) {
        Iterator<Member> members = node.members().iterator();
        return members.hasNext()
                ? Optional.of(members.next())
                        .filter(first -> first.name().says(key.json()))
                        .map(Member::value)
                : Optional.empty();
    }

    public Shape shape() {
        return Shape.of(fields());
    }

    /** JSON pointer of the entry. */
    public String pointer() {
        return section.pointer(index);
    }
}
