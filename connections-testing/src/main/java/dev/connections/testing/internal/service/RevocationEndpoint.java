package dev.connections.testing.internal.service;

/** RFC 7009: 200 also for a token that is unknown or belongs to another client. Thread-safe. */
final class RevocationEndpoint {
    private final Clients clients;
    private final GrantBook book;

    RevocationEndpoint(Clients clients, GrantBook book) {
        this.clients = clients;
        this.book = book;
    }

    Answer answer(Incoming request) {
        try {
            Parameters form = TokenEndpoint.wellFormed(request);
            String clientId = clients.authenticate(request, form);
            book.revokeToken(form.required("token"), clientId);
            return Answer.empty(200);
        } catch (Refusal refusal) {
            return refusal.answer();
        }
    }
}
