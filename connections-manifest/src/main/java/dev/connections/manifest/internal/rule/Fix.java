package dev.connections.manifest.internal.rule;

import dev.connections.manifest.internal.edit.Splice;
import java.util.List;

/** The change that mends what was found, worked out when asked for. */
public interface Fix {
    /** There is no single safe answer. */
    Fix NONE = List::of;

    /** Changes to the text that was checked; none if there is no safe answer. */
    List<Splice> splices();
}
