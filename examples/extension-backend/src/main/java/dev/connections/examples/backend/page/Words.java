package dev.connections.examples.backend.page;

import dev.connections.Reference;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Small values as a sentence shows them. */
final class Words {
    private Words() {}

    static String of(Reference reference) {
        return Stream.of(reference.application(), reference.component(), reference.location())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
    }
}
