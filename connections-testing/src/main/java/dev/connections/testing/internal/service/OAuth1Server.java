package dev.connections.testing.internal.service;

import dev.connections.Secret;
import dev.connections.testing.MockService.Endpoint;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** RFC 5849: request tokens, consent, access tokens, and signatures. Thread-safe: the monitor guards all of it. */
final class OAuth1Server {
    private static final Duration SKEW = Duration.ofMinutes(5);

    private final Clients clients;
    private final Terms terms;
    private final String origin;
    private final Map<String, OAuth1Token> temporary = new HashMap<>();
    private final Map<String, OAuth1Token> access = new LinkedHashMap<>();
    private final Set<String> nonces = new HashSet<>();

    OAuth1Server(Clients clients, Terms terms, String origin) {
        this.clients = clients;
        this.terms = terms;
        this.origin = origin;
    }

    synchronized Answer answer(Endpoint endpoint, Incoming request) {
        try {
            return switch (endpoint) {
                case REQUEST_TOKEN -> requestToken(request);
                case AUTHORIZATION -> request.method().equals("POST") ? decide(request.form()) : ask(request.query());
                case TOKEN -> accessToken(request);
                default -> Answer.empty(404);
            };
        } catch (Refusal refusal) {
            return endpoint == Endpoint.AUTHORIZATION ? ConsentPage.error(refusal.error()) : refusal.answer();
        }
    }

    synchronized String accountOf(Incoming request) throws Refusal {
        SignedParameters parameters = SignedParameters.of(request, origin);
        @Nullable OAuth1Token token = access.get(parameters.required("oauth_token"));
        if (token == null) {
            throw Refusal.problem("token_rejected");
        }
        verify(parameters, token.secret());
        return token.account();
    }

    synchronized Optional<Secret> newestToken(String account) {
        return access.values().stream()
                .filter(each -> each.account().equals(account))
                .map(each -> Secret.of(each.token()))
                .reduce((older, newer) -> newer);
    }

    synchronized void expireTokens() {
        access.clear();
    }

    synchronized void revokeAccount(String account) {
        access.values().removeIf(each -> each.account().equals(account));
    }

    private Answer requestToken(Incoming request) throws Refusal {
        SignedParameters parameters = SignedParameters.of(request, origin);
        verify(parameters, "");
        OAuth1Token token = OAuth1Token.temporary(parameters.required("oauth_callback"));
        temporary.put(token.token(), token);
        return tokens(token, Map.of("oauth_callback_confirmed", "true"));
    }

    private Answer ask(Parameters query) throws Refusal {
        String token = query.required("oauth_token");
        if (!temporary.containsKey(token)) {
            throw Refusal.problem("token_rejected");
        }
        return ConsentPage.asking(token, Clients.CONFIDENTIAL, Set.of());
    }

    private Answer decide(Parameters form) throws Refusal {
        @Nullable OAuth1Token token = temporary.get(form.required("ticket"));
        if (token == null) {
            throw Refusal.problem("token_used");
        }
        Optional<String> account =
                form.one("account").filter(any -> form.one("decision").equals(Optional.of("approve")));
        if (account.isEmpty()) {
            temporary.remove(token.token());
            return sendBack(token, Map.of("oauth_problem", "user_refused"));
        }
        OAuth1Token approved = token.approvedBy(account.get());
        temporary.put(token.token(), approved);
        return sendBack(approved, Map.of("oauth_verifier", approved.verifier()));
    }

    private static Answer sendBack(OAuth1Token token, Map<String, String> more) {
        var answer = new LinkedHashMap<>(more);
        answer.put("oauth_token", token.token());
        return Answer.redirect(AuthorizationTicket.callback(token.callback(), answer));
    }

    /** The first try ends a request token, whatever else is wrong. */
    private Answer accessToken(Incoming request) throws Refusal {
        SignedParameters parameters = SignedParameters.of(request, origin);
        @Nullable OAuth1Token token = temporary.remove(parameters.required("oauth_token"));
        if (token == null) {
            throw Refusal.problem("token_used");
        }
        verify(parameters, token.secret());
        if (token.verifier().isEmpty() || !parameters.required("oauth_verifier").equals(token.verifier())) {
            throw Refusal.problem("verifier_invalid");
        }
        OAuth1Token granted = OAuth1Token.access(token.account());
        access.put(granted.token(), granted);
        return tokens(granted, Map.of("user_id", "id-" + granted.account(), "screen_name", granted.account()));
    }

    private static Answer tokens(OAuth1Token token, Map<String, String> more) {
        var form = new LinkedHashMap<>(more);
        form.put("oauth_token", token.token());
        form.put("oauth_token_secret", token.secret());
        return Answer.form(
                200,
                form.entrySet().stream()
                        .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&")));
    }

    private void verify(SignedParameters parameters, String tokenSecret) throws Refusal {
        if (!clients.knows(parameters.required("oauth_consumer_key"))) {
            throw Refusal.problem("consumer_key_unknown");
        }
        parameters.requireSignature(clients.secret().reveal(), tokenSecret, ClientKey.publicKey());
        requireTime(parameters.required("oauth_timestamp"));
        if (!nonces.add(parameters.required("oauth_timestamp") + " " + parameters.required("oauth_nonce"))) {
            throw Refusal.problem("nonce_used");
        }
    }

    private void requireTime(String timestamp) throws Refusal {
        Duration skew = Duration.between(Instant.ofEpochSecond(Long.parseLong(timestamp)), terms.now());
        if (terms.timed() && skew.abs().compareTo(SKEW) > 0) {
            throw Refusal.problem("timestamp_refused");
        }
    }
}
