package dev.connections.testing.internal.service;

import dev.connections.Secret;
import dev.connections.testing.MockService.Endpoint;
import dev.connections.testing.internal.canary.Ears;
import dev.connections.testing.internal.provider.Handout;
import dev.connections.testing.internal.provider.Personality;
import dev.connections.testing.internal.provider.Place;
import dev.connections.testing.internal.provider.Refused;
import dev.connections.testing.internal.provider.Reply;
import dev.connections.testing.internal.provider.Seen;
import dev.connections.testing.internal.provider.Wrong;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import mockwebserver3.Dispatcher;

/** A provider with its hosts and endpoints. Thread-safe. */
final class ProviderServer {
    private final Personality who;
    private final Hosts hosts;
    private final Clients clients;
    private final ProviderBook book;
    private final ProviderConsent consent;
    private final Map<String, String> served;

    ProviderServer(Personality who, Dispatcher dispatcher, Clients clients, Conditions conditions) {
        this.who = who;
        this.clients = clients;
        hosts = new Hosts(hosts(who), dispatcher);
        book = new ProviderBook(who, conditions.terms(), hosts::origin);
        consent = new ProviderConsent(who, clients, book, hosts);
        served = conditions.served();
    }

    /** What outlives the running server: its terms, and what a test lets it serve. */
    record Conditions(Terms terms, Map<String, String> served) {}

    private static Set<String> hosts(Personality who) {
        var hosts = new LinkedHashSet<String>();
        hosts.add(who.authorization().host());
        hosts.add(who.token().host());
        who.revocation().ifPresent(place -> hosts.add(place.host()));
        hosts.add(who.api().host());
        hosts.addAll(who.strangers());
        return hosts;
    }

    static Seen seen(Incoming request) {
        var parameters = new LinkedHashMap<String, String>();
        request.members().all().forEach(each -> parameters.putIfAbsent(each.getKey(), each.getValue()));
        request.query().all().forEach(each -> parameters.putIfAbsent(each.getKey(), each.getValue()));
        return new Seen(
                request.method(), request.path(), request.rawQuery(), request.format(), parameters, request::header);
    }

    Hosts hosts() {
        return hosts;
    }

    ProviderBook book() {
        return book;
    }

    Optional<Endpoint> at(Incoming request) {
        var here = new Place(hosts.at(request.port()), request.path());
        if (here.equals(who.authorization())) {
            return Optional.of(Endpoint.AUTHORIZATION);
        }
        if (here.equals(who.token()) || isForeignToken(here)) {
            return Optional.of(Endpoint.TOKEN);
        }
        if (who.revocation().equals(Optional.of(here))) {
            return Optional.of(Endpoint.REVOCATION);
        }
        boolean api = here.host().equals(who.api().host())
                && here.path().startsWith(who.api().path());
        return api ? Optional.of(Endpoint.RESOURCE) : Optional.empty();
    }

    private boolean isForeignToken(Place here) {
        return who.strangers().contains(here.host())
                && here.path().equals(who.token().path());
    }

    Answer answer(Endpoint endpoint, Incoming request) {
        return switch (endpoint) {
            case AUTHORIZATION -> consent.answer(request);
            case TOKEN -> token(request);
            case REVOCATION -> revocation(request);
            case RESOURCE -> resource(request);
            default -> Answer.empty(404);
        };
    }

    private Answer token(Incoming incoming) {
        Seen request = seen(incoming);
        try {
            who.checkToken(request);
            authenticate(incoming, request);
            return answer(who.tokens(granted(incoming, request), request));
        } catch (Refused refused) {
            return refusal(request, refused.wrong(), refused.text());
        }
    }

    private Handout granted(Incoming incoming, Seen request) throws Refused {
        Optional<String> exchanged = who.refreshing(request);
        if (!hosts.at(incoming.port()).equals(who.token().host())) {
            throw new Refused(exchanged.isPresent() ? Wrong.REFRESH_TOKEN : Wrong.CODE, "the account is elsewhere");
        }
        return exchanged.isPresent() ? book.refresh(exchanged.get()) : redeemed(request);
    }

