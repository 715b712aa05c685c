package dev.connections.oauth.internal.definition;

import dev.connections.oauth.JwtAssertion;
import dev.connections.oauth.internal.definition.OAuth2Definition.Change;
import java.util.Map;
import java.util.Optional;

/**
 * What signs authorization requests: a key of its own, or the client's.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9101">RFC 9101</a>
 */
final class RequestObjectFormat {
    static final String MEMBER = "request_object";
    private static final String OF_THE_CLIENT = "client_key";
    private static final String SECRET = "request_object_key";
    private static final String OPTION = "withRequestObject";

    private RequestObjectFormat() {}

    static Optional<AssertionFormat> of(Document document, KnownClient client, SecretNames names) {
        if (!document.has(MEMBER)) {
            return Optional.empty();
        }
        Document object = document.object(MEMBER);
        AssertionFormat format = object.flag(OF_THE_CLIENT) ? ofTheClient(client) : AssertionFormat.of(object, names);
        if (format.subject().isPresent()
                || format.hasScopeClaim()) { // section 10.8: it must not pass for another token
            throw Wrong.option(
                    OPTION, "an authorization request has no subject, and its scopes always; leave these options out");
        }
        if (document.text("issuer").isEmpty() && format.audience().isEmpty()) {
            throw Wrong.option(
                    OPTION,
                    "a signed request names the server it is for; begin with issuer(…), use withIssuer before it, or state"
                            + " JwtAssertion.withAudience");
        }
        document.texts("authorization_parameters").forEach((name, value) -> {
            Object unused = RequestClaims.of(name, value);
        });
        return Optional.of(format);
    }

    private static AssertionFormat ofTheClient(KnownClient client) {
        if (client instanceof ClientAssertion signing) {
            return signing.assertion().keyAlone();
        }
        throw Wrong.option(
                OPTION, "the client has no key of its own; use ClientAuthentication.privateKeyJwt, or give a key here");
    }

    static Change withClientKey() {
        return document -> document.with(MEMBER, Document.EMPTY.with(OF_THE_CLIENT, true));
    }

    static OAuth2Definition with(OAuth2Definition definition, JwtAssertion assertion) {
        AssertionFormat format = Wrong.own(AssertionFormat.class, assertion);
        return definition.with(document -> document.with(MEMBER, format.named(SECRET)), Map.of(SECRET, format.key()));
    }
}
