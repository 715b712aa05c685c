package dev.connections.examples.backend.page;

import dev.connections.Field;
import dev.connections.examples.backend.html.Element;
import dev.connections.examples.backend.html.Html;
import dev.connections.examples.backend.html.Tags;
import java.util.List;
import java.util.Map;

/** One labelled thing to fill in. Confined to the thread that makes the page. */
final class Input implements Html {
    private final Element label;
    private final Element control;
    private String hint = "";

    private Input(String label, Element control) {
        this.label = Element.of("label").add(Tags.span("label", label));
        this.control = control;
    }

    static Input text(String name, String label, String value) {
        return new Input(
                label,
                Element.of("input")
                        .with("name", name)
                        .with("value", value)
                        .with("autocomplete", "off")
                        .with("spellcheck", "false"));
    }

    /** A text of many lines. */
    static Input area(String name, String label, String text) {
        return new Input(
                label,
                Element.of("textarea")
                        .with("name", name)
                        .with("rows", "16")
                        .with("spellcheck", "false")
                        .text(text));
    }

    /** Never filled by us: what was typed before stays unknown to the page. */
    static Input secret(String name, String label) {
        return new Input(
                label,
                Element.of("input").with("type", "password").with("name", name).with("autocomplete", "new-password"));
    }

    static Input choice(String name, String label, Map<String, String> options, String chosen) {
        Element select = Element.of("select").with("name", name);
        options.forEach((value, text) -> select.add(Element.of("option")
                .with("value", value)
                .when(value.equals(chosen), "selected")
                .text(text)));
        return new Input(label, select);
    }

    /** What a service or a strategy asks for. */
    static Input of(Field field, String name, String value) {
        Input input = field.secret()
                ? secret(name, field.displayName())
                : field.options().isEmpty()
                        ? text(name, field.displayName(), value)
                        : choice(name, field.displayName(), Options.of(field.options()), value);
        return field.required() ? input.required() : input.hint("May stay empty.");
    }

    static Element tick(String name, String value, String label, boolean ticked) {
        return Element.of("label")
                .with("class", "tick")
                .add(Element.of("input")
                        .with("type", "checkbox")
                        .with("name", name)
                        .with("value", value)
                        .when(ticked, "checked"))
                .text(" " + label);
    }

    static Element pick(String name, String value, List<Html> label, boolean picked) {
        return Element.of("label")
                .with("class", "tick")
                .add(Element.of("input")
                        .with("type", "radio")
                        .with("name", name)
                        .with("value", value)
                        .when(picked, "checked")
                        .with("required"))
                .addAll(label);
    }

    Input required() {
        control.with("required");
        return this;
    }

    Input hint(String text) {
        hint = text;
        return this;
    }

    @Override
    public void writeTo(StringBuilder out) {
        label.add(control);
        if (!hint.isEmpty()) {
            label.add(Tags.span("hint", hint));
        }
        label.writeTo(out);
    }
}
