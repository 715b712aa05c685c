package dev.connections.catalog.internal;

import dev.connections.Field;
import dev.connections.Secret;
import dev.connections.catalog.DataCenter;
import dev.connections.spi.Rehearsal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An entry with values of nobody, to be explained before there are any. */
record Sample(Blueprint blueprint) {
    private static final String SERVER = "resource-server.example";

    String explain() {
        String text = filled().service().explain().replace(SERVER, "<resource_server>");
        return blueprint.fields().isEmpty() ? text : text + values();
    }

    private Choices filled() {
        Choices choices = Choices.of(blueprint).with(examples());
        if (blueprint.hasDataCenters()) {
            choices = choices.at(DataCenter.US);
        }
        if (blueprint.needsClient()) {
            Secret secret = Rehearsal.standIn(Blueprint.CLIENT_SECRET);
            choices = choices.as(Rehearsal.standIn(Blueprint.CLIENT_ID).reveal(), Optional.of(secret));
        }
        return blueprint.needsResourceServers() ? choices.reaching(List.of("https://" + SERVER)) : choices;
    }

    private Map<String, String> examples() {
        var examples = new HashMap<String, String>();
        blueprint.inputs().stream()
                .filter(Input::required)
                .forEach(input -> input.shown().ifPresent(value -> examples.put(input.name(), value)));
        return examples;
    }

    private String values() {
        var values = new StringBuilder("\nValues to give\n");
        for (Field field : blueprint.fields()) {
            values.append("  - ").append(field.name()).append(": ").append(field.displayName());
            values.append(shown(field)).append('\n');
        }
        return values.toString();
    }

    private String shown(Field field) {
        if (field.name().equals(Blueprint.DATA_CENTER)) {
            return ", one of " + field.options() + "; " + DataCenter.US + " above";
        }
        Optional<Input> input = blueprint.input(field.name());
        return input.flatMap(Input::defaultValue)
                .map(value -> ", " + value + " unless given")
                .or(() -> input.flatMap(Input::shown).map(value -> ", such as " + value))
                .orElse("");
    }
}
