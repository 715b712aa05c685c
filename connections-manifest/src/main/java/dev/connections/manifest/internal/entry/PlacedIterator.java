package dev.connections.manifest.internal.entry;

import dev.connections.manifest.internal.json.Kind;
import dev.connections.manifest.internal.json.Node;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/** Runs over the entries of some sections and keeps none of them. */
final class PlacedIterator implements Iterator<Placed> {
    private final Manifest manifest;
    private final Iterator<Section> sections;
    private Section section = Section.CONNECTORS;
    private Iterator<Node> nodes = Collections.emptyIterator();
    private int index;

    PlacedIterator(Manifest manifest, List<Section> sections) {
        this.manifest = manifest;
        this.sections = sections.iterator();
    }

    @Override
    public boolean hasNext() {
        while (!nodes.hasNext() && sections.hasNext()) {
            section = sections.next();
            nodes = nodes(section);
            index = 0;
        }
        return nodes.hasNext();
    }

    private Iterator<Node> nodes(Section of) {
        Optional<Node> value = manifest.value(of).filter(node -> node.is(of.kind()));
        if (value.isEmpty()) {
            return Collections.emptyIterator();
        }
        if (of.kind() == Kind.ARRAY) {
            return value.get().elements().iterator();
        }
        return value.get().empty()
                ? Collections.emptyIterator()
                : List.of(value.get()).iterator();
    }

    @Override
    public Placed next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return new Placed(section, index++, nodes.next());
    }
}
