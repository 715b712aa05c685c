package dev.connections.oauth.internal.response;

import dev.connections.ConnectionConfigurationException;
import dev.connections.Secret;
import dev.connections.oauth.TokenResponseFormat.ExpiryFormat;
import dev.connections.oauth.internal.definition.ResponseFormat;
import dev.connections.oauth.internal.json.Places;
import dev.connections.oauth.internal.json.Values;
import dev.connections.oauth.internal.json.Values.Kind;
import dev.connections.oauth.internal.response.TokenReading.Token;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where one token and what belongs to it stand. */
final class TokenPlaces {
    private static final int LONGEST_TYPE = 64;
    private static final int LONGEST_SCOPE = 64 * 1024; // longer is nothing to store, and stands for "not said"

    /** No standard has it: Keycloak and TikTok, GitHub and LinkedIn, Intuit (their documentation, read 2026-11-20). */
    private static final List<String> REFRESH_LIFETIMES =
            List.of("refresh_expires_in", "refresh_token_expires_in", "x_refresh_token_expires_in");

    private final String name;
    private final ResponseFormat format;
    private final int access;
    private final int refresh;
    private final int type;
    private final int scope;
    private final int[] expiries;
    private final int[] refreshLifetimes;

    TokenPlaces(String name, List<String> path, ResponseFormat format, Places places) {
        this.name = name;
        this.format = format;
        List<String> parent = path.subList(0, path.size() - 1);
        access = places.want(path);
        refresh = places.want(beside(parent, format.member("refresh_token")));
        type = places.want(beside(parent, format.member("token_type")));
        scope = places.want(beside(parent, format.member("scope")));
        expiries = format.expiries().stream()
                .mapToInt(expiry -> places.want(beside(parent, expiry.member())))
                .toArray();
        refreshLifetimes = REFRESH_LIFETIMES.stream()
                .mapToInt(member -> places.want(beside(parent, member)))
                .toArray();
    }

    String name() {
        return name;
    }

    Token read(Values values, Instant now) {
        Optional<Secret> found = values.repeated(access) ? Optional.empty() : secret(access, values);
        boolean there = values.kind(access) != Kind.ABSENT && values.kind(access) != Kind.NULL;
        return new Token(
                name,
                found,
                there && found.isEmpty(),
                secret(refresh, values),
                type(values),
                expiresAt(values, found, now),
                refreshExpiresAt(values, now),
                scope(values));
    }

    private static Optional<Secret> secret(int slot, Values values) {
        if (values.kind(slot) != Kind.TEXT || !TokenText.isUsable(values.text(slot))) {
            return Optional.empty();
        }
        try {
            return Optional.of(Secret.of(values.text(slot)));
        } catch (ConnectionConfigurationException mask) { // "***" is nobody's token
            return Optional.empty();
        }
    }

    private Optional<Instant> expiresAt(Values values, Optional<Secret> token, Instant now) {
        return stated(values, now)
                .or(() -> token.filter(it -> format.readsExpiryFromToken()).flatMap(it -> JwtExpiry.of(it, now)))
                .or(() -> byDefault(now));
    }

    private Optional<Instant> stated(Values values, Instant now) {
        for (int i = 0; i < expiries.length; i++) {
            if (values.kind(expiries[i]) != Kind.ABSENT) {
                ExpiryFormat written = format.expiries().get(i).format();
                return Expiries.read(values.kind(expiries[i]), values.text(expiries[i]), written, now);
            }
        }
        return Optional.empty();
    }

    /** Seconds; 0 stands for no end (Keycloak's offline tokens). */
    private Optional<Instant> refreshExpiresAt(Values values, Instant now) {
        for (int slot : refreshLifetimes) {
            Kind kind = values.kind(slot);
            if ((kind == Kind.NUMBER || kind == Kind.TEXT) && !values.text(slot).equals("0")) {
                return Expiries.read(kind, values.text(slot), ExpiryFormat.SECONDS, now);
            }
        }
        return Optional.empty();
    }

    private Optional<Instant> byDefault(Instant now) {
        return format.defaultLifetime().map(lifetime -> Expiries.after(lifetime, now));
    }

    private String type(Values values) {
        String text = values.kind(type) == Kind.TEXT ? values.text(type) : "";
        return text.length() <= LONGEST_TYPE ? text : text.substring(0, LONGEST_TYPE);
    }

    private Optional<String> scope(Values values) {
        return switch (values.kind(scope)) {
            case TEXT, ARRAY -> Optional.of(values.text(scope)).filter(text -> text.length() <= LONGEST_SCOPE);
            case ABSENT, NULL, NUMBER, BOOLEAN, OBJECT -> Optional.empty();
        };
    }

    private static List<String> beside(List<String> parent, String member) {
        var path = new ArrayList<>(parent);
        path.add(member);
        return path;
    }
}
