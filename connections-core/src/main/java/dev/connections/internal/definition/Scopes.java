package dev.connections.internal.definition;

import dev.connections.ConnectionConfigurationException;
import dev.connections.internal.input.OpenInputs;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Scope tokens of RFC 6749, appendix A.4. */
public final class Scopes {
    private Scopes() {}

    public static List<String> check(String... scopes) {
        Set<String> seen = new HashSet<>();
        for (String scope : scopes) {
            if (!usable(scope)) {
                throw malformed(scope, "is blank or holds a space, a quote, a backslash or a non-ASCII letter");
            }
            OpenInputs.refuseScope(scope);
            if (!seen.add(scope)) {
                throw malformed(scope, "is there twice");
            }
        }
        return List.of(scopes);
    }

    private static boolean usable(String scope) {
        return !scope.isEmpty() && scope.chars().allMatch(c -> c > 0x20 && c < 0x7f && c != '"' && c != '\\');
    }

    private static ConnectionConfigurationException malformed(String scope, String problem) {
        return new ConnectionConfigurationException(
                "scope_malformed",
                "the scope " + Addresses.shown(scope) + " " + problem
                        + "; give each scope once, as a separate argument, for example withScopes(\"read\", \"write\")",
                null);
    }
}
