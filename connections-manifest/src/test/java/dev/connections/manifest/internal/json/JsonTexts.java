package dev.connections.manifest.internal.json;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** JSON texts of any layout, made by hand so that blanks, escapes and number forms vary. */
public final class JsonTexts {
    private JsonTexts() {}

    /** Any value up to a few levels deep. */
    public static Arbitrary<String> values() {
        return values(3);
    }

    private static Arbitrary<String> values(int depth) {
        Arbitrary<String> scalars = Arbitraries.oneOf(strings(), numbers(), Arbitraries.of("true", "false", "null"));
        if (depth == 0) {
            return scalars;
        }
        return Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(3, scalars),
                net.jqwik.api.Tuple.of(2, arrays(depth)),
                net.jqwik.api.Tuple.of(2, objects(depth)));
    }

    private static Arbitrary<String> arrays(int depth) {
        Arbitrary<String> item = spaced(values(depth - 1));
        return Combinators.combine(item.list().ofMaxSize(4), blanks())
                .as((items, blank) -> "[" + (items.isEmpty() ? blank : String.join(",", items)) + "]");
    }

    private static Arbitrary<String> objects(int depth) {
        Arbitrary<String> member = Combinators.combine(spaced(strings()), spaced(values(depth - 1)))
                .as((name, value) -> name + ":" + value);
        return Combinators.combine(member.list().ofMaxSize(4), blanks())
                .as((members, blank) -> "{" + (members.isEmpty() ? blank : String.join(",", members)) + "}");
    }

    private static Arbitrary<String> spaced(Arbitrary<String> token) {
        return Combinators.combine(blanks(), token, blanks()).as((before, text, after) -> before + text + after);
    }

    public static Arbitrary<String> blanks() {
        return Arbitraries.of("", "", " ", "  ", "\n", "\r\n", "\n    ", "\t", " \n\n\t ");
    }

    public static Arbitrary<String> strings() {
        List<String> pieces = List.of(
                "a",
                "Z",
                "9",
                " ",
                "_",
                "/",
                "é",
                "€",
                "𝄞",
                "\u00A0",
                "//",
                "/*",
                "{",
                "]",
                ",",
                ":",
                "'",
                "\\\"",
                "\\\\",
                "\\/",
                "\\n",
                "\\t",
                "\\u0041",
                "\\u00e9",
                "\\uD834\\uDD1E");
        return Arbitraries.of(pieces).list().ofMaxSize(6).map(list -> "\"" + String.join("", list) + "\"");
    }

    private static Arbitrary<String> numbers() {
        return Arbitraries.of(
                "0",
                "-0",
                "7",
                "-12",
                "837000273",
                "1.0",
                "0.5",
                "1e3",
                "1E+3",
                "-2.50e-7",
                "123456789012345678901234567890");
    }
}
