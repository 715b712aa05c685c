package dev.connections.oauth.internal.flow;

import dev.connections.Authorization;
import dev.connections.ConnectionConfigurationException;
import dev.connections.ConnectionException;
import dev.connections.DirectFlow;
import dev.connections.Field;
import dev.connections.Secret;
import dev.connections.oauth.OAuth2Token;
import dev.connections.oauth.internal.dpop.ProofKey;
import dev.connections.oauth.internal.flow.TokenAnswer.Failed;
import dev.connections.oauth.internal.flow.TokenAnswer.Granted;
import dev.connections.oauth.internal.flow.TokenAnswer.Rejected;
import dev.connections.oauth.internal.metadata.Server;
import dev.connections.oauth.internal.wire.ForeignText;
import dev.connections.spi.Credential;
import dev.connections.spi.StrategyContext;
import dev.connections.spi.StrategyContext.Grant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * A grant that takes what a person types or a program hands in, for one authorization. What is handed in is sent once and
 * not kept. Immutable, thread-safe.
 *
 * @param <I> what is asked for
 */
final class AskingFlow<I extends Credential> implements DirectFlow<I> {
    private final Machinery machinery;
    private final StrategyContext<OAuth2Token> context;
    private final Question<I> question;

    AskingFlow(Machinery machinery, StrategyContext<OAuth2Token> context, Question<I> question) {
        this.machinery = machinery;
        this.context = context;
        this.question = question;
    }

    @Override
    public List<Field> fields() {
        return question.fields();
    }

    @Override
    public Authorization with(I input) {
        return concerning(() -> granted(input));
    }

    @Override
    public Authorization withValues(Map<String, String> values) {
        return concerning(() -> {
            check(values);
            return granted(question.read(name -> Secret.of(values.getOrDefault(name, ""))));
        });
    }

    private Authorization granted(I input) {
        Server server = machinery.server(context);
        List<String> scopes = machinery.scopes(context);
        Optional<ProofKey> key = machinery.newProofKey();
        Exchange exchange = question.asking(request(server, scopes), input).bindingTo(key);
        TokenAnswer answer = machinery.tokenEndpoint().send(exchange, server, context);
        if (answer instanceof Granted granted) {
            Grant<OAuth2Token> grant = machinery
                    .harvest()
                    .of(granted.tokens(), List.of(), scopes, context.clock().instant());
            return context.save(Harvest.bound(grant, key));
        }
        throw answer instanceof Rejected rejected ? rejected.asDenial() : ((Failed) answer).failure();
    }

    private Exchange request(Server server, List<String> scopes) {
        Exchange exchange = Exchange.of(
                        question.presented(),
                        server.tokenEndpoint(),
                        machinery.definition().tokenRequest(),
                        scopes)
                .withCure(question.fix())
                .with("grant_type", machinery.definition().grant().code());
        String delimiter = machinery.definition().authorization().scopeDelimiter();
        return scopes.isEmpty() ? exchange : exchange.with("scope", String.join(delimiter, scopes));
    }

    private void check(Map<String, String> values) {
        var unknown = new TreeSet<>(values.keySet());
        fields().forEach(field -> unknown.remove(field.name()));
        if (!unknown.isEmpty()) {
            throw mismatch("nobody asks for " + ForeignText.clean(unknown.toString(), List.of()));
        }
        for (Field field : fields()) {
            if (values.getOrDefault(field.name(), "").isBlank()) {
                throw mismatch(field.displayName() + " is missing or blank");
            }
        }
    }

    private ConnectionException mismatch(String problem) {
        String labels = fields().stream().map(Field::displayName).collect(Collectors.joining(", "));
        return new ConnectionConfigurationException(
                "parameter_mismatch", problem + "; fill in " + labels + " and nothing else", null);
    }

    private Authorization concerning(Supplier<Authorization> step) {
        try {
            return step.get();
        } catch (ConnectionException e) {
            throw context.concerning(e);
        }
    }
}
