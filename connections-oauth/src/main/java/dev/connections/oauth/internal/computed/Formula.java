package dev.connections.oauth.internal.computed;

import dev.connections.ConnectionConfigurationException;
import dev.connections.Secret;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A value that is computed for each request, written like <code>hex(sha256(client_secret + '|' + code))</code>: texts in single
 * quotes, variables, functions, and {@code +} between texts. Immutable, thread-safe.
 *
 * <p>It is checked when it is read: length and nesting are bounded, each variable is one that the place knows, and the bytes of a
 * digest must be written as a text.
 */
public final class Formula {
    private static final int LONGEST = 512;
    private static final String CAPTURED = "captured.";
    /** What nobody may see, neither in clear nor written in another way. */
    private static final Set<String> SECRET =
            Set.of("client_secret", "code", "refresh_token", "access_token", "state", "body");

    private static final Set<String> OF_TOKENS =
            Set.of("client_id", "client_secret", "code", "redirect_uri", "state", "refresh_token", "access_token");

    private static final String INPUT = "input.";

    private final String text;
    private final Part root;

    private Formula(String text, Part root) {
        this.text = text;
        this.root = root;
    }

    /**
     * Reads a formula.
     *
     * @param text the formula
     * @param place what it may be made of
     * @throws ConnectionConfigurationException if it cannot be computed ({@code formula_malformed})
     */
    public static Formula of(String text, Place place) {
        if (text.length() > LONGEST) {
            throw malformed(text.substring(0, LONGEST), "is longer than " + LONGEST + " characters; shorten it");
        }
        Part root = new FormulaReader(text).read();
        if (!root.isText()) {
            throw malformed(text, "comes to bytes; write them as a text with hex(…), base64(…) or base64url(…)");
        }
        root.variables().filter(name -> !place.knows(name)).findFirst().ifPresent(name -> {
            throw malformed(text, "needs \"" + name + "\", which is not known there; use " + place.words());
        });
        root.shown().filter(place::hides).findFirst().ifPresent(name -> {
            throw malformed(text, "shows \"" + name + "\" where it does not belong; use it inside a digest alone");
        });
        return new Formula(text, root);
    }

    /** Returns the value for a request; empty where the request lacks a variable of it. */
    public Optional<Secret> value(Known known) {
        return root.value(known)
                .map(Octets::text)
                .filter(value -> !value.isEmpty())
                .map(Secret::of);
    }

    /** Tells whether its value is made of something that nobody may see. */
    public boolean holdsSecrets() {
        return root.variables().anyMatch(SECRET::contains);
    }

    @Override
    public String toString() {
        return text;
    }

    static ConnectionConfigurationException malformed(String formula, String problemAndFix) {
        return new ConnectionConfigurationException(
                "formula_malformed", "the formula \"" + formula + "\" " + problemAndFix, null);
    }

    /** Where a formula stands, which decides what it may be made of. */
    public enum Place {
        /** The address a browser is sent to, where everybody sees it. */
        AUTHORIZATION(Set.of("client_id", "redirect_uri", "state"), Set.of(), Set.of()),
        /** A parameter of a request to the token endpoint or another one that gives tokens. */
        TOKEN(OF_TOKENS, Set.of(), Set.of(CAPTURED, INPUT)),
        /** A header of such a request, which is written after its body. */
        TOKEN_HEADER(
                Stream.concat(OF_TOKENS.stream(), Stream.of("body")).collect(Collectors.toUnmodifiableSet()),
                Set.of(),
                Set.of(CAPTURED, INPUT)),
        /** A request to the service's API, which gets the token and never the client's secret. */
        API(
                Set.of("client_id", "client_secret", "access_token", "method", "path", "query"),
                Set.of("client_secret"),
                Set.of(CAPTURED));

        private final Set<String> variables;
        private final Set<String> hidden;
        private final Set<String> families;

        Place(Set<String> variables, Set<String> hidden, Set<String> families) {
            this.variables = variables;
            this.hidden = hidden;
            this.families = families;
        }

        boolean knows(String name) {
            return variables.contains(name) || families.stream().anyMatch(name::startsWith);
        }

        boolean hides(String name) {
            return hidden.contains(name);
        }

        String words() {
            return Stream.concat(
                            new TreeSet<>(variables).stream(),
                            families.stream().map(family -> family + "name").sorted())
                    .collect(Collectors.joining(", "));
        }
    }

    static String functions() {
        return Arrays.stream(Function.values())
                .map(Function::written)
                .collect(Collectors.joining(", "))
                .toLowerCase(Locale.ROOT);
    }
}
