package dev.connections.testing.internal.service;

import java.util.List;
import java.util.Set;

/** RFC 8414 and OpenID Connect Discovery: one document at both places. Immutable. */
final class Metadata {
    private static final List<String> CLIENT_AUTHENTICATION =
            List.of("client_secret_basic", "client_secret_post", "client_secret_jwt", "private_key_jwt", "none");

    private final Answer document;

    Metadata(String origin, Set<String> grantTypes) {
        document = Answer.json(200, document(origin, grantTypes));
    }

    Answer at(String path) {
        return path.equals(Paths.KEYS) ? Answer.json(200, "{\"keys\":[]}") : document;
    }

    private static String document(String origin, Set<String> grantTypes) {
        return new Json()
                .put("issuer", origin)
                .put("authorization_endpoint", origin + Paths.AUTHORIZATION)
                .put("token_endpoint", origin + Paths.TOKEN)
                .put("device_authorization_endpoint", origin + Paths.DEVICE_AUTHORIZATION)
                .put("revocation_endpoint", origin + Paths.REVOCATION)
                .put("jwks_uri", origin + Paths.KEYS)
                .put("response_types_supported", List.of("code"))
                .put("grant_types_supported", List.copyOf(grantTypes))
                .put("code_challenge_methods_supported", List.of(Pkce.S256))
                .put("token_endpoint_auth_methods_supported", CLIENT_AUTHENTICATION)
                .put("revocation_endpoint_auth_methods_supported", CLIENT_AUTHENTICATION)
                .put("authorization_response_iss_parameter_supported", true)
                .put("subject_types_supported", List.of("public"))
                .put("id_token_signing_alg_values_supported", List.of("RS256"))
                .toString();
    }
}
