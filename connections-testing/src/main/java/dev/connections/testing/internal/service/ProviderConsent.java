package dev.connections.testing.internal.service;

import dev.connections.Secret;
import dev.connections.testing.internal.CanarySecret;
import dev.connections.testing.internal.canary.Ears;
import dev.connections.testing.internal.provider.Personality;
import dev.connections.testing.internal.provider.Refused;
import dev.connections.testing.internal.provider.Seen;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A provider's consent page. What is wrong with a request is told there, as most of them do. Thread-safe. */
final class ProviderConsent {
    private final Personality who;
    private final Clients clients;
    private final ProviderBook book;
    private final Hosts hosts;
    private final Map<String, ProviderTicket> tickets = new ConcurrentHashMap<>();

    ProviderConsent(Personality who, Clients clients, ProviderBook book, Hosts hosts) {
        this.who = who;
        this.clients = clients;
        this.book = book;
        this.hosts = hosts;
    }

    Answer answer(Incoming request) {
        try {
            return request.method().equals("POST") ? decide(request.form()) : ask(request);
        } catch (Refused refused) {
            return ConsentPage.error(refused.text());
        } catch (Refusal refusal) {
            return ConsentPage.error(refusal.description());
        }
    }

    private Answer ask(Incoming incoming) throws Refused, Refusal {
        Parameters query = incoming.query();
        query.requireNoRepetition();
        if (!query.required(who.clientIdName()).equals(Clients.CONFIDENTIAL)) {
            throw Refusal.invalidRequest("the client is not registered");
        }
        Seen request = ProviderServer.seen(incoming);
        who.checkAuthorization(request);
        requireChallenge(query);
        Ears.plant(Secret.of(query.required("state")));
        var ticket = new ProviderTicket(request, who.scopes(query.one("scope").orElse("")), who.tokenNames(request));
        query.required("redirect_uri");
        String number = CanarySecret.text("ticket");
        tickets.put(number, ticket);
        return ConsentPage.asking(number, Clients.CONFIDENTIAL, ticket.scopes(), incoming.path());
    }

    private void requireChallenge(Parameters query) throws Refusal {
        boolean given = query.one("code_challenge").isPresent();
        if (who.pkce() == Personality.Pkce.REQUIRED || (given && who.pkce() == Personality.Pkce.TAKEN)) {
            Pkce.requireChallenge(query);
        } else if (given && who.pkce() == Personality.Pkce.REFUSED) {
            throw Refusal.invalidRequest("this client may not use PKCE");
        }
    }

    private Answer decide(Parameters form) throws Refusal {
        ProviderTicket ticket = Optional.ofNullable(tickets.remove(form.required("ticket")))
                .orElseThrow(() -> Refusal.invalidRequest("the consent page was answered before"));
        Optional<String> account =
                form.one("account").filter(any -> form.one("decision").equals(Optional.of("approve")));
        var answer = new LinkedHashMap<String, String>();
        answer.put("state", ticket.state());
        if (account.isEmpty()) {
            answer.putAll(who.denial());
        } else {
            answer.put("code", book.issueCode(ticket, account.get()));
            answer.putAll(who.callback(hosts::origin));
        }
        Map<String, String> signed = who.signed(answer, clients.secret().reveal());
        return Answer.redirect(AuthorizationTicket.callback(ticket.redirectUri(), signed));
    }
}
