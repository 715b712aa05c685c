package dev.connections.oauth.internal.dpop;

import java.net.URI;
import java.util.List;
import java.util.Locale;

/**
 * What an answer says about proofs.
 *
 * @param target what was asked
 * @param error the error it names, empty for none
 * @param nonces its values of {@code DPoP-Nonce}
 * @param dates its values of {@code Date}
 */
public record Hearing(URI target, String error, List<String> nonces, List<String> dates) {
    /** The header of nonces. */
    public static final String NONCE = "dpop-nonce";

    static final String NONCE_WANTED = "use_dpop_nonce";
    static final String PROOF_REFUSED = "invalid_dpop_proof";

    /**
     * Returns the error that a token endpoint means: Keycloak calls a proof by a wrong clock an "invalid_request" and says
     * "DPoP proof is not active" (seen: 26.7.3, 2026-11-20).
     */
    public static String meant(String code, String description) {
        boolean proof = code.equals("invalid_request")
                && description.toLowerCase(Locale.ROOT).contains("dpop proof");
        return proof ? PROOF_REFUSED : code;
    }

    /** Tells whether an error is about the proof and not about the token. */
    public static boolean blamesProof(String error) {
        return error.equals(NONCE_WANTED) || error.equals(PROOF_REFUSED);
    }
}
