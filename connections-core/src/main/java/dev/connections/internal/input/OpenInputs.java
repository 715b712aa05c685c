package dev.connections.internal.input;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connections.ConnectionConfigurationException;
import dev.connections.Field;
import dev.connections.Input;
import dev.connections.internal.json.Json;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The inputs of a service that are open until it is connected, in the order to ask for them. */
public record OpenInputs(List<OpenInput> all) {
    private static final Pattern PLACE = Pattern.compile("\\binput-[a-z][a-z0-9-]{0,29}-open\\b");

    /** Everything is stated. */
    public static final OpenInputs NONE = new OpenInputs(List.of());

    public OpenInputs {
        all = List.copyOf(all);
        long names = all.stream().map(OpenInput::name).distinct().count();
        if (names < all.size()) {
            throw Refused.rule("has the name of another one; give each its own");
        }
    }

    /** Returns what somebody declared. */
    public static OpenInputs of(List<Input> inputs) {
        return new OpenInputs(inputs.stream().map(OpenInput::of).toList());
    }

    /** Reads the inputs of a service document, and where they stand in it. */
    public static OpenInputs read(ObjectNode document) {
        JsonNode inputs = document.path("inputs");
        if (inputs.isMissingNode()) {
            return NONE;
        }
        if (!inputs.isArray()) {
            throw Json.malformed("service document", "/inputs", "is not an array");
        }
        var read = new ArrayList<OpenInput>();
        inputs.forEach(input -> read.add(OpenInput.read(input)));
        return new OpenInputs(read).placedIn(document);
    }

    /** Whether nothing is open. */
    public boolean isEmpty() {
        return all.isEmpty();
    }

    /** Whether a user chooses a domain. */
    public boolean nameHosts() {
        return all.stream().anyMatch(input -> input.rule().isAnyHost());
    }

    /** Refuses the name of something that a document says already: both would be written alike. */
    public void refuseWritten(ObjectNode document) {
        Places.mapped(document, text -> {
            all.stream()
                    .filter(input -> text.contains(input.written()))
                    .findFirst()
                    .ifPresent(input -> {
                        throw Refused.rule("has the name \"" + input.name() + "\", and " + Refused.quoted(text)
                                + " says " + input.written() + " for something else; give the input another name");
                    });
            return text;
        });
    }

    /** Returns the inputs with the rules of the places that they have in a document; refuses those that none may have. */
    public OpenInputs placedIn(ObjectNode document) {
        var used = new HashSet<String>();
        var inHosts = new HashSet<String>();
        Places.mapped(document, text -> {
            var address = new Address(text);
            used.addAll(address.places());
            address.hostPlaces().forEach(place -> {
                requireDomain(address, place);
                inHosts.add(place);
            });
            return text;
        });
        Places.names(document, this::requireNoPlace);
        Json.texts(document, "default_scopes", "service document").forEach(this::requireNoScope);
        all.forEach(input -> requireUsed(input, used));
        return new OpenInputs(all.stream()
                .map(input -> inHosts.contains(input.name()) ? input.inHost() : input)
                .toList());
    }

    private void requireDomain(Address address, String place) {
        for (OpenInput input : all) {
            if (input.name().equals(place) && !address.keepsDomain(input)) {
                throw Refused.rule("lets {" + place + "} choose the domain of " + Refused.quoted(address.text())
                        + "; end the host in a literal domain such as .example.com, list options or hosts, or let the"
                        + " input be the whole host of an https address with anyHost(…)");
            }
            if (input.name().equals(place)) {
                address.unusable(input).ifPresent(option -> {
                    throw Refused.rule("lists " + Refused.quoted(option) + ", which makes no host of "
                            + Refused.quoted(address.text()) + "; write host labels of a-z, 0-9 and '-' inside");
                });
            }
        }
    }

    private void requireNoPlace(String member) {
        for (OpenInput input : all) {
            if (member.contains(input.written()) || member.contains(input.place())) {
                throw Refused.rule("stands in the name of a member, " + Refused.quoted(shown(member))
                        + "; it may stand in values alone");
            }
        }
    }

    private void requireNoScope(String scope) {
        if (all.stream().anyMatch(input -> scope.contains(input.written()))) {
            throw inScope(scope);
        }
    }

    private static ConnectionConfigurationException inScope(String scope) {
        return Refused.rule("stands in the scope " + Refused.quoted(scope) + ", and scopes are the same for everybody;"
                + " write the scope out, and state the input's value with withInputValues(…)");
    }

    /** Refuses a scope with the place of an input: scopes belong to a connection, values to one of its accounts. */
    public static void refuseScope(String scope) {
        if (PLACE.matcher(scope).find()) {
            throw inScope(scope);
        }
    }

    private static void requireUsed(OpenInput input, Set<String> used) {
        if (!used.contains(input.name())) {
            throw Refused.rule("is asked for and used nowhere: \"" + input.name()
                    + "\"; write its place() where the value belongs, or leave the input out");
        }
    }

    /** Returns a document in which strategies can read addresses: what stands for a value has the shape of one. */
    public ObjectNode opened(ObjectNode document) {
        return isEmpty()
                ? document
                : Places.mapped(document, text -> {
                    String opened = text;
                    for (OpenInput input : all) {
                        opened = opened.replace(input.written(), input.place());
                    }
                    return opened;
                });
    }

