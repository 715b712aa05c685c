package dev.connections.testing.internal.service;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The decoded parameters of a query or a form, with their repetitions. Prints no secret. */
final class Parameters {
    private static final Set<String> SECRET = Set.of(
            "access_token",
            "actor_token",
            "assertion",
            "client_assertion",
            "client_secret",
            "code",
            "code_verifier",
            "device_code",
            "fb_exchange_token",
            "oauth_signature",
            "oauth_token",
            "oauth_verifier",
            "password",
            "refresh_token",
            "state",
            "subject_token",
            "ticket",
            "token");

    private static final String REDACTED = "Secret[redacted]";

    private final Map<String, List<String>> values;

    private Parameters(Map<String, List<String>> values) {
        this.values = values;
    }

    /** Reads {@code application/x-www-form-urlencoded} text; what cannot be decoded stands as it came. */
    static Parameters of(String encoded) {
        var values = new LinkedHashMap<String, List<String>>();
        for (String pair : encoded.isEmpty() ? new String[0] : encoded.split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
            String value = equals < 0 ? "" : decoded(pair.substring(equals + 1));
            values.computeIfAbsent(name, any -> new ArrayList<>()).add(value);
        }
        return new Parameters(values);
    }

    /** Reads the claims of a signed request. */
    static Parameters ofClaims(Map<String, Object> claims) {
        var values = new LinkedHashMap<String, List<String>>();
        claims.forEach((name, value) -> values.put(name, List.of(String.valueOf(value))));
        return new Parameters(values);
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    /** Every pair, repetitions included. */
    List<Map.Entry<String, String>> all() {
        return values.entrySet().stream()
                .flatMap(each -> each.getValue().stream().map(value -> Map.entry(each.getKey(), value)))
                .toList();
    }

    boolean isEmpty() {
        return values.isEmpty();
    }

    /** An empty value counts as absent (RFC 6749, section 3.1). */
    Optional<String> one(String name) {
        return values.getOrDefault(name, List.of()).stream().findFirst().filter(value -> !value.isEmpty());
    }

    String required(String name) throws Refusal {
        return one(name).orElseThrow(() -> Refusal.invalidRequest(name + " is missing"));
    }

    /** RFC 6749, sections 3.1 and 3.2: parameters must not be included more than once. */
    void requireNoRepetition() throws Refusal {
        for (Map.Entry<String, List<String>> each : values.entrySet()) {
            if (each.getValue().size() > 1) {
                throw Refusal.invalidRequest(each.getKey() + " is repeated");
            }
        }
    }

    Map<String, String> masked() {
        var masked = new LinkedHashMap<String, String>();
        values.forEach((name, all) -> masked.put(name, SECRET.contains(name) ? REDACTED : String.join(", ", all)));
        return masked;
    }

    @Override
    public String toString() {
        return masked().toString();
    }
}
