package dev.connections.oauth.internal.flow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.connections.Choice;
import dev.connections.ConnectionException;
import dev.connections.ConnectionProtocolException;
import dev.connections.Secret;
import dev.connections.TransientConnectionException;
import dev.connections.oauth.OAuth2Token;
import dev.connections.oauth.internal.definition.ChoiceRule;
import dev.connections.oauth.internal.token.StoredTokenCodec;
import dev.connections.oauth.internal.wire.ForeignText;
import dev.connections.spi.AuthClient.Call;
import dev.connections.spi.AuthClient.Reply;
import dev.connections.spi.CredentialStrategy.Chooser;
import dev.connections.spi.StrategyContext;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;

/** Asks a service which places an account reaches. Thread-safe; blocks for one short request. */
record AccountChooser(Machinery machinery, ChoiceRule rule) implements Chooser<OAuth2Token> {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final int MOST = 500;

    @Override
    public String name() {
        return rule.name();
    }

    @Override
    public List<Choice> choices(OAuth2Token credential, StrategyContext<OAuth2Token> context) {
        Call call = Call.of("GET", rule.endpoint())
                .withHeader("Accept", Secret.of("application/json"))
                .withLimit(LIMIT);
        Reply reply = machinery.tokenUse().send(call, StoredTokenCodec.of(credential), context, context.http());
        JsonNode list = at(answer(reply), rule.list());
        if (!list.isArray()) {
            throw unreadable(reply.status());
        }
        return StreamSupport.stream(list.spliterator(), false)
                .limit(MOST)
                .filter(each -> ChoiceRule.isSafe(text(each, rule.id())))
                .map(this::choice)
                .distinct()
                .toList();
    }

    @Override
    public List<String> resourceServers(Choice choice) {
        return rule.apiBase(choice.id()).map(List::of).orElse(List.of());
    }

    private Choice choice(JsonNode each) {
        String id = text(each, rule.id());
        String label = rule.label()
                .map(path -> ForeignText.clean(text(each, path), List.of()))
                .orElse("");
        return new Choice(id, label.isBlank() ? id : label);
    }

    private static JsonNode answer(Reply reply) {
        if (reply.status() == 429 || reply.status() >= 500) {
            throw later(reply.status());
        }
        try {
            JsonNode answer = reply.status() / 100 == 2 ? JSON.readTree(reply.body()) : null;
            if (answer != null) {
                return answer;
            }
        } catch (IOException broken) { // its message quotes the body
            throw unreadable(reply.status());
        }
        throw unreadable(reply.status());
    }

    private static JsonNode at(JsonNode root, List<String> path) {
        JsonNode node = root;
        for (String name : path) {
            node = node.path(name);
        }
        return node;
    }

    private static String text(JsonNode each, List<String> path) {
        JsonNode value = at(each, path);
        return value.isTextual() || value.isIntegralNumber() ? value.asText() : "";
    }

    private static ConnectionException later(int status) {
        return new TransientConnectionException(
                "service_unavailable",
                "the service did not list what the account reaches (HTTP " + status + "); ask again later",
                Duration.ZERO,
                false,
                null);
    }

    private static ConnectionException unreadable(int status) {
        return new ConnectionProtocolException(
                "choices_unreadable",
                "the service's answer (HTTP " + status
                        + ") is no list of what the account reaches; check the choice of the"
                        + " definition, and that the scopes allow it",
                null);
    }
}
