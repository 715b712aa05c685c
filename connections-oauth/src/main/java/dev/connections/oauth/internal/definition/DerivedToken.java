package dev.connections.oauth.internal.definition;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A token that is made of an account's main one.
 *
 * @param name its name in the definition
 * @param resource the resource server it is for, empty if its scopes say that
 * @param scopes its scopes, none for those of the main one
 */
public record DerivedToken(String name, String resource, List<String> scopes) {
    /** The member that holds them. */
    static final String MEMBER = "derived_tokens";

    private static final Pattern NAME = Pattern.compile("[a-z0-9_]{1,50}");

    static Map<String, DerivedToken> all(Document document) {
        var all = new LinkedHashMap<String, DerivedToken>();
        document.textLists(MEMBER).forEach((name, texts) -> all.put(name, of(name, texts)));
        return Map.copyOf(all);
    }

    private static DerivedToken of(String name, List<String> texts) {
        if (!NAME.matcher(name).matches() || name.equals("default") || texts.isEmpty()) {
            throw Wrong.definition(
                    "token_unknown",
                    "no token made of the main one can have the name \"" + name
                            + "\"; use 1 to 50 of a-z, 0-9 and _, but not \"default\"");
        }
        var token = new DerivedToken(name, texts.get(0), texts.subList(1, texts.size()));
        if (!token.resource.isEmpty()) {
            AuthorizationFormat.requireResource(token.resource);
        }
        token.scopes.forEach(AuthorizationFormat::requireScope);
        return token;
    }

    /** Returns what tells a stored token of this description from one of another: name, resource and scopes. */
    public String description() {
        return String.join(" ", name, resource, String.join(" ", scopes)).strip();
    }
}
