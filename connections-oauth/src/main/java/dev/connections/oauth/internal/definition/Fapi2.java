package dev.connections.oauth.internal.definition;

import dev.connections.ConnectionConfigurationException;
import dev.connections.oauth.internal.dpop.ProofKey;
import dev.connections.spi.PrivateKeys;
import java.security.PrivateKey;
import java.security.interfaces.ECKey;
import java.security.interfaces.RSAKey;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the FAPI 2.0 Security Profile demands of a client, held against a definition when it is made.
 *
 * @see <a href="https://openid.net/specs/fapi-security-profile-2_0-final.html#section-5.3.3">FAPI 2.0 Security Profile,
 *     sections 5.3.3 and 5.4</a>
 */
final class Fapi2 {
    static final String MEMBER = "fapi2";

    /** Section 5.4.1. */
    private static final Set<String> ALGORITHMS = Set.of("PS256", "ES256", "EdDSA", "Ed25519");

    private static final int RSA_BITS = 2048; // section 5.4.1
    private static final int EC_BITS = 224;

    /** What is taken from the metadata of the issuer and from nowhere else. */
    private static final List<String> ENDPOINTS = List.of(
            "token_endpoint",
            "authorization_endpoint",
            "device_authorization_endpoint",
            "revocation",
            ServerFormat.PUSHED,
            ServerFormat.USER_INFO,
            ServerFormat.INTROSPECTION);

    private Fapi2() {}

    /** Tells whether a definition keeps to the profile. */
    static boolean is(Document document) {
        return document.flag(MEMBER);
    }

    /** Returns what binds tokens, where the definition does not say it: a proof, unless the client shows a certificate. */
    static Optional<String> proofAlgorithm(Document document) {
        boolean proves = is(document) && !document.has(ClientCertificate.MEMBER);
        return proves ? Optional.of(ProofKey.DEFAULT_ALGORITHM) : Optional.empty();
    }

    /** Returns the client of a definition; its RSA key signs as the profile wants, unless something else is stated. */
    static KnownClient client(Document document, KnownClient client) {
        return is(document) && client instanceof ClientAssertion signing
                ? new ClientAssertion(assertion(document, signing.assertion()))
                : client;
    }

    /** Returns an assertion of a definition, as {@link #client}. */
    static AssertionFormat assertion(Document document, AssertionFormat assertion) {
        return is(document) ? assertion.preferringPss() : assertion;
    }

    static void check(OAuth2Definition definition) {
        Document document = definition.document();
        if (!is(document)) {
            return;
        }
        if (definition.grant() == GrantType.PASSWORD) {
            throw required("no password of a user", "use another grant");
        }
        if (ENDPOINTS.stream().anyMatch(document::has)
                || document.object(ServerFormat.OPEN_ID).has("jwks_uri")) {
            throw required(
                    "endpoints from the metadata of the issuer alone", "begin with issuer(…) and state no endpoint");
        }
        if (definition.authorization().pkce().deviation().isPresent()) {
            throw required("PKCE with S256", "leave the deviation out");
        }
        if (definition.refreshRequest().endpoint().isPresent()
                || definition.tokenUpgrade().isPresent()) {
            throw required(
                    "endpoints from the metadata of the issuer alone", "leave withEndpoint and withTokenUpgrade out");
        }
        if (definition.tokenRequest().isGet()
                || definition.refreshRequest().isGet()
                || definition.revocationRequest().isGet()) {
            throw required("token requests by POST", "leave the deviation out");
        }
        if (document.has("authorization_header")) {
            throw required("tokens as the standards send them", "leave withAuthorizationHeader out");
        }
        checkClient(definition);
        checkAlgorithms(definition);
    }

    private static void checkClient(OAuth2Definition definition) {
        KnownClient client = definition.client();
        if (client instanceof ClientCertificate shown) {
            requireLength(PrivateKeys.read(shown.identity().privateKey(), "RSA", "EC"));
        } else if (client instanceof ClientAssertion signing) {
            requireAudience(definition, signing.assertion());
        } else {
            throw required(
                    "a client that proves itself with a key",
                    "use client(id, ClientAuthentication.privateKeyJwt(…)) or ClientAuthentication.mutualTls(…)");
        }
    }

    private static void requireLength(PrivateKey key) {
        boolean enough = key instanceof RSAKey rsa
                ? rsa.getModulus().bitLength() >= RSA_BITS
                : key instanceof ECKey ec && ec.getParams().getOrder().bitLength() >= EC_BITS;
        if (!enough) {
            throw required("keys of 2048 bits (RSA) or 224 bits (EC) at least", "make a longer one");
        }
    }

    private static void requireAudience(OAuth2Definition definition, AssertionFormat assertion) {
        Optional<String> issuer = definition.server().issuer();
        if (assertion.audience().isPresent() && !assertion.audience().equals(issuer)) {
            throw required("the issuer for the audience of client assertions", "leave withAudience out");
        }
    }

    private static void checkAlgorithms(OAuth2Definition definition) {
        Stream<AssertionFormat> signed = Stream.of(
                        definition.client() instanceof ClientAssertion signing
                                ? Optional.of(signing.assertion())
                                : Optional.<AssertionFormat>empty(),
                        definition.requestObject(),
                        definition.assertion())
                .flatMap(Optional::stream);
        Stream.concat(signed.map(each -> each.signingKey().algorithm()), definition.proofAlgorithm().stream())
                .filter(algorithm -> !ALGORITHMS.contains(algorithm))
                .findFirst()
                .ifPresent(algorithm -> {
                    throw required(
                            "signatures by PS256, ES256 or EdDSA",
                            "state one of them in place of " + algorithm + " (JwtAssertion.withAlgorithm, withDpop)");
                });
    }

    private static ConnectionConfigurationException required(String what, String fix) {
        return Wrong.definition("fapi_requires", "FAPI 2.0 wants " + what + "; " + fix + ", or leave withFapi2 out");
    }
}
