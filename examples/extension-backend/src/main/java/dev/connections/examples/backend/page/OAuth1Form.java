package dev.connections.examples.backend.page;

import dev.connections.Secret;
import dev.connections.Service;
import dev.connections.examples.backend.html.Html;
import dev.connections.examples.backend.http.Parameters;
import dev.connections.oauth.OAuth1;
import dev.connections.oauth.OAuth1.Signature;
import dev.connections.oauth.OAuth1.Transmission;
import java.util.List;
import java.util.Map;

/** Zoho's OAuth 1 parameters. */
final class OAuth1Form implements ServiceForm {
    private static final Map<String, String> TYPES = Options.pairs(
            Transmission.HEADER.name(), "Header",
            Transmission.QUERY.name(), "Query string",
            Transmission.FORM.name(), "Form data");

    /** RSA needs a private key, which no form should ask for. */
    private static final Map<String, String> SIGNATURES = Options.pairs(
            Signature.HMAC_SHA1.name(), Signature.HMAC_SHA1.registeredName(),
            Signature.HMAC_SHA256.name(), Signature.HMAC_SHA256.registeredName(),
            Signature.PLAINTEXT.name(), Signature.PLAINTEXT.registeredName());

    @Override
    public List<Html> fields(Parameters sent) {
        return List.of(
                Input.choice("param_type", "Param Type", TYPES, sent.text("param_type")),
                Input.text("client_id", "Consumer Key", sent.text("client_id")).required(),
                Input.secret("client_secret", "Consumer Secret").required(),
                Input.text("request_url", "Request Token URL", sent.text("request_url"))
                        .required(),
                Input.text("authorize_url", "Authorize URL", sent.text("authorize_url"))
                        .required(),
                Input.text("token_url", "Access Token URL", sent.text("token_url"))
                        .required(),
                Input.choice("signature", "Signature", SIGNATURES, sent.text("signature")));
    }

    @Override
    public Service<?> service(Start start, Parameters sent) {
        var legs = OAuth1.threeLegged();
        OAuth1.Strategy strategy = (start.plainHttp() ? legs.withPlainHttpForLoopbackTestsOnly() : legs)
                .requestTokenEndpoint(sent.text("request_url"))
                .authorizationEndpoint(sent.text("authorize_url"))
                .tokenEndpoint(sent.text("token_url"))
                .client(sent.text("client_id"), Secret.of(sent.exact("client_secret")));
        return start.service()
                .authentication(
                        strategy.withTransmission(Options.constant(Transmission.values(), sent.text("param_type")))
                                .withSignature(Options.constant(Signature.values(), sent.text("signature"))));
    }
}
