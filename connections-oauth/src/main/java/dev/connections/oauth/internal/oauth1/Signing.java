package dev.connections.oauth.internal.oauth1;

import dev.connections.Secret;
import dev.connections.oauth.OAuth1.Signature;
import dev.connections.oauth.internal.wire.FormEncoding;
import dev.connections.spi.AuthClient.Call;
import dev.connections.spi.OutgoingRequest;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Signs the requests of one definition and puts the protocol parameters on them. Immutable, thread-safe.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5849#section-3">RFC 5849, section 3</a>
 */
final class Signing {
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final int NONCE_BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final OAuth1Definition definition;

    Signing(OAuth1Definition definition) {
        this.definition = definition;
    }

    /** Writes a request to an endpoint of the protocol. */
    Call post(Asking asking, Instant now) {
        URI endpoint = asking.endpoint();
        Map<String, String> parameters = unsigned(asking.token().map(TokenPair::token), now);
        asking.revealInto(parameters);
        Secret secret = asking.token().map(TokenPair::secret).orElse(Secret.of(""));
        Map<String, String> signed = signed(Signable.of("POST", endpoint), parameters, secret);
        return switch (definition.transmission()) {
            case HEADER -> Call.of("POST", endpoint).withHeader("Authorization", Secret.of(header(signed)));
            case QUERY -> Call.of("POST", withQuery(endpoint, signed));
            case FORM -> Call.post(endpoint, FORM, Secret.of(FormEncoding.encode(signed)));
        };
    }

    /** Signs a request to the service. */
    void apply(TokenPair token, OutgoingRequest request) {
        Map<String, String> parameters = unsigned(Optional.of(token.token()), request.now());
        Map<String, String> signed = signed(
                Signable.of(request.method(), request.uri()).withForm(form(request)), parameters, token.secret());
        switch (definition.transmission()) {
            case HEADER -> request.header("Authorization", header(signed));
            case QUERY -> signed.forEach(request::query);
            case FORM -> signed.forEach(request::form);
        }
    }

    /** Returns the parameters with the signature as the last. */
    Map<String, String> signed(Signable request, Map<String, String> parameters, Secret tokenSecret) {
        var signed = new LinkedHashMap<>(parameters);
        signed.put("oauth_signature", definition.signer().sign(request.baseString(parameters), tokenSecret));
        return signed;
    }

    /** Returns the value of the {@code Authorization} header. */
    String header(Map<String, String> parameters) {
        String realm =
                definition.realm().map(name -> "realm=\"" + name + "\", ").orElse("");
        return parameters.entrySet().stream()
                .map(each ->
                        PercentEncoding.encode(each.getKey()) + "=\"" + PercentEncoding.encode(each.getValue()) + '"')
                .collect(Collectors.joining(", ", "OAuth " + realm, ""));
    }

    private Map<String, String> unsigned(Optional<Secret> token, Instant now) {
        var parameters = new LinkedHashMap<String, String>();
        parameters.put("oauth_consumer_key", definition.clientKey());
        token.ifPresent(value -> parameters.put("oauth_token", value.reveal()));
        parameters.put("oauth_signature_method", definition.signature().registeredName());
        parameters.put("oauth_timestamp", Long.toString(now.getEpochSecond()));
        parameters.put("oauth_nonce", nonce());
        parameters.put("oauth_version", "1.0");
        return parameters;
    }

    /** A body is part of what is signed if it is a form. PLAINTEXT signs nothing, so nothing has to be read. */
    private String form(OutgoingRequest request) {
        return definition.signature() == Signature.PLAINTEXT ? "" : SignedForm.of(request);
    }

    private static URI withQuery(URI endpoint, Map<String, String> parameters) {
        String separator = endpoint.getRawQuery() == null ? "?" : "&";
        return URI.create(endpoint + separator + FormEncoding.encode(parameters));
    }

    private static String nonce() {
        byte[] random = new byte[NONCE_BYTES];
        RANDOM.nextBytes(random);
        return HexFormat.of().formatHex(random);
    }
}
