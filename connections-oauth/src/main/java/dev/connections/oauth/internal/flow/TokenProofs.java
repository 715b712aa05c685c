package dev.connections.oauth.internal.flow;

import dev.connections.Secret;
import dev.connections.oauth.internal.dpop.Hearing;
import dev.connections.oauth.internal.dpop.ProofKey;
import dev.connections.oauth.internal.dpop.Proofs;
import dev.connections.oauth.internal.dpop.Proving;
import dev.connections.oauth.internal.response.TokenReading;
import dev.connections.spi.AuthClient.Call;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Proofs of possession on token requests. Thread-safe.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9449#section-5">RFC 9449, sections 5 and 8</a>
 */
final class TokenProofs {
    private final Proofs proofs = new Proofs();

    /** Returns a request with a proof, if there is a key. */
    Call proven(Call call, Optional<ProofKey> key, Instant now) {
        return key.map(it -> proofs.of(it, new Proving(call.method(), call.uri(), Optional.empty(), now)))
                .map(proof -> call.withHeader(Proofs.HEADER, Secret.of(proof)))
                .orElse(call);
    }

    /** Keeps what an answer says about the next proof; tells whether the request may be sent once more with a better one. */
    boolean improves(Exchange exchange, Answered answered) {
        Map<String, List<String>> headers = answered.reply().headers();
        int status = answered.reply().status();
        boolean refused = status == 400 || status == 401;
        String error = refused && answered.reading() instanceof TokenReading.Refusal refusal
                ? Hearing.meant(refusal.code(), refusal.description())
                : "";
        return exchange.proofKey().isPresent()
                && proofs.hear(new Hearing(
                        exchange.endpoint(),
                        error,
                        headers.getOrDefault(Hearing.NONCE, List.of()),
                        headers.getOrDefault("date", List.of())));
    }
}
