package dev.connections.oauth.internal.token;

import dev.connections.ConnectionConfigurationException;
import dev.connections.Secret;
import dev.connections.oauth.OAuth2Token;
import dev.connections.oauth.internal.dpop.ProofKey;
import dev.connections.oauth.internal.wire.SecretText;
import dev.connections.spi.CredentialStrategy.CredentialCodec;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Takes a token apart into named secrets and puts it together again. */
public final class StoredTokenCodec implements CredentialCodec<OAuth2Token> {
    private static final int VERSION = 1;

    private static final String NAME = "name";
    private static final String ACCESS = "access_token";
    private static final String REFRESH = "refresh_token";
    private static final String TYPE = "token_type";
    private static final String OBTAINED = "obtained_at";
    private static final String EXPIRES = "expires_at";
    private static final String REFRESH_EXPIRES = "refresh_expires_at";
    private static final String SCOPE = "scope";
    private static final String SERVER = "token_server";
    private static final String PROOF_KEY = "proof_key";
    private static final String ISSUER = "id_token_issuer";
    private static final String SUBJECT = "id_token_subject";
    private static final String NONCE = "id_token_nonce";
    private static final String ISSUED = "id_token_issued_at";

    @Override
    public int version() {
        return VERSION;
    }

    @Override
    public Map<String, Secret> write(OAuth2Token credential) {
        StoredToken token = of(credential);
        var parts = new LinkedHashMap<String, Secret>();
        parts.put(NAME, SecretText.seal(token.name()));
        token.access().ifPresent(access -> parts.put(ACCESS, access));
        token.refresh().ifPresent(refresh -> parts.put(REFRESH, refresh));
        parts.put(TYPE, SecretText.seal(token.type()));
        parts.put(OBTAINED, SecretText.seal(token.obtainedAt().toString()));
        token.expiresAt().ifPresent(at -> parts.put(EXPIRES, SecretText.seal(at.toString())));
        token.refreshExpiresAt().ifPresent(at -> parts.put(REFRESH_EXPIRES, SecretText.seal(at.toString())));
        token.scope().ifPresent(scope -> parts.put(SCOPE, SecretText.seal(scope)));
        token.tokenServer().ifPresent(server -> parts.put(SERVER, SecretText.seal(server)));
        token.proofKey().ifPresent(key -> parts.put(PROOF_KEY, key.text()));
        token.signedIn().ifPresent(who -> write(who, parts));
        return parts;
    }

    private static void write(SignedIn who, Map<String, Secret> parts) {
        parts.put(ISSUER, SecretText.seal(who.issuer()));
        parts.put(SUBJECT, SecretText.seal(who.subject()));
        parts.put(NONCE, SecretText.seal(who.nonce()));
        parts.put(ISSUED, SecretText.seal(who.issuedAt().toString()));
    }

    @Override
    public OAuth2Token read(int version, Map<String, Secret> parts) {
        if (version > VERSION) {
            throw new ConnectionConfigurationException(
                    "newer_format",
                    "a stored oauth2 token has format " + version + ", this release knows " + VERSION
                            + "; update the SDK",
                    null);
        }
        return new StoredToken(
                text(parts, NAME).orElse("default"),
                Optional.ofNullable(parts.get(ACCESS)),
                Optional.ofNullable(parts.get(REFRESH)),
                text(parts, TYPE).orElse(""),
                text(parts, OBTAINED).map(Instant::parse).orElse(Instant.EPOCH),
                text(parts, EXPIRES).map(Instant::parse),
                text(parts, REFRESH_EXPIRES).map(Instant::parse),
                text(parts, SCOPE),
                text(parts, SERVER),
                Optional.ofNullable(parts.get(PROOF_KEY)).map(text -> ProofKey.read(text)),
                text(parts, ISSUER).map(issuer -> signedIn(issuer, parts)));
    }

    private static SignedIn signedIn(String issuer, Map<String, Secret> parts) {
        return new SignedIn(
                issuer,
                text(parts, SUBJECT).orElse(""),
                text(parts, NONCE).orElse(""),
                text(parts, ISSUED).map(Instant::parse).orElse(Instant.EPOCH),
                Optional.empty());
    }

    /** Returns the only kind of token there is. */
    public static StoredToken of(OAuth2Token credential) {
        if (credential instanceof StoredToken token) {
            return token;
        }
        throw new IllegalArgumentException(
                "an OAuth2Token of class " + credential.getClass().getName() + " is not one of the SDK");
    }

    private static Optional<String> text(Map<String, Secret> parts, String name) {
        return Optional.ofNullable(parts.get(name)).map(SecretText::open);
    }
}
