package dev.connections.catalog.internal;

import dev.connections.catalog.ServiceFinding;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/** Places without inputs, and inputs without places. */
final class TemplateLint {
    private static final Set<String> OF_STRATEGIES = Set.of("token", "key", "id", Blueprint.CLIENT_ID);

    /** What is prose, and what has braces of its own: formulas and formats. */
    private static final Set<String> OTHERS = Set.of("notes", "reason", "source", "pattern", "format");

    private TemplateLint() {}

    static Stream<ServiceFinding> of(Linted service) {
        Set<String> declared = new HashSet<>(OF_STRATEGIES);
        service.at("inputs").elements().forEach(input -> input.text("name").ifPresent(declared::add));
        if (service.has("data_centers")) {
            declared.addAll(DataCenterPlaces.NAMES);
        }
        Set<String> used = new HashSet<>();
        var findings = new ArrayList<ServiceFinding>();
        service.allTexts()
                .filter(text ->
                        !OTHERS.contains(text.member()) && !text.pointer().contains("/computed_"))
                .forEach(text -> {
                    Set<String> places = new Template(text.value()).places();
                    used.addAll(places);
                    places.stream()
                            .filter(place -> !declared.contains(place))
                            .forEach(place -> findings.add(unknown(new Linted(service.node(), text.pointer()), place)));
                });
        return Stream.concat(findings.stream(), unused(service, used));
    }

    private static ServiceFinding unknown(Linted at, String place) {
        return at.error(
                "template_unknown",
                "the place {" + place + "} stands for no input",
                "declare the input " + Refusal.quoted(place) + ", or write the value itself");
    }

    private static Stream<ServiceFinding> unused(Linted service, Set<String> used) {
        return service.at("inputs").elements().stream()
                .filter(input ->
                        input.text("name").filter(name -> !used.contains(name)).isPresent())
                .map(input -> input.error(
                        "input_unused",
                        "the input " + Refusal.quoted(input.text("name").orElse(""))
                                + " is asked for and stands nowhere",
                        "leave it out, or write {" + input.text("name").orElse("") + "} where its value belongs"));
    }
}
