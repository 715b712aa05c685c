package dev.connections.testing.internal.service;

/** Why the authorization server does not do what it was asked for (RFC 6749, section 5.2). */
final class Refusal extends Exception {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String error;
    private final boolean oauth1;

    private Refusal(int status, String error, String description) {
        this(status, error, description, false);
    }

    private Refusal(int status, String error, String description, boolean oauth1) {
        super(description);
        this.status = status;
        this.error = error;
        this.oauth1 = oauth1;
    }

    /** In the words of OAuth 1's Problem Reporting extension. */
    static Refusal problem(String problem) {
        return new Refusal(401, problem, "", true);
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

    String error() {
        return error;
    }

    String description() {
        return String.valueOf(getMessage());
    }

    Answer answer() {
        if (oauth1) {
            return Answer.form(status, "oauth_problem=" + error)
                    .refused(error)
                    .with("WWW-Authenticate", "OAuth realm=\"mock\", oauth_problem=\"" + error + "\"");
        }
        Answer answer = Answer.error(status, error, description()).with("Cache-Control", "no-store");
        return status == 401 ? answer.with("WWW-Authenticate", "Basic realm=\"mock\"") : answer;
    }
}
