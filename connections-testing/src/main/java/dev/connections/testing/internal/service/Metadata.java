package dev.connections.testing.internal.service;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** RFC 8414 and OpenID Connect Discovery: one document at both places. Immutable. */
final class Metadata {
    private static final List<String> CLIENT_AUTHENTICATION =
            List.of("client_secret_basic", "client_secret_post", "client_secret_jwt", "private_key_jwt", "none");

    private final String origin;
    private final Set<String> grantTypes;
    private final Optional<OpenId> openId;

    Metadata(String origin, Set<String> grantTypes, Optional<OpenId> openId) {
        this.origin = origin;
        this.grantTypes = grantTypes;
        this.openId = openId;
    }

    Answer at(String path) {
        return Answer.json(
                200,
                path.equals(Paths.KEYS)
                        ? openId.map(OpenId::keys).orElse("{\"keys\":[]}")
                        : document().toString());
    }

    private Json document() {
        Json document = new Json()
                .put("issuer", openId.map(OpenId::issuer).orElse(origin))
                .put("authorization_endpoint", origin + Paths.AUTHORIZATION)
                .put("pushed_authorization_request_endpoint", origin + Paths.PUSHED_AUTHORIZATION)
                .put("token_endpoint", origin + Paths.TOKEN)
                .put("device_authorization_endpoint", origin + Paths.DEVICE_AUTHORIZATION)
                .put("revocation_endpoint", origin + Paths.REVOCATION)
                .put("introspection_endpoint", origin + Paths.INTROSPECTION)
                .put("jwks_uri", origin + Paths.KEYS)
                .put("response_types_supported", List.of("code"))
                .put("grant_types_supported", List.copyOf(grantTypes))
                .put("code_challenge_methods_supported", List.of(Pkce.S256))
                .put("token_endpoint_auth_methods_supported", CLIENT_AUTHENTICATION)
                .put("revocation_endpoint_auth_methods_supported", CLIENT_AUTHENTICATION)
                .put("authorization_response_iss_parameter_supported", true)
                .put("dpop_signing_alg_values_supported", List.of("ES256", "PS256"))
                .put("subject_types_supported", List.of("public"))
                .put("id_token_signing_alg_values_supported", List.of("RS256"));
        openId.ifPresent(provider -> document.put("userinfo_endpoint", origin + Paths.USER_INFO));
        return document;
    }
}
