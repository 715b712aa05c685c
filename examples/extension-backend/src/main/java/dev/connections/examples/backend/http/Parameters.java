package dev.connections.examples.backend.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The parameters of a query or a form, decoded. Immutable; prints names only, for forms carry secrets.
 *
 * @param values every value of every parameter
 */
public record Parameters(Map<String, List<String>> values) {
    private static final int MOST = 500;

    /**
     * Keeps a copy.
     *
     * @param values as the component
     */
    public Parameters {
        var copy = new LinkedHashMap<String, List<String>>();
        values.forEach((name, texts) -> copy.put(name, List.copyOf(texts)));
        values = Collections.unmodifiableMap(copy);
    }

    /**
     * Reads {@code application/x-www-form-urlencoded}.
     *
     * @param encoded the text
     * @return the parameters
     * @throws HttpProblem if it is broken, or holds more than 500
     */
    public static Parameters parse(String encoded) {
        var values = new LinkedHashMap<String, List<String>>();
        if (!encoded.isEmpty()) {
            String[] pairs = encoded.split("&", MOST + 1);
            if (pairs.length > MOST) {
                throw new HttpProblem(400, "The form has too many fields.");
            }
            for (String pair : pairs) {
                int equals = pair.indexOf('=');
                String name = equals < 0 ? pair : pair.substring(0, equals);
                String value = equals < 0 ? "" : pair.substring(equals + 1);
                values.computeIfAbsent(decoded(name), key -> new ArrayList<>()).add(decoded(value));
            }
        }
        return new Parameters(values);
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new HttpProblem(400, "The request holds a broken percent escape.");
        }
    }

    /**
     * Returns the first value of a parameter.
     *
     * @param name its name
     * @return the value without white space around it, empty if there is none
     */
    public String text(String name) {
        return values.getOrDefault(name, List.of("")).get(0).strip();
    }

    /**
     * Returns the first value of a parameter as it was typed, for passwords.
     *
     * @param name its name
     * @return the value, empty if there is none
     */
    public String exact(String name) {
        return values.getOrDefault(name, List.of("")).get(0);
    }

    /**
     * Says whether a box was ticked.
     *
     * @param name its name
     * @return whether there is a value
     */
    public boolean ticked(String name) {
        return !text(name).isEmpty();
    }

    /**
     * Returns the words of every value of a parameter: of ticked boxes and of a text field with a list.
     *
     * @param name its name
     * @return the words in order, each once; words end at white space
     */
    public List<String> words(String name) {
        return values.getOrDefault(name, List.of()).stream()
                .flatMap(value -> List.of(value.strip().split("\\s+", -1)).stream())
                .filter(word -> !word.isEmpty())
                .distinct()
                .toList();
    }

    @Override
    public String toString() {
        return "Parameters" + values.keySet();
    }
}
