package dev.connections.testing.internal.service;

import dev.connections.testing.internal.provider.Personality;
import dev.connections.testing.internal.provider.Refused;
import dev.connections.testing.internal.provider.Seen;
import dev.connections.testing.internal.provider.Wrong;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An authorization request at a provider, which waits for the user's answer and then for its code to be redeemed.
 *
 * @param request the request
 * @param scopes what it asks for
 * @param tokenNames which tokens a consent gives
 */
record ProviderTicket(Seen request, Set<String> scopes, List<String> tokenNames) {
    String redirectUri() {
        return one("redirect_uri").orElse("");
    }

    String state() {
        return one("state").orElse("");
    }

    private Optional<String> one(String name) {
        return Optional.ofNullable(request.parameters().get(name));
    }

    /** RFC 7636, section 4.6: a challenge wants its verifier, and no challenge none. */
    void requireVerifier(Personality.Pkce pkce, Optional<String> verifier) throws Refused {
        if (pkce == Personality.Pkce.IGNORED) {
            return;
        }
        Optional<String> challenge = one("code_challenge");
        boolean matches = challenge.isPresent()
                ? verifier.filter(given -> Pkce.matches(given, challenge.get())).isPresent()
                : verifier.isEmpty();
        if (!matches) {
            throw new Refused(Wrong.CODE, "code_verifier does not match the challenge");
        }
    }

    @Override
    public String toString() {
        return "ProviderTicket[" + scopes + "]";
    }
}
