package dev.connections.internal.flow;

import dev.connections.Authorization;
import dev.connections.ConnectionDefinition;
import dev.connections.ConnectionException;
import dev.connections.DirectFlow;
import dev.connections.Secret;
import dev.connections.internal.Kernel;
import dev.connections.spi.AuthClient;
import dev.connections.spi.Credential;
import dev.connections.spi.CredentialForm;
import dev.connections.spi.StrategyContext;
import java.time.Clock;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * What a strategy gets outside a flow, to refresh or to revoke: it stores nothing itself.
 *
 * @param <C> the credential
 */
public record RefreshContext<C extends Credential>(
        ConnectionDefinition<?> definition,
        Kernel.Time time,
        AuthClient http,
        Map<String, String> inputs,
        Map<String, String> captured)
        implements StrategyContext<C> {
    @Override
    public Clock clock() {
        return time.clock();
    }

    @Override
    public LongSupplier ticker() {
        return time.ticker();
    }

    @Override
    public DirectFlow<C> direct(CredentialForm<C> form) {
        throw noFlow();
    }

    @Override
    public Begun begin(Function<String, Map<String, Secret>> pending, Map<String, String> begunWith) {
        throw noFlow();
    }

    @Override
    public Taken take(String state, String sessionState) {
        throw noFlow();
    }

    @Override
    public Authorization save(Grant<C> grant) {
        throw noFlow();
    }

    @Override
    public Authorization save(Grant<C> grant, Taken taken) {
        throw noFlow();
    }

    @Override
    public ConnectionException concerning(ConnectionException failure) {
        return failure; // the one who waits for the refresh knows whose it is
    }

    private static IllegalStateException noFlow() {
        return new IllegalStateException("no flow runs here: return the credential instead of storing it");
    }
}
