package dev.connections.testing.internal.service;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** RFC 6749, section 3.3 and appendix A.4. */
final class Scopes {
    private static final Pattern TOKEN = Pattern.compile("[!#-\\[\\]-~]+");

    private Scopes() {}

    static Set<String> of(String parameter) throws Refusal {
        List<String> tokens = parameter.isEmpty() ? List.of() : List.of(parameter.split(" ", -1));
        for (String each : tokens) {
            if (!TOKEN.matcher(each).matches()) {
                throw Refusal.of("invalid_scope", "a scope is malformed");
            }
        }
        return new LinkedHashSet<>(tokens);
    }

    static String text(Set<String> scopes) {
        return String.join(" ", scopes);
    }
}
