package dev.connections.internal.flow;

import dev.connections.ConnectionConfigurationException;
import dev.connections.TransientConnectionException;
import dev.connections.internal.definition.Probe;
import dev.connections.internal.definition.ServiceValue;
import dev.connections.spi.AuthClient.Call;
import dev.connections.spi.AuthClient.Reply;
import dev.connections.spi.Credential;
import dev.connections.spi.CredentialStrategy;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

/** Tries a candidate credential before it is saved: one request, 5 s, no refresh (RULES S15). */
final class Probing {
    private Probing() {}

    /** Applies the candidate, and sends the service's probe where it has one. */
    static <C extends Credential> void probe(Scene scene, CredentialStrategy<C, ?> strategy, C candidate) {
        ServiceValue<?> service = scene.service();
        Probe probe = service.probe().orElse(new Probe("GET", "/"));
        URI target = service.reach().resolve(probe.path());
        var dress = new ApiDress<>(service, strategy, scene.kernel().clock(), Map.of());
        Call call = dress.on(probe, target, candidate); // what cannot be sent is found now, not with the first request
        if (service.probe().isPresent()) {
            judge(scene.guarded().send(call), service.name());
        }
    }

    private static void judge(Reply reply, String service) {
        int status = reply.status();
        if (status >= 500 || status == 429 || status == 408) {
            throw new TransientConnectionException(
                    "probe_unavailable",
                    service + " answered the probe with HTTP " + status + "; nothing was saved, try again later",
                    Duration.ZERO,
                    false,
                    null);
        }
        if (status < 200 || status >= 300) {
            throw new ConnectionConfigurationException(
                    "rejected_by_service",
                    service + " refused these credentials (HTTP " + status
                            + "); nothing was saved, check the values and enter" + " them again",
                    null);
        }
    }
}
