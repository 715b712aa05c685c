package dev.connections.catalog.internal;

import dev.connections.catalog.internal.InputRule.Position;
import dev.connections.catalog.internal.Node.Place;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Makes sure that no value can lead an address of a catalogue entry out of its domain, before there are values. */
final class TemplateCheck {
    /** Places of strategies, which are filled in with each request. */
    private static final Set<String> OF_STRATEGIES = Set.of("token", "key", "id");

    /** A place of headers: no id that is written there can lead a request elsewhere. */
    private static final String CLIENT = Blueprint.CLIENT_ID;

    /** What the members with formulas begin with: a value that was written into one would be read as a part of it. */
    private static final String COMPUTED = "computed_";

    /** An input by its name in a formula: the values of entries are written into the document, and known there alone. */
    private static final Pattern INPUT = Pattern.compile("(?<![\\w.])input\\.");

    private static final Pattern LITERAL = Pattern.compile("'[^']*'");

    private final Source source;
    private final List<Input> inputs;
    private final Set<String> dataCenterPlaces;
    private final Set<String> used = new HashSet<>();
    private final Set<String> usedInHosts = new HashSet<>();
    private boolean inHeaders;

    TemplateCheck(Source source, List<Input> inputs, boolean hasDataCenters) {
        this.source = source;
        this.inputs = inputs;
        dataCenterPlaces = hasDataCenters ? DataCenterPlaces.NAMES : Set.of();
    }

    /** Checks the document's templates and returns the inputs with the rules of the places they are used in. */
    List<Input> place(Map<String, Node> document, Place at) {
        document.forEach((member, node) -> {
            inHeaders = member.equals("headers");
            check(member, node, false);
        });
        List<Input> placed = inputs.stream()
                .map(input -> usedInHosts.contains(input.name()) ? input.at(Position.LABEL) : input)
                .toList();
        placed.forEach(input -> requireUsable(input, at));
        return placed;
    }

    private void check(String name, Node node, boolean canBeLeftOut) {
        if (node.isObject()) {
            boolean membersCan = name.equals("headers") || name.endsWith("parameters");
            boolean computed = name.startsWith(COMPUTED);
            node.members().forEach((each, member) -> {
                requireNoInput(each, member.at());
                requireNoPlace(computed, member);
                check(each, member, membersCan);
            });
        } else if (node.isArray()) {
            node.elements().forEach(element -> check("", element, false));
        } else if (node.value() instanceof String text) {
            var template = new Template(text);
            check(template, node.at());
            if (!canBeLeftOut) {
                requireNoOptional(template, node.at());
            }
        }
    }

    private void requireNoPlace(boolean computed, Node member) {
        if (computed && member.value() instanceof String text) {
            boolean variable =
                    INPUT.matcher(LITERAL.matcher(text).replaceAll("")).find();
            if (variable || !new Template(text).places().isEmpty()) {
                throw source.malformed(
                        member.at(),
                        "has an input inside a formula; use a parameter or a header of its own for the input");
            }
        }
    }

    /** What cannot be left out as a whole would be sent with its braces. */
    private void requireNoOptional(Template template, Place at) {
        for (String place : template.places()) {
            if (input(place).filter(Input::canBeAbsent).isPresent()) {
                throw source.malformed(
                        at,
                        "needs {" + place + "}, an optional input, where nothing can be left out; give it a default, or"
                                + " use it as the value of a member of \"headers\" or of an object whose name ends in"
                                + " \"parameters\"");
            }
        }
    }

    private void check(Template template, Place at) {
        for (String place : template.places()) {
            if (!isKnown(place)) {
                throw source.malformed(at, "has the place {" + place + "}, but no such input; declare it");
            }
            if (template.isAddress() && input(place).filter(Input::canBeAbsent).isPresent()) {
                throw source.malformed(
                        at, "needs {" + place + "}, an optional input, in an address; give it a default");
            }
            used.add(place);
        }
        template.hostPlaces().forEach(place -> checkHost(template, place, at));
    }

    private boolean isKnown(String place) {
        return dataCenterPlaces.contains(place)
                || input(place).isPresent()
                || OF_STRATEGIES.contains(place)
                || (inHeaders && place.equals(CLIENT));
    }

    private void checkHost(Template template, String place, Place at) {
        Optional<InputRule> rule = input(place).map(Input::rule);
        if (dataCenterPlaces.contains(place) || rule.filter(InputRule::isClosed).isPresent()) {
            return;
        }
        boolean whole = rule.filter(InputRule::isWholeHost).isPresent();
        if (rule.isEmpty() || (whole ? !template.isHostAlone(place) : !template.endsInDomain())) {
            throw source.malformed(
                    at,
                    "lets {" + place
                            + "} choose the domain; end the host in a literal domain such as .example.com, list"
                            + " the input's options or hosts, or say \"host\": \"own\" and make it the whole host");
        }
        usedInHosts.add(place);
    }

    private void requireNoInput(String name, Place at) {
        for (String place : new Template(name).places()) {
            if (!dataCenterPlaces.contains(place)) {
                throw source.malformed(
                        at, "has a place in the name of a member; only those of data centers may stand there");
            }
        }
    }

    private void requireUsable(Input input, Place at) {
        if (!used.contains(input.name())) {
            throw source.malformed(at, "asks for \"" + input.name() + "\" and uses it nowhere; remove the input");
        }
        input.defaultValue().ifPresent(value -> requireFits(input, "default", value, at));
        input.example().ifPresent(value -> requireFits(input, "example", value, at));
    }

    private void requireFits(Input input, String what, String value, Place at) {
        if (!input.rule().admits(value)) {
            throw source.malformed(
                    at,
                    "has an input \"" + input.name() + "\" whose " + what + " " + Refusal.quoted(value)
                            + " breaks its own rule; " + input.rule().advice());
        }
    }

    private Optional<Input> input(String name) {
        return inputs.stream().filter(each -> each.name().equals(name)).findFirst();
    }
}
