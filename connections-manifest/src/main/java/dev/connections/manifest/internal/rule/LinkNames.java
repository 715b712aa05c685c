package dev.connections.manifest.internal.rule;

import dev.connections.manifest.internal.entry.Fields;
import dev.connections.manifest.internal.entry.Key;
import dev.connections.manifest.internal.entry.Shape;
import dev.connections.manifest.internal.json.Kind;
import dev.connections.manifest.internal.json.Node;
import dev.connections.manifest.internal.text.Quote;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/** Connection link names begin with a lower-case letter, then a-z, 0-9 or _; 50 characters at most. */
final class LinkNames implements EntryRule {
    static final int LONGEST = 50;

    private static final String ADVICE = "start with a lower-case letter, then a-z, 0-9 or _, for example ";

    @Override
    public void check(Inspected entry, Diagnoses found) {
        Shape shape = entry.shape();
        Optional<Node> value = value(entry.fields(), shape).filter(node -> node.is(Kind.STRING));
        if (value.isEmpty() || shape == Shape.MAIL) {
            return;
        }
        String name = value.get().text();
        Place place = entry.place(shape.identity(), value.get());
        if (Placeholders.in(name)) {
            return;
        }
        if (name.length() > LONGEST) {
            found.add(Diagnosis.error(
                    "link_name_length",
                    place,
                    Quote.of(name) + " has " + name.length() + " characters",
                    "use " + LONGEST + " at most"));
        }
        shapeFault(name)
                .ifPresent(fault -> found.add(Diagnosis.error(
                        "link_name_shape", place, Quote.of(name) + " " + fault, ADVICE + Quote.of(example(name)))));
    }

    /** The value of the link name, under whichever key the shape has it. */
    static Optional<Node> value(Fields fields, Shape shape) {
        return fields.value(shape == Shape.WRITER ? Key.WRITER_NAME : Key.LINK_NAME);
    }

    private static Optional<String> shapeFault(String name) {
        if (name.isBlank()) {
            return Optional.of("is blank");
        }
        int at = 0;
        while (at < name.length() && allowed(name.charAt(at))) {
            at++;
        }
        if (at < name.length()) {
            return Optional.of(describe(name.codePointAt(at)));
        }
        char first = name.charAt(0);
        return first >= 'a' && first <= 'z' ? Optional.empty() : Optional.of("does not start with a letter");
    }

    private static boolean allowed(char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
    }

    private static String describe(int codePoint) {
        if (Character.isSpaceChar(codePoint)) {
            return "contains a space";
        }
        String shown = Quote.of(Character.toString(codePoint));
        return Character.isUpperCase(codePoint)
                ? "contains the upper-case letter " + shown
                : "contains the character " + shown;
    }

    /** A name of the right shape that comes close. */
    static String example(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "_")
                .replaceAll("^[^a-z]+|_+$", "");
        String cut = plain.substring(0, Math.min(plain.length(), LONGEST));
        return cut.isEmpty() ? "crm_primary" : cut;
    }
}
