package dev.connections.examples.backend.page;

import dev.connections.examples.backend.http.HttpProblem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What a choice offers, in order: texts by value. */
final class Options {
    private Options() {}

    /** Values that speak for themselves. */
    static Map<String, String> of(List<String> values) {
        var options = new LinkedHashMap<String, String>();
        values.forEach(value -> options.put(value, value));
        return options;
    }

    /** The first one for no choice, and then values that speak for themselves. */
    static Map<String, String> first(String text, List<String> values) {
        var options = new LinkedHashMap<String, String>();
        options.put("", text);
        options.putAll(of(values));
        return options;
    }

    /** The first one, and then the constants of an enum by their names. */
    static Map<String, String> of(String first, Enum<?>... constants) {
        var options = new LinkedHashMap<String, String>();
        options.put("", first);
        for (Enum<?> constant : constants) {
            options.put(constant.name(), Labels.words(constant));
        }
        return options;
    }

    /** The constant that was chosen. */
    static <E extends Enum<E>> E constant(E[] constants, String name) {
        return Stream.of(constants)
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () -> new HttpProblem(400, "There is nothing called that to choose. Choose from the list."));
    }

    /** Values and texts in turns. */
    static Map<String, String> pairs(String... valuesAndTexts) {
        var options = new LinkedHashMap<String, String>();
        for (int i = 0; i < valuesAndTexts.length; i += 2) {
            options.put(valuesAndTexts[i], valuesAndTexts[i + 1]);
        }
        return options;
    }
}
