package dev.connections.manifest.internal.entry;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** The entries beside which a new one comes to stand. */
final class Neighbours {
    private Optional<Placed> last = Optional.empty();
    private final Map<Shape, Placed> beside = new EnumMap<>(Shape.class);
    private final Map<Shape, Placed> elsewhere = new EnumMap<>(Shape.class);

    private Neighbours() {}

    static Neighbours of(Manifest manifest, Section section) {
        Neighbours neighbours = new Neighbours();
        for (Placed placed : manifest.entries()) {
            if (!placed.fields().isEmpty()) {
                neighbours.add(placed, placed.section() == section);
            }
        }
        return neighbours;
    }

    private void add(Placed placed, boolean here) {
        if (here) {
            last = Optional.of(placed);
        }
        (here ? beside : elsewhere).put(placed.shape(), placed);
    }

    /** The last one in the same section. */
    Optional<Placed> last() {
        return last;
    }

    /** The one whose look is copied: the last of this shape in the same section, else in another. */
    Optional<Placed> model(Shape shape) {
        return Optional.ofNullable(beside.getOrDefault(shape, elsewhere.get(shape)));
    }
}
