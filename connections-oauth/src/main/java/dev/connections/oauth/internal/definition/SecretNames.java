package dev.connections.oauth.internal.definition;

import dev.connections.Secret;
import java.util.LinkedHashMap;
import java.util.Map;

/** Finds the secrets that a document names, and remembers which it needed. Confined to one definition in the making. */
final class SecretNames {
    private final Map<String, Secret> given;
    private final Map<String, Secret> used = new LinkedHashMap<>();

    SecretNames(Map<String, Secret> given) {
        this.given = given;
    }

    /** Returns the secret that a member names: <code>{"secret": "name"}</code>. */
    Secret of(Document document, String member) {
        String name = document.object(member).text("secret").orElse(member);
        Secret secret = given.get(name);
        if (secret == null) {
            throw Wrong.definition(
                    "secret_missing",
                    "the oauth2 service needs the secret \"" + name + "\"; give it beside the document");
        }
        used.put(name, secret);
        return secret;
    }

    Map<String, Secret> used() {
        return Map.copyOf(used);
    }
}
