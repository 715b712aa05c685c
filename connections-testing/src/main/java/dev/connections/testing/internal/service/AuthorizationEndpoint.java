package dev.connections.testing.internal.service;

import dev.connections.Secret;
import dev.connections.testing.internal.CanarySecret;
import dev.connections.testing.internal.canary.Ears;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** RFC 6749, section 4.1.1 and 4.1.2, with a consent page in between. Thread-safe. */
final class AuthorizationEndpoint {
    private final Clients clients;
    private final GrantBook book;
    private final PushedRequests pushed;
    private final String issuer;
    private final Map<String, AuthorizationTicket> tickets = new ConcurrentHashMap<>();

    AuthorizationEndpoint(Clients clients, GrantBook book, PushedRequests pushed, String issuer) {
        this.clients = clients;
        this.book = book;
        this.pushed = pushed;
        this.issuer = issuer;
    }

    Answer answer(Incoming request) {
        try {
            return switch (request.method()) {
                case "GET" -> ask(request.query());
                case "POST" -> decide(request.form());
                default -> Answer.empty(405).with("Allow", "GET, POST");
            };
        } catch (Refusal refusal) {
            return ConsentPage.error(refusal.description());
        }
    }

    /** As long as client and redirect URI are in doubt the browser must not be sent anywhere. */
    private Answer ask(Parameters sent) throws Refusal {
        sent.requireNoRepetition();
        String clientId = sent.required("client_id");
        if (!clients.knows(clientId)) {
            throw Refusal.invalidRequest("the client is not registered");
        }
        Parameters query = meant(sent, clientId);
        String redirectUri = query.required("redirect_uri");
        requireUsable(redirectUri);
        try {
            return page(ticket(query, redirectUri));
        } catch (Refusal refusal) {
            return sendBack(redirectUri, query.one("state").orElse(""), refusal);
        }
    }

    /** What stands beside a request that was signed or pushed is not used (RFC 9101, section 6.3). */
    private Parameters meant(Parameters sent, String clientId) throws Refusal {
        Optional<String> signed = sent.one("request");
        if (signed.isPresent()) {
            return clients.request(signed.get(), clientId);
        }
        Optional<String> uri = sent.one("request_uri");
        return uri.isPresent() ? pushed.take(uri.get(), clientId) : sent;
    }

    private static void requireUsable(String redirectUri) throws Refusal {
        URI uri = parsed(redirectUri);
        boolean loopback = Set.of("127.0.0.1", "[::1]", "localhost").contains(String.valueOf(uri.getHost()));
        if (!("https".equals(uri.getScheme()) || ("http".equals(uri.getScheme()) && loopback))
                || uri.getHost() == null
                || uri.getRawFragment() != null) {
            throw Refusal.invalidRequest("redirect_uri is neither https nor http on loopback, or has a fragment");
        }
    }

    private static URI parsed(String redirectUri) throws Refusal {
        try {
            return URI.create(redirectUri);
        } catch (IllegalArgumentException e) {
            throw Refusal.invalidRequest("redirect_uri is no URI");
        }
    }

    private static AuthorizationTicket ticket(Parameters query, String redirectUri) throws Refusal {
        if (!query.required("response_type").equals("code")) {
            throw Refusal.of("unsupported_response_type", "only code is supported");
        }
        Pkce.requireChallenge(query);
        String state = query.required("state");
        Ears.plant(Secret.of(state));
        return new AuthorizationTicket(
                query.required("client_id"),
                redirectUri,
                state,
                query.required("code_challenge"),
                Scopes.of(query.one("scope").orElse("")),
                query.one("nonce"),
                query.one("dpop_jkt"));
    }

    private Answer page(AuthorizationTicket ticket) {
        String number = CanarySecret.text("ticket");
        tickets.put(number, ticket);
        return ConsentPage.asking(number, ticket.clientId(), ticket.scopes());
    }

    private Answer decide(Parameters form) throws Refusal {
        @Nullable AuthorizationTicket ticket = tickets.remove(form.required("ticket"));
        if (ticket == null) {
            throw Refusal.invalidRequest("the consent page was answered before");
        }
        Optional<String> account =
                form.one("account").filter(any -> form.one("decision").equals(Optional.of("approve")));
        if (account.isEmpty()) {
            return sendBack(ticket.redirectUri(), ticket.state(), Refusal.of("access_denied", "the user refused"));
        }
        return Answer.redirect(
                ticket.callback(withIssuer("code", book.issueCode(ticket, account.get()), ticket.state())));
    }

    private Answer sendBack(String redirectUri, String state, Refusal refusal) {
        Map<String, String> parameters = withIssuer("error", refusal.error(), state);
        parameters.put("error_description", refusal.description());
        return Answer.redirect(AuthorizationTicket.callback(redirectUri, parameters));
    }

    /** RFC 9207, section 2: the answer says who gave it. */
    private Map<String, String> withIssuer(String name, String value, String state) {
        var parameters = new LinkedHashMap<String, String>();
        parameters.put(name, value);
        parameters.put("state", state);
        parameters.put("iss", issuer);
        return parameters;
    }
}
