package dev.connections.testing.internal.service;

import dev.connections.testing.MockService.Endpoint;

/** Why the authorization server does not do what it was asked for (RFC 6749, section 5.2). */
final class Refusal extends Exception {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String error;
    private final Scheme scheme;
    private final String nonce;

    /** What the refusal speaks of. */
    private enum Scheme {
        BASIC,
        OAUTH1,
        DPOP
    }

    private Refusal(int status, String error, String description) {
        this(status, error, description, Scheme.BASIC);
    }

    private Refusal(int status, String error, String description, Scheme scheme) {
        super(description);
        this.status = status;
        this.error = error;
        this.scheme = scheme;
        nonce = "";
    }

    private Refusal(Refusal refusal, String nonce) {
        super(refusal.description());
        status = refusal.status;
        error = refusal.error;
        scheme = refusal.scheme;
        this.nonce = nonce;
    }

    /** A proof of possession that is not taken: RFC 9449, sections 5 and 7.1. */
    static Refusal proof(Endpoint endpoint, String error, String description) {
        return new Refusal(endpoint == Endpoint.TOKEN ? 400 : 401, error, description, Scheme.DPOP);
    }

    /** A copy that says which nonce is wanted. */
    Refusal wanting(String wanted) {
        return new Refusal(this, wanted);
    }

    /** In the words of OAuth 1's Problem Reporting extension. */
    static Refusal problem(String problem) {
        return new Refusal(401, problem, "", Scheme.OAUTH1);
    }

    static Refusal of(String error, String description) {
        return new Refusal(400, error, description);
    }

    static Refusal invalidRequest(String description) {
        return of("invalid_request", description);
    }

    static Refusal invalidGrant(String description) {
        return of("invalid_grant", description);
    }

    static Refusal invalidClient(String description) {
        return new Refusal(401, "invalid_client", description);
    }

    private String challenge() {
        return scheme == Scheme.DPOP ? "DPoP error=\"" + error + "\", algs=\"ES256 PS256\"" : "Basic realm=\"mock\"";
    }

    String error() {
        return error;
    }

    String description() {
        return String.valueOf(getMessage());
    }

    Answer answer() {
        if (scheme == Scheme.OAUTH1) {
            return Answer.form(status, "oauth_problem=" + error)
                    .refused(error)
                    .with("WWW-Authenticate", "OAuth realm=\"mock\", oauth_problem=\"" + error + "\"");
        }
        Answer answer = Answer.error(status, error, description()).with("Cache-Control", "no-store");
        Answer complete = nonce.isEmpty() ? answer : answer.with("DPoP-Nonce", nonce);
        return status == 401 ? complete.with("WWW-Authenticate", challenge()) : complete;
    }
}
