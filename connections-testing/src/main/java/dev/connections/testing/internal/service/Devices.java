package dev.connections.testing.internal.service;

import dev.connections.testing.internal.CanarySecret;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** RFC 8628: device codes, their page, and the patience that is asked for. Thread-safe: the monitor guards all of it. */
final class Devices {
    private static final Duration LIFETIME = Duration.ofMinutes(10);
    private static final Duration INTERVAL = Duration.ofSeconds(5);

    private final Clients clients;
    private final Terms terms;
    private final String origin;
    private final List<DeviceTicket> tickets = new ArrayList<>();

    Devices(Clients clients, Terms terms, String origin) {
        this.clients = clients;
        this.terms = terms;
        this.origin = origin;
    }

    /** What a user agreed to. */
    record Answered(String account, Set<String> scopes) {}

    synchronized Answer answer(Incoming request) {
        try {
            Parameters form = TokenEndpoint.wellFormed(request);
            String clientId = clients.authenticate(request, form);
            return issue(clientId, Scopes.of(form.one("scope").orElse("")));
        } catch (Refusal refusal) {
            return refusal.answer();
        }
    }

    private Answer issue(String clientId, Set<String> scopes) {
        String userCode = CanarySecret.text("x").substring(9, 17).toUpperCase(Locale.ROOT);
        var ticket = new DeviceTicket(CanarySecret.text("device-code"), userCode, clientId, scopes);
        ticket.endAt(terms.now().plus(LIFETIME));
        tickets.add(ticket);
        return Answer.json(
                200,
                new Json()
                        .put("device_code", ticket.deviceCode())
                        .put("user_code", userCode)
                        .put("verification_uri", origin + Paths.AUTHORIZATION)
                        .put("verification_uri_complete", origin + Paths.AUTHORIZATION + "?user_code=" + userCode)
                        .put("expires_in", LIFETIME.toSeconds())
                        .put("interval", INTERVAL.toSeconds())
                        .toString());
    }

    synchronized Answer page(Incoming request) {
        try {
            return request.method().equals("POST") ? decide(request.form()) : ask(request.query());
        } catch (Refusal refusal) {
            return ConsentPage.error(refusal.description());
        }
    }

    private Answer ask(Parameters query) throws Refusal {
        DeviceTicket ticket = withUserCode(query.required("user_code"));
        return ConsentPage.asking(ticket.userCode(), ticket.clientId(), ticket.scopes());
    }

    private Answer decide(Parameters form) throws Refusal {
        DeviceTicket ticket = withUserCode(form.required("ticket"));
        boolean approved = form.one("decision").equals(Optional.of("approve"));
        ticket.decide(approved ? form.one("account") : Optional.empty());
        return Answer.redirect(origin + Paths.AUTHORIZATION + "?answered=" + ticket.userCode());
    }

    private DeviceTicket withUserCode(String userCode) throws Refusal {
        return tickets.stream()
                .filter(each -> each.userCode().equals(userCode))
                .findFirst()
                .orElseThrow(() -> Refusal.invalidRequest("the user code is unknown"));
    }

    /** Section 3.5. */
    synchronized Answered redeem(String deviceCode, String clientId) throws Refusal {
        DeviceTicket ticket = tickets.stream()
                .filter(each ->
                        each.deviceCode().equals(deviceCode) && each.clientId().equals(clientId))
                .findFirst()
                .orElseThrow(() -> Refusal.invalidGrant("the device code is unknown"));
        Instant now = terms.now();
        if (ticket.isOver(now)) {
            throw Refusal.of("expired_token", "the device code has expired");
        }
        if (terms.timed() && ticket.isPolledTooSoon(now)) {
            throw Refusal.of("slow_down", "the interval is longer now");
        }
        if (!ticket.isDecided()) {
            throw Refusal.of("authorization_pending", "the user has not answered");
        }
        tickets.remove(ticket);
        return new Answered(
                ticket.account().orElseThrow(() -> Refusal.of("access_denied", "the user refused")), ticket.scopes());
    }
}
