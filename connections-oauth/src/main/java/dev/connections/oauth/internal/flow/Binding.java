package dev.connections.oauth.internal.flow;

import dev.connections.Secret;
import dev.connections.oauth.internal.dpop.ProofKey;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a code is bound to before anybody has it, so that nobody else can redeem it.
 *
 * @param verifier the PKCE verifier; empty where the definition says that the server refuses PKCE
 * @param proofKey the key of the tokens, empty for bearer tokens (RFC 9449, section 10)
 */
record Binding(Optional<Secret> verifier, Optional<ProofKey> proofKey) {
    /** Returns what completing the flow will need of it. */
    Map<String, Secret> pending() {
        var parts = new HashMap<String, Secret>();
        verifier.ifPresent(value -> parts.put(Pending.VERIFIER, value));
        proofKey.ifPresent(key -> parts.put(Pending.PROOF_KEY, key.text()));
        return parts;
    }
}
