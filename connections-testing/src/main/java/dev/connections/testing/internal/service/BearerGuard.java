package dev.connections.testing.internal.service;

import java.util.Optional;

/** RFC 6750, section 2.1, and RFC 9449, section 7, alone: a token in form or query is none, and a bound one needs its proof. */
final class BearerGuard implements Guard {
    private static final String BEARER = "Bearer ";
    private static final String BOUND = Proofs.HEADER + " ";

    private final GrantBook book;
    private final Proofs proofs;

    BearerGuard(GrantBook book, Proofs proofs) {
        this.book = book;
        this.proofs = proofs;
    }

    @Override
    public Optional<String> accountOf(Incoming request) throws Refusal {
        Optional<String> bearer =
                token(request, BEARER).filter(token -> book.keyOf(token).isEmpty());
        return bearer.isPresent() ? bearer.flatMap(book::accountOf) : accountOfBound(request);
    }

    private Optional<String> accountOfBound(Incoming request) throws Refusal {
        Optional<String> token = token(request, BOUND);
        if (token.isEmpty() || !proofs.keyOf(request, token.get()).equals(book.keyOf(token.get()))) {
            return Optional.empty();
        }
        return book.accountOf(token.get());
    }

    private static Optional<String> token(Incoming request, String scheme) {
        return request.header("Authorization")
                .filter(header -> header.regionMatches(true, 0, scheme, 0, scheme.length()))
                .map(header -> header.substring(scheme.length()));
    }

    @Override
    public Answer challenge() {
        return Answer.error(401, "invalid_token", "the access token is missing, unknown, expired or revoked")
                .with("WWW-Authenticate", "Bearer realm=\"mock\", error=\"invalid_token\", DPoP algs=\"ES256 PS256\"");
    }
}
