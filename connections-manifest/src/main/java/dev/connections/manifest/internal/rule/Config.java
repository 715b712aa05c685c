package dev.connections.manifest.internal.rule;

import dev.connections.manifest.Finding.Severity;
import dev.connections.manifest.internal.entry.Manifest;
import dev.connections.manifest.internal.json.Kind;
import dev.connections.manifest.internal.json.Member;
import dev.connections.manifest.internal.json.Pointer;
import dev.connections.manifest.internal.text.Quote;
import java.util.Set;
import java.util.TreeSet;

/** The parameters that an extension asks whoever installs it for. */
final class Config implements ManifestRule {
    private final Severity severity;
    private final ConfigShape shape;

    Config(Severity severity, ConfigShape shape) {
        this.severity = severity;
        this.shape = shape;
    }

    @Override
    public void check(Manifest manifest, Diagnoses found) {
        Verdicts verdicts = new Verdicts(severity, found);
        Located.top(manifest, "config")
                .filter(list -> verdicts.expect(Kind.ARRAY, list, "write an array of parameters, [] for none"))
                .ifPresent(list -> checkList(list, verdicts));
    }

    private void checkList(Located list, Verdicts verdicts) {
        int count = list.count();
        if (count > shape.most()) {
            verdicts.add(
                    "config_too_many",
                    list,
                    "\"config\" has " + count + " parameters",
                    "keep " + shape.most() + " at most");
        }
        list.forEachItem(parameter -> checkParameter(parameter, verdicts));
    }

    private void checkParameter(Located parameter, Verdicts verdicts) {
        if (verdicts.expect(Kind.OBJECT, parameter, "write one parameter as an object")) {
            checkRequired(parameter, verdicts);
            checkValues(parameter, verdicts);
            checkKeys(parameter, verdicts);
        }
    }

    private void checkRequired(Located parameter, Verdicts verdicts) {
        for (String key : shape.required()) {
            if (parameter.member(key).isEmpty()) {
                verdicts.add(
                        "config_incomplete",
                        parameter,
                        "the parameter lacks \"" + key + "\"",
                        "give each parameter \"name\" and \"type\"");
            }
        }
        parameter.member("name").ifPresent(verdicts::expectText);
    }

    private void checkValues(Located parameter, Verdicts verdicts) {
        shape.choices()
                .forEach((key, choices) ->
                        parameter.member(key).ifPresent(value -> checkChoice(value, choices, verdicts)));
        shape.lengths()
                .forEach((key, most) -> parameter.member(key).ifPresent(value -> checkLength(value, most, verdicts)));
        shape.flags().forEach(key -> parameter.member(key).ifPresent(verdicts::expectFlag));
    }

    private static void checkChoice(Located value, Set<String> choices, Verdicts verdicts) {
        if (!value.is(Kind.STRING) || !choices.contains(value.node().text())) {
            verdicts.add(
                    "config_choice",
                    value,
                    "\"" + value.name() + "\" is " + value.quoted(),
                    "write one of " + String.join(", ", new TreeSet<>(choices)));
        }
    }

    private static void checkLength(Located value, int most, Verdicts verdicts) {
        String text = value.is(Kind.STRING) ? value.node().text() : "";
        int length = text.codePointCount(0, text.length());
        if (length > most) {
            verdicts.add(
                    "config_length",
                    value,
                    "\"" + value.name() + "\" has " + length + " characters",
                    "use " + most + " at most");
        }
    }

    private void checkKeys(Located parameter, Verdicts verdicts) {
        for (Member member : parameter.node().members()) {
            String key = member.name().text();
            if (shape.closed() && !shape.knows(key)) {
                verdicts.add(
                        "config_key_unknown",
                        new Located(Pointer.below(parameter.pointer(), key), member.name()),
                        Quote.of(key) + " is no key of a parameter in this product",
                        "remove it, or use name, type, placeholder, defaultValue, help");
            }
        }
    }
}
