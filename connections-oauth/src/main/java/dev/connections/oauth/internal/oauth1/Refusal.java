package dev.connections.oauth.internal.oauth1;

import dev.connections.ConnectionException;
import dev.connections.Secret;
import dev.connections.oauth.internal.flow.Refusals;
import dev.connections.oauth.internal.flow.ServerError;
import dev.connections.oauth.internal.flow.Uris;
import dev.connections.oauth.internal.wire.ForeignText;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * An answer without a token, turned into the exception that says who must act.
 *
 * @param asking what was asked
 * @param clientSecret what must not be echoed, beside what was sent
 * @param status the HTTP status
 * @param body the body without white space around it
 * @param form the body, read as a form
 */
record Refusal(Asking asking, Secret clientSecret, int status, String body, Map<String, String> form) {
    private static final String CLIENT = "check the client key and client secret in the service's developer settings";

    /** Returns the exception of a problem, empty where the service named none. */
    ConnectionException of(String problem, Duration retryAfter) {
        ServerError error = error(problem);
        return switch (problem) {
            case "" -> unnamed(error, retryAfter);
            case "consumer_key_unknown", "consumer_key_rejected", "consumer_key_refused" ->
                refusals().configuration("invalid_client", error, CLIENT);
            case "signature_invalid", "signature_method_rejected" ->
                refusals()
                        .configuration(
                                "signature_refused",
                                error,
                                "check the client secret, and state the service's method with withSignature and its"
                                        + " place with withTransmission");
            case "timestamp_refused" ->
                refusals().configuration("timestamp_refused", error, "set this machine's clock, then begin again");
            case "parameter_absent", "parameter_rejected", "version_rejected" -> parameters(error);
            case "permission_denied", "permission_unknown", "user_refused" ->
                refusals().denied("access_denied", error, "ask the user to authorize, and begin again");
            case "token_used", "token_expired", "token_revoked", "token_rejected", "verifier_invalid" ->
                refusals().denied("invalid_grant", error, "it works once and for minutes only; begin again");
            case "nonce_used" -> refusals().later("nonce_used", error, retryAfter, false);
            default -> refusals().protocol("token_error", error, "look the problem up in the service's documentation");
        };
    }

    /** A success without a token. */
    ConnectionException unreadable() {
        if (body.isEmpty() || body.startsWith("<")) { // a proxy's, most likely
            String code = body.isEmpty() ? "token_response_empty" : "token_response_html";
            return refusals().later(code, ServerError.NONE, Duration.ZERO, true);
        }
        return refusals()
                .protocol(
                        "token_missing",
                        ServerError.NONE,
                        "its answer holds no oauth_token with an oauth_token_secret; report it to the service");
    }

    private ConnectionException unnamed(ServerError error, Duration retryAfter) {
        if (status >= 500 || status == 408) { // the request may have been carried out
            return refusals().later("service_unavailable", error, retryAfter, true);
        }
        if (status == 429) {
            return refusals().later("rate_limited", error, retryAfter, false);
        }
        if (status >= 300 && status < 400) {
            return refusals()
                    .protocol(
                            "token_endpoint_redirects",
                            error,
                            "redirects are never followed with a signature; state the endpoint they lead to");
        }
        return status == 400 || status == 401 || status == 403
                ? refusals()
                        .configuration("invalid_client", error, CLIENT + ", and that the redirect URI is registered")
                : refusals().protocol("token_endpoint_status", error, "check the endpoint's URI with the service");
    }

    /** Half of all first connections fail with a redirect URI that is not registered. */
    private ConnectionException parameters(ServerError error) {
        boolean callback = form.getOrDefault("oauth_parameters_rejected", "").contains("oauth_callback")
                || error.description().contains("callback");
        return callback && asking.callback().isPresent()
                ? refusals()
                        .configuration(
                                "redirect_uri_not_registered",
                                error,
                                "register this redirect URI in the service's developer settings: "
                                        + asking.callback().get())
                : refusals()
                        .configuration(
                                "invalid_request",
                                error,
                                "compare the definition's endpoints and parameters with the service's documentation");
    }

    private ServerError error(String problem) {
        var unspeakable = asking.unspeakable(clientSecret);
        String advice = form.getOrDefault("oauth_problem_advice", form.getOrDefault("oauth_parameters_rejected", ""));
        return new ServerError(ForeignText.clean(problem, unspeakable), ForeignText.clean(advice, unspeakable), "");
    }

    private Refusals refusals() {
        return new Refusals(
                asking.where() + " " + Uris.withoutQuery(asking.endpoint()),
                asking.presented(),
                "HTTP " + status,
                List.of(),
                asking.callback());
    }

    @Override
    public String toString() {
        return "Refusal[" + status + "]";
    }
}