    private Handout redeemed(Seen request) throws Refused {
        Optional<String> grantType = who.codeGrant();
        if (grantType.isPresent() && !one(request, "grant_type").equals(grantType)) {
            throw new Refused(Wrong.GRANT_TYPE, "grant_type is not " + grantType.get());
        }
        Optional<String> verifier = one(request, "code_verifier");
        verifier.map(Secret::of).ifPresent(Ears::plant);
        String code = one(request, "code").orElseThrow(() -> new Refused(Wrong.CODE, "code is missing"));
        return book.redeem(code, one(request, "redirect_uri"), verifier);
    }

    private static Optional<String> one(Seen request, String name) {
        return Optional.ofNullable(request.parameters().get(name));
    }

    private void authenticate(Incoming incoming, Seen request) throws Refused {
        boolean header = incoming.header("Authorization").isPresent();
        if (who.proof() != Personality.Proof.EITHER && header != (who.proof() == Personality.Proof.BASIC)) {
            throw new Refused(Wrong.CLIENT, "the client does not authenticate in the " + who.proof() + " way");
        }
        var form = new LinkedHashMap<String, Object>(request.parameters());
        one(request, who.clientIdName()).ifPresent(id -> form.put("client_id", id));
        if (!who.clientIdName().equals("client_id") && request.parameters().containsKey("client_id")) {
            throw new Refused(Wrong.CLIENT, "client_id is unknown here, " + who.clientIdName() + " is wanted");
        }
        try {
            requireConfidential(clients.authenticate(incoming, Parameters.ofClaims(form)));
        } catch (Refusal refusal) {
            throw new Refused(Wrong.CLIENT, refusal.description());
        }
    }

    private static void requireConfidential(String clientId) throws Refusal {
        if (!clientId.equals(Clients.CONFIDENTIAL)) {
            throw Refusal.invalidClient("the client has a secret and must use it");
        }
    }

    private Answer revocation(Incoming incoming) {
        Seen request = seen(incoming);
        try {
            switch (who.revokes()) {
                case STANDARD -> {
                    authenticate(incoming, request);
                    book.revoke(requiredToken(request));
                }
                case OPEN -> book.revoke(requiredToken(request));
                case BY_ACCESS_TOKEN ->
                    book.revoke(who.credential(request)
                            .orElseThrow(() -> new Refused(Wrong.REQUEST, "the access token is missing")));
            }
            return answer(who.revoked());
        } catch (Refused refused) {
            return refusal(request, refused.wrong(), refused.text());
        }
    }

    private static String requiredToken(Seen request) throws Refused {
        return one(request, "token").orElseThrow(() -> new Refused(Wrong.REQUEST, "token is missing"));
    }

    private Answer resource(Incoming incoming) {
        Seen request = seen(incoming);
        Optional<String> account = who.credential(request).flatMap(book::accountOf);
        if (account.isEmpty()) {
            return answer(who.stale(request)).refused();
        }
        Optional<Reply> objection = who.objection(request);
        if (objection.isPresent()) {
            return answer(objection.get()).refused();
        }
        String json = served.get(incoming.path());
        return json == null ? answer(who.resource(account.get(), incoming.path())) : Answer.json(200, json);
    }

    Answer refusal(Seen request, Wrong wrong, String text) {
        Answer answer = answer(who.refusal(request, wrong, text));
        return answer.error().isEmpty() ? answer.refused(wrong.name().toLowerCase(Locale.ROOT)) : answer;
    }

    private static Answer answer(Reply reply) {
        Answer answer = Answer.of(reply.status(), reply.contentType(), reply.body());
        for (Map.Entry<String, String> each : reply.headers().entrySet()) {
            answer = answer.with(each.getKey(), each.getValue());
        }
        return reply.error().isEmpty() ? answer : answer.refused(reply.error());
    }
}
