package dev.connections.manifest.internal.rule;

import dev.connections.manifest.Finding.Severity;
import dev.connections.manifest.internal.edit.Draft;
import dev.connections.manifest.internal.json.Kind;
import java.util.Optional;

/**
 * Says what is wrong with values outside the entries, as badly as the product takes it.
 *
 * @param severity how bad a broken rule is for this product
 * @param found where it is noted
 */
record Verdicts(Severity severity, Diagnoses found) {
    void add(String code, Located where, String problem, String advice) {
        found.add(diagnosis(code, where, problem, advice));
    }

    /** What {@link #add} says, with a change that mends it. */
    void addFixed(Diagnosis diagnosis, Fix fix) {
        found.add(diagnosis.fixedBy(fix));
    }

    /** A diagnosis of this severity that is not noted yet. */
    Diagnosis diagnosis(String code, Located where, String problem, String advice) {
        return new Diagnosis(code, severity, where.place(), problem, advice, Fix.NONE);
    }

    /** Tells whether a value is of this kind, and notes it if not. */
    boolean expect(Kind kind, Located value, String advice) {
        if (!value.is(kind)) {
            add("value_type", value, "\"" + value.name() + "\" is " + Words.kind(value.node()), advice);
        }
        return value.is(kind);
    }

    /** Tells whether a value is a string with something in it, and notes it if not. */
    boolean expectText(Located value) {
        boolean text = expect(Kind.STRING, value, "write a string in double quotes");
        if (text && value.node().text().isBlank()) {
            add("value_blank", value, "\"" + value.name() + "\" is blank", "write a value, or leave the key out");
        }
        return value.saysSomething();
    }

    /** Notes a value that is neither true nor false. */
    void expectFlag(Located value) {
        boolean yes = value.node().says("true");
        if (yes || value.node().says("false")) {
            addFixed(
                    diagnosis(
                            "boolean_as_string",
                            value,
                            "\"" + value.name() + "\" is the string \"" + yes + "\"",
                            "write " + yes + " without quotes"),
                    value.fix(editor -> editor.replace(value.node(), new Draft.Flag(yes), Optional.empty())));
        } else if (!value.is(Kind.TRUE)) {
            expect(Kind.FALSE, value, "write true or false");
        }
    }
}
