package dev.connections.testing.internal.service;

import java.util.Optional;

/** RFC 6750, section 2.1 alone: a token in form or query is none. */
final class BearerGuard implements Guard {
    private static final String SCHEME = "bearer ";

    private final GrantBook book;

    BearerGuard(GrantBook book) {
        this.book = book;
    }

    @Override
    public Optional<String> accountOf(Incoming request) {
        return request.header("Authorization")
                .filter(header -> header.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                .map(header -> header.substring(SCHEME.length()))
                .flatMap(book::accountOf);
    }

    @Override
    public Answer challenge() {
        return Answer.error(401, "invalid_token", "the access token is missing, unknown, expired or revoked")
                .with("WWW-Authenticate", "Bearer realm=\"mock\", error=\"invalid_token\"");
    }
}
