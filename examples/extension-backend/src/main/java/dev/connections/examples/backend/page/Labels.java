package dev.connections.examples.backend.page;

import dev.connections.Authorization;
import dev.connections.AuthorizationStatus;
import dev.connections.ConnectionSummary.Kind;
import dev.connections.Environment;
import dev.connections.examples.backend.html.Element;
import dev.connections.examples.backend.html.Html;
import dev.connections.examples.backend.html.Tags;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** How the words of the SDK look on a page. */
final class Labels {
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern(
                    "d MMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private Labels() {}

    static String words(Enum<?> constant) {
        return words(constant.name());
    }

    static String words(String code) {
        String words = code.replace('_', ' ').toLowerCase(Locale.ROOT);
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    static String environment(Optional<Environment> environment) {
        return environment.map(Labels::words).orElse("All environments");
    }

    static Html time(Instant instant) {
        return Element.of("time").with("datetime", instant.toString()).text(MINUTES.format(instant));
    }

    static Html status(Authorization authorization) {
        String reason = authorization.reason().map(Labels::reason).orElse("");
        return Tags.span("status " + style(authorization.status()), text(authorization.status()) + reason);
    }

    static String text(AuthorizationStatus status) {
        return switch (status) {
            case ACTIVE -> "Active";
            case DISCONNECTED -> "Disconnected";
            case REAUTHORIZATION_REQUIRED -> "Needs authorization";
            case INVALID -> "Invalid";
            case SECURITY_HOLD -> "On hold";
        };
    }

    private static String style(AuthorizationStatus status) {
        return switch (status) {
            case ACTIVE -> "good";
            case DISCONNECTED -> "off";
            case REAUTHORIZATION_REQUIRED -> "warn";
            case INVALID, SECURITY_HOLD -> "bad";
        };
    }

    private static String reason(AuthorizationStatus.Reason reason) {
        return switch (reason) {
            case SCOPES -> ": new scopes";
            case REVOKED -> ": revoked at the service";
            case LOST_ROTATION -> ": token was lost";
            case EXPIRED -> ": expired";
        };
    }

    /** The icon is decoration: the text beside it says the same. */
    static Html kind(Kind kind) {
        String name = kind.name().toLowerCase(Locale.ROOT);
        return Tags.span("kind", "")
                .add(Element.of("img").with("src", "/kind-" + name + ".svg").with("alt", ""))
                .text(
                        switch (kind) {
                            case SYSTEM -> "System";
                            case ADMIN -> "Admin";
                            case USER -> "Logged-in user";
                        });
    }

    static String authenticationType(String type) {
        return switch (type) {
            case "oauth2" -> "OAuth 2";
            case "oauth1" -> "OAuth 1";
            case "basic" -> "Basic";
            case "api_key" -> "API key";
            default -> type;
        };
    }
}
