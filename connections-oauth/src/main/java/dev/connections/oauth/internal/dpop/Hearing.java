package dev.connections.oauth.internal.dpop;

import java.net.URI;
import java.util.List;

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

    /** Tells whether an error is about the proof and not about the token. */
    public static boolean blamesProof(String error) {
        return error.equals(NONCE_WANTED) || error.equals(PROOF_REFUSED);
    }
}
