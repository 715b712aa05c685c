package dev.connections.oauth.internal.flow;

import dev.connections.ConnectionSecurityException;
import dev.connections.Secret;
import dev.connections.oauth.internal.dpop.ProofKey;
import dev.connections.oauth.internal.metadata.Server;
import dev.connections.oauth.internal.wire.SecretText;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What completing a flow needs of its beginning.
 *
 * @param redirectUri the redirect URI, to be sent again exactly
 * @param verifier the PKCE verifier, empty without PKCE
 * @param tokenEndpoint the server the flow began with
 * @param scopes what was asked for
 * @param proofKey the key that the tokens will be bound to, empty for bearer tokens
 */
record Pending(
        String redirectUri,
        Optional<Secret> verifier,
        URI tokenEndpoint,
        List<String> scopes,
        Optional<ProofKey> proofKey) {
    private static final String REDIRECT_URI = "redirect_uri";
    static final String VERIFIER = "code_verifier";
    static final String COPIED = "copied";
    private static final String TOKEN_ENDPOINT = "token_endpoint";
    private static final String SCOPES = "scopes";
    static final String PROOF_KEY = "proof_key";

    Map<String, Secret> write() {
        var parts = new LinkedHashMap<String, Secret>();
        parts.put(REDIRECT_URI, SecretText.seal(redirectUri));
        verifier.ifPresent(value -> parts.put(VERIFIER, value));
        parts.put(TOKEN_ENDPOINT, SecretText.seal(tokenEndpoint.toString()));
        parts.put(SCOPES, SecretText.seal(String.join(" ", scopes)));
        proofKey.ifPresent(key -> parts.put(PROOF_KEY, key.text()));
        return parts;
    }

    static Pending read(Map<String, Secret> parts) {
        return new Pending(
                SecretText.open(SecretText.part(parts, REDIRECT_URI)),
                Optional.ofNullable(parts.get(VERIFIER)),
                URI.create(SecretText.open(SecretText.part(parts, TOKEN_ENDPOINT))),
                List.of(SecretText.open(SecretText.part(parts, SCOPES)).split(" ")).stream()
                        .filter(scope -> !scope.isEmpty())
                        .toList(),
                Optional.ofNullable(parts.get(PROOF_KEY)).map(text -> ProofKey.read(text)));
    }

    /** Refuses a callback for a flow whose code is copied, and a copied code for one that waits for its callback. */
    static void requireCopied(Map<String, Secret> parts, boolean copied) {
        if (parts.containsKey(COPIED) != copied) {
            throw copied
                    ? new ConnectionSecurityException(
                            "flow_not_copied",
                            "this authorization waits for its callback and takes no code that was copied; begin it again"
                                    + " with beginCopying(…)",
                            null)
                    : new ConnectionSecurityException(
                            "flow_copied",
                            "this authorization waits for a code that a person copies, and not for a callback; begin it"
                                    + " again with begin(…)",
                            null);
        }
    }

    /** Refuses to finish at a server where the flow did not begin: its code is not this server's to see. */
    void requireSame(Server server) {
        if (!server.tokenEndpoint().equals(tokenEndpoint)) {
            throw new ConnectionSecurityException(
                    "server_changed",
                    "the definition names another token endpoint than when this authorization began, so the code was"
                            + " sent nowhere; begin the authorization again",
                    null);
        }
    }
}