    /** Refuses an address in which a value is missing: the last look before anything is sent there. */
    public static void refuseOpen(String origin) {
        if (PLACE.matcher(origin).find()) {
            throw new ConnectionConfigurationException(
                    "input_missing",
                    "the address " + origin + " has no value yet for an input of its service; give it with the flow's"
                            + " withInputs(…), or declare the input with withInputs(…) of the service",
                    null);
        }
    }

    /** Refuses the name of something else that people are asked for at the same time. */
    public static void refuseShared(String name) {
        throw Refused.rule("has the name \"" + name + "\", and the credential asks for a value of that name;"
                + " give the input another name");
    }

    /** Refuses a document with a place that no input was declared for. */
    public static void refuseUndeclared(String service, String document) {
        if (PLACE.matcher(document).find()) {
            throw Refused.value(
                    "input_undeclared",
                    service,
                    "holds the place() of an input that it does not ask for; declare it with withInputs(…)");
        }
    }

    /** Returns a document as it is stored, with <code>{name}</code> for each value, and the inputs in it. */
    public ObjectNode written(ObjectNode document) {
        if (isEmpty()) {
            return document;
        }
        ObjectNode written = Places.mapped(document, this::shown);
        ArrayNode inputs = written.putArray("inputs");
        all.forEach(input -> inputs.add(input.write()));
        return written;
    }

    /** Returns a text as people read it. */
    public String shown(String text) {
        String shown = text;
        for (OpenInput input : longestFirst()) { // one's place may stand in another's
            shown = shown.replace(input.place(), input.written());
        }
        return shown;
    }

    private List<OpenInput> longestFirst() {
        return all.stream()
                .sorted(Comparator.comparingInt(input -> -input.name().length()))
                .toList();
    }

    /** Returns a stored document with values in place. */
    public ObjectNode filled(ObjectNode document, Map<String, String> values) {
        ObjectNode filled = Places.mapped(document, text -> new Address(text).expand(values));
        filled.remove("inputs");
        return filled;
    }

    /** Whether a strategy has no part in the values. */
    public static boolean sameAuthentication(ObjectNode one, ObjectNode other) {
        return Places.sameAuthentication(one, other);
    }

    /** Returns what to ask for; what is known already need not be given. */
    public List<Field> fields(Map<String, String> known) {
        return all.stream()
                .map(input -> input.field(!known.containsKey(input.name())))
                .toList();
    }

    /** Returns what people are asked, each with what to give. */
    public List<String> questions() {
        return all.stream()
                .map(input -> input.displayName() + " (" + input.advice()
                        + input.defaultValue()
                                .map(value -> "; " + value + " unless you say")
                                .orElse("")
                        + ")")
                .toList();
    }

    /** Returns what is taken where nobody says: a value of before, if it still fits, and a default where there was none. */
    public Map<String, String> defaults(Map<String, String> former) {
        var defaults = new LinkedHashMap<String, String>();
        for (OpenInput input : all) {
            String before = former.get(input.name());
            Optional<String> known = before == null ? input.defaultValue() : Optional.of(before);
            known.filter(input.rule()::admits).ifPresent(value -> defaults.put(input.name(), value));
        }
        return defaults;
    }

    /** Checks what somebody gave; what a form posts empty was not given. */
    public Map<String, String> given(String service, Map<String, String> values) {
        var unknown = new TreeSet<>(values.keySet());
        all.forEach(input -> unknown.remove(input.name()));
        if (!unknown.isEmpty()) {
            throw Refused.value(
                    "input_unknown",
                    service,
                    "does not ask for the input " + Refused.quoted(unknown.first()) + "; give only " + names());
        }
        var given = new HashMap<>(values);
        given.values().removeIf(String::isBlank);
        return given;
    }

    private List<String> names() {
        return all.stream().map(OpenInput::name).toList();
    }

    /** Returns a value for each input out of those there are; other names are nobody's business here. */
    public Map<String, String> complete(String service, Map<String, String> values) {
        var complete = new LinkedHashMap<String, String>();
        Map<String, String> known = defaults(Map.of());
        for (OpenInput input : all) {
            String value = values.getOrDefault(input.name(), known.get(input.name()));
            if (value == null) {
                throw missing(service, input);
            }
            if (!input.rule().admits(value)) {
                throw Refused.value(
                        "input_malformed",
                        service,
                        "cannot use " + Refused.quoted(value) + " for " + input.displayName() + " (" + input.name()
                                + "); " + input.advice());
            }
            complete.put(input.name(), value);
        }
        return complete;
    }

    private static ConnectionConfigurationException missing(String service, OpenInput input) {
        return Refused.value(
                "input_missing",
                service,
                "needs a value for " + input.displayName() + " (" + input.name() + "): give it with the flow's"
                        + " withInputs(…) when connecting; " + input.advice());
    }

    /** Refuses what is known only when somebody connects. */
    public void requireNone(String service, String what) {
        if (!isEmpty()) {
            throw Refused.value(
                    "input_missing",
                    service,
                    "leaves open " + names() + " until it is connected, so that there is no " + what
                            + " yet; state them with withInputValues(…)");
        }
    }
}
