package dev.connections.testing.internal.service;

import dev.connections.testing.MockService.Endpoint;
import dev.connections.testing.internal.CanarySecret;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The nonces that are wanted in proofs of possession, by endpoint (RFC 9449, sections 8 and 9). Thread-safe. */
final class ProofNonces {
    /** Tokens are asked for at one endpoint; everywhere else they are used. */
    private final Map<Endpoint, String> wanted = new ConcurrentHashMap<>();

    /** Wants a new nonce from now on, and says so. */
    Refusal demand(Endpoint endpoint) {
        String nonce = CanarySecret.text("nonce");
        Endpoint side = endpoint == Endpoint.TOKEN ? Endpoint.TOKEN : Endpoint.RESOURCE;
        wanted.put(side, nonce);
        return refusal(side, nonce);
    }

    /** Refuses a proof without the nonce that is wanted. */
    void require(Endpoint endpoint, Optional<String> given) throws Refusal {
        String nonce = wanted.get(endpoint);
        if (nonce != null && !given.equals(Optional.of(nonce))) {
            throw refusal(endpoint, nonce);
        }
    }

    private static Refusal refusal(Endpoint endpoint, String nonce) {
        return Refusal.proof(endpoint, "use_dpop_nonce", "the proof lacks the nonce")
                .wanting(nonce);
    }
}
