package dev.connections;

import dev.connections.spi.AuthClient.Call;
import dev.connections.spi.CredentialStrategy;
import dev.connections.spi.OutgoingRequest;
import dev.connections.spi.Refresher;
import dev.connections.spi.StrategyContext;
import java.net.URI;
import java.util.Optional;

/** A strategy that calls one endpoint for everything it does, and learns nothing there. */
final class CallingStrategy implements CredentialStrategy<ScriptedStrategy.Token, UnattendedFlow> {
    private final ScriptedStrategy tokens = new ScriptedStrategy();
    private final URI endpoint;
    private volatile boolean callsInFlows = true;

    CallingStrategy(URI endpoint) {
        this.endpoint = endpoint;
        tokens.refreshingBy((current, context) -> {
            call(context);
            return tokens.renewed(current, context);
        });
    }

    void callsInFlows(boolean next) {
        callsInFlows = next;
    }

    private void call(StrategyContext<?> context) {
        var unused = context.http().send(Call.of("POST", endpoint));
    }

    @Override
    public String authenticationType() {
        return tokens.authenticationType();
    }

    @Override
    public UnattendedFlow flow(StrategyContext<ScriptedStrategy.Token> context) {
        return () -> {
            if (callsInFlows) {
                call(context);
            }
            return tokens.flow(context).grant();
        };
    }

    @Override
    public void apply(ScriptedStrategy.Token token, OutgoingRequest request) {
        tokens.apply(token, request);
    }

    @Override
    public CredentialCodec<ScriptedStrategy.Token> codec() {
        return tokens.codec();
    }

    @Override
    public Optional<Refresher<ScriptedStrategy.Token>> refresher() {
        return tokens.refresher();
    }

    @Override
    public Optional<Revoker<ScriptedStrategy.Token>> revoker() {
        return Optional.of((token, context) -> {
            call(context);
            return "ended";
        });
    }

    @Override
    public Optional<Introspector<ScriptedStrategy.Token>> introspector() {
        return Optional.of((token, context) -> {
            call(context);
            return Optional.empty();
        });
    }
}
