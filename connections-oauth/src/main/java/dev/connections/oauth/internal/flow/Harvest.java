package dev.connections.oauth.internal.flow;

import dev.connections.ConnectionException;
import dev.connections.oauth.OAuth2Token;
import dev.connections.oauth.internal.definition.CaptureRule;
import dev.connections.oauth.internal.definition.CaptureRule.Captured;
import dev.connections.oauth.internal.definition.OAuth2Definition;
import dev.connections.oauth.internal.dpop.ProofKey;
import dev.connections.oauth.internal.response.TokenReading.Token;
import dev.connections.oauth.internal.response.TokenReading.Tokens;
import dev.connections.oauth.internal.token.StoredToken;
import dev.connections.oauth.internal.token.StoredTokenCodec;
import dev.connections.spi.StrategyContext.Grant;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes a grant of a first token response. */
final class Harvest {
    private final OAuth2Definition definition;
    private final Renewing renewing;
    private final Pattern betweenScopes;

    Harvest(OAuth2Definition definition) {
        this.definition = definition;
        renewing = new Renewing(definition.renewal());
        betweenScopes = Pattern.compile(
                "(?:\\s|" + Pattern.quote(definition.authorization().scopeDelimiter()) + ")+");
    }

    /**
     * Makes the grant.
     *
     * @param response what the token endpoint said
     * @param fromCallback what was captured before
     * @param requested the scopes asked for, which a response without a scope grants
     * @param now when it arrived
     * @throws ConnectionException if there is no token that can be used, or a captured value is refused
     */
    Grant<OAuth2Token> of(Tokens response, List<Captured> fromCallback, List<String> requested, Instant now) {
        List<Captured> captured = captured(response, fromCallback);
        Optional<String> tokenServer =
                captured.stream().flatMap(each -> each.tokenServer().stream()).findFirst();
        Map<String, OAuth2Token> tokens = new LinkedHashMap<>();
        for (Token each : usable(response)) {
            // where the main token is missing, the first other one takes its place: a user-only installation
            StoredToken token = StoredToken.of(each, now, tokenServer);
            tokens.put(tokens.isEmpty() ? Grant.DEFAULT_TOKEN : each.name(), renewing.first(token));
        }
        return new Grant<>(
                tokens,
                response.accountId(),
                response.accountName(),
                grantedScopes(response, requested),
                values(captured),
                captured.stream()
                        .flatMap(each -> each.resourceServers().stream())
                        .distinct()
                        .toList());
    }

    private List<Token> usable(Tokens response) {
        List<Token> usable = response.tokens().stream()
                .filter(token -> token.access().isPresent())
                .toList();
        usable.forEach(this::requireKnownType);
        if (usable.isEmpty()) {
            boolean unusable = response.tokens().stream().anyMatch(Token::unusable);
            throw unusable ? Unusable.token() : Unusable.missing();
        }
        return usable;
    }

    private void requireKnownType(Token token) {
        if (definition.proofAlgorithm().isPresent()) {
            requireBound(token);
        } else if (!definition.response().isBearer(token.type())) {
            throw Unusable.type(token.type());
        }
    }

    private static void requireBound(Token token) {
        if (!TokenUse.isBound(token.type())) {
            throw Unusable.unbound(token.type());
        }
    }

    /** Returns a grant whose tokens are bound to the key that they were asked for with. */
    static Grant<OAuth2Token> bound(Grant<OAuth2Token> grant, Optional<ProofKey> key) {
        var tokens = new LinkedHashMap<String, OAuth2Token>();
        grant.tokens()
                .forEach((name, token) ->
                        tokens.put(name, StoredTokenCodec.of(token).boundTo(key)));
        return new Grant<>(
                tokens,
                grant.accountId(),
                grant.accountName(),
                grant.grantedScopes(),
                grant.captured(),
                grant.resourceServers());
    }

    /** RFC 6749, section 5.1: a missing scope grants what was asked for. An empty one grants nothing. */
    private Optional<Set<String>> grantedScopes(Tokens response, List<String> requested) {
        List<Set<String>> said = response.tokens().stream()
                .flatMap(token -> scopes(token, requested).stream())
                .toList();
        if (said.isEmpty()) {
            boolean more = definition.authorization().incremental(); // than what was asked for this time
            return requested.isEmpty() || more ? Optional.empty() : Optional.of(new LinkedHashSet<>(requested));
        }
        Set<String> granted = new LinkedHashSet<>();
        said.forEach(granted::addAll);
        return Optional.of(granted);
    }

    /** Returns the scopes that a response states for a token; empty if it states none, so that nothing changed. */
    Optional<Set<String>> scopes(Token token, List<String> requested) {
        return token.scope().map(text -> split(text, requested).collect(Collectors.toCollection(LinkedHashSet::new)));
    }

    private Stream<String> split(String scope, List<String> requested) {
        // Some servers take spaces and answer with commas (seen: GitHub); no scope asked for may hold one then.
        boolean commas = requested.stream().noneMatch(each -> each.indexOf(',') >= 0);
        return betweenScopes
                .splitAsStream(commas ? scope.replace(',', ' ') : scope)
                .filter(each -> !each.isEmpty());
    }

    private List<Captured> captured(Tokens response, List<Captured> fromCallback) {
        var all = new ArrayList<>(fromCallback);
        for (CaptureRule rule : definition.captures()) {
            if (rule.parameter().isEmpty()) {
                Captures.check(rule, Optional.ofNullable(response.captured().get(rule)), definition)
                        .ifPresent(all::add);
            }
        }
        return all;
    }

    private static Map<String, String> values(List<Captured> captured) {
        var values = new LinkedHashMap<String, String>();
        captured.forEach(each -> values.put(each.name(), each.value()));
        return values;
    }
}
