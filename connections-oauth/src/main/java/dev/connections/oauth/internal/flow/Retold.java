package dev.connections.oauth.internal.flow;

import dev.connections.ConnectionException;
import dev.connections.oauth.OAuth2Token;
import dev.connections.oauth.internal.definition.CaptureRule;
import dev.connections.oauth.internal.definition.CaptureRule.Captured;
import dev.connections.oauth.internal.response.TokenReading.Token;
import dev.connections.oauth.internal.response.TokenReading.Tokens;
import dev.connections.spi.Refresher.Outcome.Renewed;
import dev.connections.spi.StrategyContext;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a refresh response tells beside the token: its scopes, and where the account lives now. Nothing of it is worth a token,
 * so nothing here throws. Confined to one refresh.
 */
final class Retold {
    private static final Logger LOG = LoggerFactory.getLogger("dev.connections.refresh");

    private final Machinery machinery;
    private final StrategyContext<OAuth2Token> context;

    Retold(Machinery machinery, StrategyContext<OAuth2Token> context) {
        this.machinery = machinery;
        this.context = context;
    }

    /** Returns the outcome of a refresh, with what the response says of its token and of the account. */
    Renewed<OAuth2Token> with(Tokens response, Token read, OAuth2Token renewed) {
        Map<String, String> fresh = captured(response);
        Renewed<OAuth2Token> outcome =
                Renewed.of(renewed).withCaptured(fresh, fresh.isEmpty() ? List.of() : servers(fresh));
        return machinery
                .harvest()
                .scopes(read, machinery.scopes(context))
                .map(outcome::withGrantedScopes)
                .orElse(outcome);
    }

    private Map<String, String> captured(Tokens response) {
        var fresh = new LinkedHashMap<String, String>();
        response.captured()
                .forEach((rule, value) ->
                        checked(rule, value).ifPresent(captured -> fresh.put(captured.name(), captured.value())));
        return fresh;
    }

    /** The servers of all that is known: what the callback told is not in this response, and still counts. */
    private List<String> servers(Map<String, String> fresh) {
        var known = new HashMap<>(context.captured());
        known.putAll(fresh);
        return machinery.definition().captures().stream()
                .flatMap(rule ->
                        Optional.ofNullable(known.get(rule.name())).flatMap(value -> checked(rule, value)).stream())
                .flatMap(captured -> captured.resourceServers().stream())
                .distinct()
                .toList();
    }

    /** A host that is not listed is not believed, and the account keeps the one it has: its token goes nowhere new. */
    private Optional<Captured> checked(CaptureRule rule, String value) {
        try {
            return Optional.of(rule.check(value, machinery.definition().server().plainHttp()));
        } catch (ConnectionException refused) {
            LOG.atWarn()
                    .addKeyValue("captured", rule.name())
                    .addKeyValue("code", refused.code())
                    .log("a refresh told a value that the definition does not allow; the known one stays");
            return Optional.empty();
        }
    }
}
