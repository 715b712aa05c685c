package dev.connections.catalog.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a provider wants to hear before it issues a refresh token.
 *
 * @param host the host of its authorization endpoint
 * @param parameter the parameter of authorization requests; empty where a scope says it
 * @param value the parameter's value, or the scope
 * @param source where that is written
 */
record OfflineRule(String host, String parameter, String value, String source) {
    private static final String RESOURCE = "/dev/connections/catalog/offline.json";
    private static final Source SOURCE = new Source("the SDK's " + RESOURCE);

    /** Reads all rules. */
    static List<OfflineRule> all() {
        try (InputStream in = OfflineRule.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("the jar lacks " + RESOURCE + "; use the published one");
            }
            Linted rules = new Linted(JsonTree.read(in.readAllBytes(), SOURCE), "");
            return rules.at("rules").elements().stream().map(OfflineRule::of).toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static OfflineRule of(Linted rule) {
        return new OfflineRule(
                rule.text("host").orElseThrow(),
                rule.text("parameter").orElse(""),
                rule.text("value").orElseThrow(),
                rule.text("source").orElseThrow());
    }

    boolean concerns(String endpoint) {
        return endpoint.startsWith("https://" + host + "/");
    }

    boolean isMet(Linted service) {
        Linted settings = service.settings();
        return parameter.isEmpty()
                ? Stream.concat(service.texts("default_scopes").stream(), settings.texts("added_scopes").stream())
                        .anyMatch(value::equals)
                : settings.at("authorization_parameters")
                        .text(parameter)
                        .filter(value::equals)
                        .isPresent();
    }

    String problem() {
        return host + " issues a refresh token only where " + what() + " is asked for (" + source + ")";
    }

    String advice() {
        return "add " + what() + ", or the connection ends with its first access token";
    }

    private String what() {
        return parameter.isEmpty() ? "the scope \"" + value + "\"" : "\"" + parameter + "=" + value + "\"";
    }
}
