package dev.connections.oauth.internal.definition;

import dev.connections.Secret;
import dev.connections.spi.AuthClient.Identity;
import dev.connections.spi.PrivateKeys;
import java.security.PrivateKey;
import java.util.Map;

/** A client that shows a certificate: {@code tls_client_auth} and {@code self_signed_tls_client_auth} alike. */
public record ClientCertificate(Identity identity) implements KnownClient {
    static final String MEMBER = "client_certificate";
    private static final String CHAIN = "chain";
    private static final String KEY = "private_key";
    private static final String SECRET = "client_certificate_key";

    public ClientCertificate {
        if (!identity.certificateChain().contains("-----BEGIN CERTIFICATE-----")) {
            throw Wrong.definition(
                    "certificate_malformed",
                    "the client's certificate is not in PEM; write -----BEGIN CERTIFICATE----- and so on, the client's own"
                            + " first");
        }
        PrivateKey unused = PrivateKeys.read(identity.privateKey(), "RSA", "EC");
    }

    static ClientCertificate of(Document document, SecretNames names) {
        return new ClientCertificate(new Identity(document.requiredText(CHAIN), names.of(document, KEY)));
    }

    @Override
    public Document into(Document document) {
        return document.with(
                MEMBER,
                Document.EMPTY
                        .with(CHAIN, identity.certificateChain())
                        .with(KEY, Document.EMPTY.with("secret", SECRET)));
    }

    @Override
    public Map<String, Secret> secrets() {
        return Map.of(SECRET, identity.privateKey());
    }
}
