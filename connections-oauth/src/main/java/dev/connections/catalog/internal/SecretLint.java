package dev.connections.catalog.internal;

import dev.connections.catalog.ServiceFinding;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Secrets that stand in a definition, which is no place for them, and keys that travel in addresses. */
final class SecretLint {
    private static final Pattern NAME = Pattern.compile(
            "(?i)(?:.*[_-])?(?:client_?secret|api_?secret|password|passwd|private_?key|access_?token|refresh_?token)");
    private static final Set<String> PROSE = Set.of("display_name", "reason", "source");
    private static final Pattern HEADER = Pattern.compile("(?i)(?:bearer|basic|token) +[A-Za-z0-9+/=._-]{8,}");
    private static final Pattern USER_INFO = Pattern.compile("https?://[^/?#@]+@.*");
    private static final Pattern KEY = Pattern.compile("(?s)-----BEGIN [A-Z ]*PRIVATE KEY-----.*");

    private SecretLint() {}

    static Stream<ServiceFinding> of(Linted service) {
        Stream<ServiceFinding> literals = Stream.concat(
                        service.at("headers").allTexts(), service.settings().allTexts())
                .filter(SecretLint::isSecret)
                .map(text -> new Linted(service.node(), text.pointer())
                        .error(
                                "secret_literal",
                                "the member \"" + text.member() + "\" holds what looks like a secret (it is not shown)",
                                "take it out, revoke it at the service, and ask for it where the service is used"));
        return Stream.concat(literals, keysInQuery(service));
    }

    private static boolean isSecret(Linted.Text text) {
        if (PROSE.contains(text.member())) {
            return false;
        }
        boolean named = NAME.matcher(text.member()).matches()
                && !text.value().contains("{")
                && !isName(text.pointer())
                && text.value().length() >= 4;
        return named
                || (HEADER.matcher(text.value()).matches() && !text.value().contains("{"))
                || USER_INFO.matcher(text.value()).matches()
                || KEY.matcher(text.value()).matches();
    }

    /** There a text says what something is called, or where it stands. */
    private static boolean isName(String pointer) {
        return pointer.matches(
                ".*/(?:rename|tokens|expiry|error_meanings|computed_[a-z_]+|callback)/.*|.*/(?:name|secret)");
    }

    private static Stream<ServiceFinding> keysInQuery(Linted service) {
        return service.settings().at("parameters").elements().stream()
                .filter(parameter ->
                        parameter.text("place").filter("QUERY"::equals).isPresent())
                .map(parameter -> parameter.hint(
                        "key_in_query",
                        "the key " + Refusal.quoted(parameter.text("name").orElse(""))
                                + " travels in addresses, which servers write into their logs",
                        "use a header if the service takes one"));
    }
}
