package dev.connections.catalog.internal;

import dev.connections.catalog.ServiceFinding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Scopes that fall apart, and refreshes that no refresh token will ever serve. */
final class RefreshLint {
    private static final Map<String, String> MINTING = Map.of(
            "client_credentials", "asks for a new token instead",
            "urn:ietf:params:oauth:grant-type:jwt-bearer", "signs a new assertion instead");

    private RefreshLint() {}

    static Stream<ServiceFinding> of(Linted service) {
        boolean browser = service.settings()
                .text("grant")
                .filter("authorization_code"::equals)
                .isPresent();
        var findings = new ArrayList<ServiceFinding>();
        findings.addAll(scopes(service, service.at("default_scopes")));
        findings.addAll(scopes(service, service.settings().at("added_scopes")));
        unreachable(service.settings(), findings);
        if (browser) {
            OfflineRule.all().stream()
                    .filter(rule -> rule.concerns(
                            service.settings().text("authorization_endpoint").orElse("")))
                    .filter(rule -> !rule.isMet(service))
                    .map(rule -> service.settings().warning("offline_missing", rule.problem(), rule.advice()))
                    .forEach(findings::add);
        }
        return findings.stream();
    }

    private static List<ServiceFinding> scopes(Linted service, Linted scopes) {
        String delimiter = service.settings().text("scope_delimiter").orElse(" ");
        return scopes.elements().stream()
                .filter(scope ->
                        scope.text().filter(text -> text.contains(delimiter)).isPresent())
                .map(scope -> scope.error(
                        "scope_delimiter_in_scope",
                        Refusal.quoted(scope.text().orElse("")) + " holds the delimiter \"" + delimiter
                                + "\", so that the service reads several scopes",
                        "write one scope in each text, or correct \"scope_delimiter\""))
                .toList();
    }

    private static void unreachable(Linted settings, List<ServiceFinding> findings) {
        String instead = MINTING.get(settings.text("grant").orElse(""));
        for (String member : List.of("refresh_request", "derived_tokens")) {
            if (instead != null && settings.has(member)) {
                findings.add(settings.at(member)
                        .error(
                                "refresh_unreachable",
                                "the grant "
                                        + Refusal.quoted(settings.text("grant").orElse(""))
                                        + " brings no refresh token and " + instead,
                                "leave \"" + member + "\" out"));
            }
        }
    }
}
