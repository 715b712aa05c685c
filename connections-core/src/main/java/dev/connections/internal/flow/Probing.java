package dev.connections.internal.flow;

import dev.connections.ConnectionConfigurationException;
import dev.connections.Secret;
import dev.connections.TransientConnectionException;
import dev.connections.internal.definition.Probe;
import dev.connections.internal.definition.ServiceValue;
import dev.connections.internal.http.Part;
import dev.connections.internal.serve.QueryParts;
import dev.connections.internal.strategy.Applied;
import dev.connections.internal.strategy.KnownTarget;
import dev.connections.internal.strategy.RecordedRequest;
import dev.connections.spi.AuthClient.Call;
import dev.connections.spi.AuthClient.Reply;
import dev.connections.spi.Credential;
import dev.connections.spi.CredentialStrategy;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Tries a candidate credential before it is saved: one request, 5 s, no refresh (RULES S15). */
final class Probing {
    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final String FORM = "application/x-www-form-urlencoded";

    private Probing() {}

    /** Applies the candidate, and sends the service's probe where it has one. */
    static <C extends Credential> void probe(Scene scene, CredentialStrategy<C, ?> strategy, C candidate) {
        ServiceValue<?> service = scene.defined().value().service();
        Probe probe = service.probe().orElse(new Probe("GET", "/"));
        URI target = service.reach().resolve(probe.path());
        var request = new RecordedRequest(
                KnownTarget.of(probe.method(), target), scene.kernel().clock(), Map.of());
        strategy.apply(candidate, request); // what cannot be sent is found now, not with the first request
        if (service.probe().isPresent()) {
            judge(scene.kernel().http().send(call(probe, target, request.applied(service.headers()))), service.name());
        }
    }

    private static Call call(Probe probe, URI target, Applied applied) {
        URI uri = applied.query().isEmpty() ? target : QueryParts.append(target, applied.query());
        Call call = applied.form().isEmpty()
                ? Call.of(probe.method(), uri)
                : Call.post(uri, FORM, Secret.of(form(applied.form())));
        for (Part header : applied.headers()) {
            call = call.withHeader(header.name(), Secret.of(header.value()));
        }
        if (!applied.cookies().isEmpty()) {
            call = call.withHeader("Cookie", Secret.of(cookies(applied.cookies())));
        }
        return call.withLimit(LIMIT);
    }

    private static String form(List<Part> fields) {
        return fields.stream()
                .map(field -> URLEncoder.encode(field.name(), StandardCharsets.UTF_8) + "="
                        + URLEncoder.encode(field.value(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static String cookies(List<Part> cookies) {
        return cookies.stream()
                .map(cookie -> cookie.name() + "=" + cookie.value())
                .collect(Collectors.joining("; "));
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
