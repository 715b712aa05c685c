package dev.connections.catalog.internal;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.connections.Field;
import java.io.IOException;
import java.util.Optional;

/**
 * A value that a service needs before its addresses are complete.
 *
 * @param name what templates call it
 * @param displayName what a person reads
 * @param example a value of the right shape, for messages
 * @param defaultValue what it is if nobody says
 * @param rule what it may be
 */
record Input(
        String name,
        String displayName,
        Optional<String> example,
        Optional<String> defaultValue,
        boolean optional,
        InputRule rule) {
    Field field() {
        return new Field(name, displayName, false, required(), rule.options());
    }

    /** Returns a value that may be given. */
    Optional<String> shown() {
        return example.or(() -> rule.options().stream().findFirst());
    }

    /** Tells whether nobody can do without a value. */
    boolean required() {
        return defaultValue.isEmpty() && !optional;
    }

    /** Tells whether there may be no value at all. */
    boolean canBeAbsent() {
        return defaultValue.isEmpty() && optional;
    }

    Input at(InputRule.Position position) {
        return new Input(name, displayName, example, defaultValue, optional, rule.at(position));
    }

    String require(Heading service, String value) {
        if (!rule.admits(value)) {
            throw Refusal.malformed(service, name, value, advice());
        }
        return value;
    }

    RuntimeException missing(Heading service) {
        return Refusal.missing(service, name, advice());
    }

    /** Writes the input as a part of a service document. */
    void write(JsonGenerator out) throws IOException {
        out.writeStartObject();
        out.writeStringField("name", name);
        out.writeStringField("display_name", displayName);
        rule.write(out);
        if (defaultValue.isPresent()) {
            out.writeStringField("default", defaultValue.get());
        }
        if (example.isPresent()) {
            out.writeStringField("example", example.get());
        }
        out.writeEndObject();
    }

    private String advice() {
        return rule.advice() + example.map(text -> ", for example " + text).orElse("");
    }
}
