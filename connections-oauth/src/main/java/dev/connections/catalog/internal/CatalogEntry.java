package dev.connections.catalog.internal;

import dev.connections.Field;
import dev.connections.Secret;
import dev.connections.Service;
import dev.connections.catalog.DataCenter;
import dev.connections.catalog.ServiceCatalog.Entry;
import dev.connections.catalog.ServiceCatalog.Provenance;
import java.net.URI;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * An entry by name. Reads the rest of itself when it is asked for more than its heading.
 *
 * @param heading what it is called
 * @param rest the whole of it
 * @param asking whether inputs may be left open until the service is connected
 */
record CatalogEntry(Heading heading, Supplier<Blueprint> rest, boolean asking) implements Entry {
    CatalogEntry(Heading heading, Supplier<Blueprint> rest) {
        this(heading, rest, false);
    }

    @Override
    public Entry askingWhenConnecting() {
        return new CatalogEntry(heading, rest, true);
    }

    @Override
    public String linkName() {
        return heading.linkName();
    }

    @Override
    public String name() {
        return heading.name();
    }

    @Override
    public String category() {
        return heading.category();
    }

    @Override
    public String authenticationType() {
        return heading.authenticationType();
    }

    @Override
    public Optional<Provenance> provenance() {
        return rest.get().details().provenance();
    }

    @Override
    public List<String> notes() {
        return rest.get().details().notes();
    }

    @Override
    public Optional<URI> documentation() {
        return rest.get().details().documentation();
    }

    @Override
    public Optional<URI> console() {
        return rest.get().details().console();
    }

    @Override
    public List<Field> fields() {
        Blueprint blueprint = rest.get();
        return blueprint.fields().stream()
                .map(field -> asking && blueprint.input(field.name()).isPresent() ? optional(field) : field)
                .toList();
    }

    private static Field optional(Field field) {
        return new Field(field.name(), field.displayName(), field.secret(), false, field.options());
    }

    @Override
    public Map<String, String> examples() {
        var examples = new LinkedHashMap<String, String>();
        rest.get().inputs().stream()
                .filter(Input::required)
                .forEach(input -> input.shown().ifPresent(value -> examples.put(input.name(), value)));
        return Collections.unmodifiableMap(examples);
    }

    @Override
    public String explain() {
        return new Sample(rest.get()).explain();
    }

    @Override
    public Service<?> withValues(Map<String, String> values) {
        Blueprint blueprint = rest.get();
        var remaining = new HashMap<>(values);
        Choices choices = asking ? Choices.of(blueprint).askingWhenConnecting() : Choices.of(blueprint);
        if (blueprint.hasDataCenters()) {
            choices = choices.at(dataCenter(take(remaining, Blueprint.DATA_CENTER)));
        }
        if (blueprint.needsClient()) {
            String id = take(remaining, Blueprint.CLIENT_ID);
            choices = choices.as(id, Optional.of(Secret.of(take(remaining, Blueprint.CLIENT_SECRET))));
        }
        if (blueprint.needsResourceServers()) {
            choices = choices.reaching(List.of(take(remaining, Blueprint.RESOURCE_SERVER)));
        }
        requireKnown(blueprint, remaining);
        remaining.values().removeIf(String::isBlank); // a form posts what nobody typed as empty text
        return choices.with(remaining).service();
    }

    private void requireKnown(Blueprint blueprint, Map<String, String> remaining) {
        List<String> known = blueprint.fields().stream().map(Field::name).toList();
        remaining.keySet().stream()
                .filter(name -> !known.contains(name))
                .sorted()
                .findFirst()
                .ifPresent(name -> {
                    throw Refusal.unknown(heading, name, known);
                });
    }

    private String take(Map<String, String> values, String field) {
        String value = values.remove(field);
        if (value == null || value.isBlank()) {
            throw Refusal.missing(heading, field, "give it under that name");
        }
        return value;
    }

    private DataCenter dataCenter(String name) {
        for (DataCenter each : DataCenter.values()) {
            if (each.name().equals(name)) {
                return each;
            }
        }
        throw Refusal.malformed(heading, Blueprint.DATA_CENTER, name, "give one of " + Blueprint.dataCenters());
    }

    @Override
    public String toString() {
        return heading.toString();
    }
}
