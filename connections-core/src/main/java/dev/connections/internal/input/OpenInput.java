package dev.connections.internal.input;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connections.Field;
import dev.connections.Input;
import dev.connections.internal.input.InputRule.Position;
import dev.connections.internal.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The only input there is. */
public record OpenInput(
        String name, String displayName, Optional<String> defaultValue, Optional<String> example, InputRule rule)
        implements Input {
    private static final String WHAT = "service document";
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,29}");

    /** A top-level domain that never exists (RFC 6761, section 6.4). */
    private static final String NOWHERE = ".invalid";

    public OpenInput {
        if (!NAME.matcher(name).matches()) {
            throw Refused.rule("has the name " + Refused.quoted(name)
                    + "; use a lower-case letter, then a-z, 0-9 or _, 30 characters at most");
        }
        defaultValue.ifPresent(value -> requireFits(name, rule, "default", value));
        example.ifPresent(value -> requireFits(name, rule, "example", value));
    }

    private static void requireFits(String name, InputRule rule, String what, String value) {
        if (!rule.admits(value)) {
            throw Refused.rule("has the " + what + " " + Refused.quoted(value) + " for \"" + name
                    + "\", which breaks its" + " own rule; " + rule.advice());
        }
    }

    private static OpenInput of(String name, String displayName, InputRule rule) {
        return new OpenInput(name, displayName, Optional.empty(), Optional.empty(), rule);
    }

    /** Returns the value behind an input. */
    static OpenInput of(Input input) {
        if (input instanceof OpenInput open) {
            return open;
        }
        throw new IllegalArgumentException("an input is made by Input.text(…) and its siblings, not by " + input);
    }

    /** Any text. */
    public static OpenInput text(String name, String displayName) {
        return of(name, displayName, new InputRule(Position.TEXT, List.of(), List.of(), Optional.empty()));
    }

    /** A text of a shape. */
    public static OpenInput matching(String name, String displayName, String pattern) {
        return of(name, displayName, new InputRule(Position.TEXT, List.of(), List.of(), Optional.of(shape(pattern))));
    }

    private static TextShape shape(String pattern) {
        return TextShape.read(pattern)
                .orElseThrow(() -> Refused.rule("has the pattern " + Refused.quoted(pattern)
                        + "; write characters, classes and counts, such as [a-z0-9-]{1,63}"));
    }

    /** One of a list. */
    public static OpenInput oneOf(String name, String displayName, String first, String... more) {
        return of(name, displayName, new InputRule(Position.TEXT, all(first, more), List.of(), Optional.empty()));
    }

    /** A host of the provider. */
    public static OpenInput hostAmong(String name, String displayName, String first, String... more) {
        return of(name, displayName, new InputRule(Position.HOST, List.of(), all(first, more), Optional.empty()));
    }

    /** A host of the user's choice. */
    public static OpenInput anyHost(String name, String displayName) {
        return of(name, displayName, new InputRule(Position.HOST, List.of(), List.of(), Optional.empty()));
    }

    private static List<String> all(String first, String... more) {
        var all = new ArrayList<String>();
        all.add(first);
        all.addAll(List.of(more));
        return all;
    }

    @Override
    public List<String> options() {
        return rule.options();
    }

    @Override
    public String place() {
        return "input-" + name.replace('_', '-') + "-open" + (rule.isWholeHost() ? NOWHERE : "");
    }

    @Override
    public OpenInput withDefault(String value) {
        return new OpenInput(name, displayName, Optional.of(value), example, rule);
    }

    @Override
    public OpenInput withExample(String value) {
        return new OpenInput(name, displayName, defaultValue, Optional.of(value), rule);
    }

    OpenInput inHost() {
        return new OpenInput(name, displayName, defaultValue, example, rule.inHost());
    }

    /** What it is called in a document: <code>{shop}</code>. */
    String written() {
        return "{" + name + "}";
    }

    Field field(boolean required) {
        return new Field(name, displayName, false, required, options());
    }

    /** Says what to give. */
    String advice() {
        return rule.advice() + example.map(text -> ", for example " + text).orElse("");
    }

    ObjectNode write() {
        ObjectNode document = Json.object().put("name", name).put("display_name", displayName);
        if (!rule.options().isEmpty()) {
            document.set("options", Json.array(rule.options()));
        }
        if (!rule.hosts().isEmpty()) {
            document.set("hosts", Json.array(rule.hosts()));
        }
        if (rule.isAnyHost()) {
            document.put("host", "own");
        }
        rule.shape().ifPresent(shape -> document.put("pattern", shape.toString()));
        defaultValue.ifPresent(value -> document.put("default", value));
        example.ifPresent(value -> document.put("example", value));
        return document;
    }

    static OpenInput read(JsonNode document) {
        boolean own = document.path("host").asText("").equals("own");
        List<String> hosts = Json.texts(document, "hosts", WHAT);
        var rule = new InputRule(
                own || !hosts.isEmpty() ? Position.HOST : Position.TEXT,
                Json.texts(document, "options", WHAT),
                hosts,
                Optional.ofNullable(document.path("pattern").textValue()).map(OpenInput::shape));
        return new OpenInput(
                Json.text(document, "/inputs", "name", WHAT),
                Json.text(document, "/inputs", "display_name", WHAT),
                Optional.ofNullable(document.path("default").textValue()),
                Optional.ofNullable(document.path("example").textValue()),
                rule);
    }
}
