package dev.connections.oauth.internal.flow;

import dev.connections.ConnectionException;
import dev.connections.oauth.internal.definition.ErrorMeaning;
import dev.connections.oauth.internal.definition.OAuth2Definition;
import dev.connections.oauth.internal.flow.TokenAnswer.Failed;
import dev.connections.oauth.internal.flow.TokenAnswer.Granted;
import dev.connections.oauth.internal.flow.TokenAnswer.Rejected;
import dev.connections.oauth.internal.response.TokenReading;
import dev.connections.oauth.internal.response.TokenReading.Tokens;
import dev.connections.oauth.internal.response.TokenReading.Unreadable;
import dev.connections.oauth.internal.wire.ForeignText;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Decides what an answer means. A status and a body count only together: a stored token must survive every outage, and
 * only a believable word of the server may end it.
 */
final class AnswerJudge {
    /** Answers of something else than the service: a captive portal, a proxy. */
    static final String HTML = "token_response_html";

    static final String EMPTY = "token_response_empty";

    private final OAuth2Definition definition;

    AnswerJudge(OAuth2Definition definition) {
        this.definition = definition;
    }

    TokenAnswer judge(Answered answered, Exchange exchange) {
        TokenReading reading = answered.reading();
        int status = answered.reply().status();
        Refusals refusals = Refusals.of(exchange, status).at(definition.console());
        if (status >= 200 && status < 300) {
            return success(answered, exchange, refusals);
        }
        if (status == 400 || status == 401 || (status == 403 && isDeclared(reading))) {
            return refusal(answered, exchange, refusals);
        }
        return breakdown(answered, error(answered, exchange), refusals);
    }

    /** Whether the definition knows the error. Atlassian answers a dead refresh token so (its pages, read 2026-11-20). */
    private boolean isDeclared(TokenReading reading) {
        return definition.response().meaning(code(reading)).isPresent();
    }

    private TokenAnswer success(Answered answered, Exchange exchange, Refusals refusals) {
        TokenReading reading = answered.reading();
        if (reading instanceof Tokens tokens) {
            return new Granted(tokens);
        }
        if (reading instanceof TokenReading.Refusal) {
            ServerError error = error(answered, exchange);
            return named(error, meaningAtSuccess(code(reading)), exchange, refusals);
        }
        if (reading == Unreadable.BROKEN) {
            return new Failed(
                    refusals.protocol(
                            "token_response_unreadable",
                            ServerError.NONE,
                            "its answer is neither JSON nor a form; report it to the service"),
                    true);
        }
        String code = reading == Unreadable.HTML ? HTML : EMPTY;
        return new Failed(refusals.later(code, ServerError.NONE, Duration.ZERO, true), true);
    }

    private TokenAnswer refusal(Answered answered, Exchange exchange, Refusals refusals) {
        TokenReading reading = answered.reading();
        int status = answered.reply().status();
        ServerError error = error(answered, exchange);
        if (reading instanceof TokenReading.Refusal) {
            return named(error, meaning(status, code(reading)), exchange, refusals);
        }
        return status == 401 // the status alone says that the client is not known
                ? new Failed(refusals.of(ErrorMeaning.INVALID_CLIENT, error), false)
                : named(error, Optional.empty(), exchange, refusals);
    }

    private TokenAnswer named(ServerError error, Optional<ErrorMeaning> meaning, Exchange exchange, Refusals refusals) {
        if (exchange.parameters().containsKey("redirect_uri") && RedirectBlame.in(meaning, error)) {
            return new Failed(refusals.of(ErrorMeaning.REDIRECT_URI_MISMATCH, error), false);
        }
        if (meaning.isEmpty()) {
            return new Failed(unknown(error, refusals), false);
        }
        return meaning.get() == ErrorMeaning.INVALID_GRANT
                ? new Rejected(
                        "invalid_grant", error.description(), refusals.denied("invalid_grant", error, exchange.cure()))
                : new Failed(refusals.of(meaning.get(), error), false);
    }

    private static ConnectionException unknown(ServerError error, Refusals refusals) {
        return switch (error.code()) {
            case "use_dpop_nonce" ->
                refusals.protocol(
                        "use_dpop_nonce",
                        error,
                        "it wants a nonce in the proof of possession and takes the one it gave no more than none; report it to"
                                + " the service, or add withDpop() if the definition lacks it");
            case "invalid_dpop_proof" ->
                refusals.protocol(
                        "invalid_dpop_proof",
                        error,
                        "check this machine's clock, and with the service which algorithm withDpop(…) must name");
            default ->
                refusals.protocol(
                        "token_error",
                        error,
                        "look the error up in the service's documentation; withErrorMeaning makes it known");
        };
    }

    private static TokenAnswer breakdown(Answered answered, ServerError error, Refusals refusals) {
        int status = answered.reply().status();
        if (status >= 500 || status == 408) { // the request may have been carried out
            return new Failed(refusals.later("service_unavailable", error, answered.retryAfter(), true), true);
        }
        if (status == 429) {
            return new Failed(refusals.later("rate_limited", error, answered.retryAfter(), false), false);
        }
        return status >= 300 && status < 400
                ? new Failed(
                        refusals.protocol(
                                "token_endpoint_redirects",
                                error,
                                "redirects are never followed with a secret; state the endpoint they lead to"),
                        false)
                : new Failed(
                        refusals.protocol("token_endpoint_status", error, "check the endpoint's URI with the service"),
                        false);
    }

    private Optional<ErrorMeaning> meaning(int status, String code) {
        return definition
                .response()
                .meaning(code)
                .or(() -> ErrorMeaning.ofDialect(code).map(it -> atStatus(status, it)));
    }

    /**
     * RFC 6749, section 5.2, keeps 401 for a client that could not be authenticated. Keycloak answers a wrong secret so,
     * but calls it "unauthorized_client" (seen: 26.7.3, 2026-11-20).
     */
    private static ErrorMeaning atStatus(int status, ErrorMeaning meaning) {
        return status == 401 && meaning == ErrorMeaning.UNAUTHORIZED_CLIENT ? ErrorMeaning.INVALID_CLIENT : meaning;
    }

    /** With a status of success only the definition's word makes an error end a grant. */
    private Optional<ErrorMeaning> meaningAtSuccess(String code) {
        return definition
                .response()
                .meaning(code)
                .or(() -> ErrorMeaning.ofDialect(code).filter(it -> it != ErrorMeaning.INVALID_GRANT));
    }

    /** The code as it was said: a secret that occurs in it is hidden from people, and must not change what it means. */
    private static String code(TokenReading reading) {
        return reading instanceof TokenReading.Refusal error ? ForeignText.clean(error.code(), List.of()) : "";
    }

    private ServerError error(Answered answered, Exchange exchange) {
        return answered.reading() instanceof TokenReading.Refusal error
                ? ServerError.of(error, exchange.unspeakable(definition.secrets(), answered))
                : ServerError.NONE;
    }
}
