package dev.connections.internal.flow;

import dev.connections.Secret;
import dev.connections.internal.definition.Probe;
import dev.connections.internal.http.Part;
import dev.connections.internal.serve.QueryParts;
import dev.connections.internal.strategy.Applied;
import dev.connections.spi.AuthClient.Call;
import dev.connections.spi.AuthClient.Identity;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** One short request of our own to a service's API: a probe, or the question whose account it is. */
final class ApiCall {
    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final String FORM = "application/x-www-form-urlencoded";

    private ApiCall() {}

    /** Returns the request with what a strategy put on it, shown by whom it wants. */
    static Call of(Probe request, URI target, Applied applied, Optional<Identity> identity) {
        URI uri = applied.query().isEmpty() ? target : QueryParts.append(target, applied.query());
        Call call = applied.form().isEmpty()
                ? Call.of(request.method(), uri)
                : Call.post(uri, FORM, Secret.of(form(applied.form())));
        for (Part header : applied.headers()) {
            call = call.withHeader(header.name(), Secret.of(header.value()));
        }
        if (!applied.cookies().isEmpty()) {
            call = call.withHeader("Cookie", Secret.of(cookies(applied.cookies())));
        }
        Call limited = call.withLimit(LIMIT);
        return identity.map(limited::withIdentity).orElse(limited);
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
}
