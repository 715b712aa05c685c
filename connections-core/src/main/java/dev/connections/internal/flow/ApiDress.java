package dev.connections.internal.flow;

import dev.connections.internal.definition.Probe;
import dev.connections.internal.definition.ServiceValue;
import dev.connections.internal.strategy.KnownTarget;
import dev.connections.internal.strategy.RecordedRequest;
import dev.connections.spi.AuthClient.Call;
import dev.connections.spi.Credential;
import dev.connections.spi.CredentialStrategy;
import java.net.URI;
import java.time.Clock;
import java.util.Map;

/**
 * Puts a credential that no slot serves on requests of our own to a service's API.
 *
 * @param service whose API it is
 * @param strategy how a request carries the credential
 * @param clock the clock of what is signed
 * @param captured what the service told of the account
 */
public record ApiDress<C extends Credential>(
        ServiceValue<?> service, CredentialStrategy<C, ?> strategy, Clock clock, Map<String, String> captured) {
    /** Returns the request as it is sent. */
    public Call on(Probe request, URI target, C credential) {
        var recorded = new RecordedRequest(KnownTarget.of(request.method(), target), clock, captured);
        strategy.apply(credential, recorded);
        return ApiCall.of(request, target, recorded.applied(service.headers()), strategy.identity(credential));
    }
}
