package dev.connections.examples.backend.page;

import dev.connections.Field;
import dev.connections.examples.backend.html.Element;
import dev.connections.examples.backend.html.Html;
import java.util.List;
import java.util.stream.Collectors;

/** Scopes: a box for each that the service is known to have, and a field for others. */
final class ScopePicker {
    private ScopePicker() {}

    static Html of(List<Field> known, List<String> chosen, String whenEmpty) {
        String others = chosen.stream()
                .filter(scope -> known.stream().noneMatch(field -> field.name().equals(scope)))
                .collect(Collectors.joining(" "));
        return known.isEmpty()
                ? Input.text("scopes", "Scopes", others).hint("Separated by spaces. " + whenEmpty)
                : boxes(known, chosen)
                        .add(Input.text("scopes", "Other scopes", others).hint("Separated by spaces. " + whenEmpty));
    }

    private static Element boxes(List<Field> known, List<String> chosen) {
        Element boxes = Element.of("fieldset").add(Element.of("legend").text("Scopes"));
        known.forEach(field -> boxes.add(Input.tick(
                "scopes",
                field.name(),
                field.name() + (field.displayName().isEmpty() ? "" : " – " + field.displayName()),
                chosen.contains(field.name()))));
        return boxes;
    }
}
