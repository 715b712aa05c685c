package dev.connections.testing.internal.service;

import java.util.Optional;

/** RFC 7662: a token that is unknown, ended or another client's is not active, and nothing more is said of it. Thread-safe. */
final class IntrospectionEndpoint {
    private final Clients clients;
    private final GrantBook book;

    IntrospectionEndpoint(Clients clients, GrantBook book) {
        this.clients = clients;
        this.book = book;
    }

    Answer answer(Incoming request) {
        try {
            Parameters form = TokenEndpoint.wellFormed(request);
            String clientId = clients.authenticate(request, form);
            Optional<Grant> grant = book.grantOf(form.required("token")).filter(it -> it.belongsTo(clientId));
            return Answer.json(200, grant.map(it -> described(it, form)).orElse("{\"active\":false}"));
        } catch (Refusal refusal) {
            return refusal.answer();
        }
    }

    private String described(Grant grant, Parameters form) {
        Json json = new Json()
                .put("active", true)
                .put("scope", Scopes.text(grant.scopes()))
                .put("client_id", grant.clientId())
                .put("username", grant.account());
        form.one("token").flatMap(book::expiryOf).ifPresent(end -> json.put("exp", end.getEpochSecond()));
        return json.toString();
    }
}
