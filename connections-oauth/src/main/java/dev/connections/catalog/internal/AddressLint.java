package dev.connections.catalog.internal;

import dev.connections.catalog.ServiceFinding;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Addresses that are not encrypted, and endpoints that do not belong together. */
final class AddressLint {
    /** What is read by people and never called. */
    private static final Set<String> PROSE = Set.of("notes", "reason", "source", "display_name", "meaning", "$schema");

    private static final Pattern HOST = Pattern.compile("https?://([^/?#:]+).*");

    /** Second labels under which countries register names; the list of all would be larger than the SDK. */
    private static final Set<String> SHARED = Set.of("ac", "co", "com", "edu", "gob", "gov", "ne", "net", "or", "org");

    private AddressLint() {}

    static Stream<ServiceFinding> of(Linted service) {
        return Stream.concat(plain(service), apart(service));
    }

    private static Stream<ServiceFinding> plain(Linted service) {
        boolean tests = service.flag("plain_http_for_loopback_tests_only");
        return tests
                ? Stream.empty()
                : service.allTexts()
                        .filter(text -> !PROSE.contains(text.member()))
                        .filter(text -> text.value().toLowerCase(Locale.ROOT).startsWith("http://"))
                        .map(text -> new Linted(service.node(), text.pointer())
                                .error(
                                        "http_url",
                                        Refusal.quoted(text.value()) + " is not encrypted, and anybody on the way reads"
                                                + " what is sent there",
                                        "write its https address"));
    }

    /** A secret goes to each of them: the one that is of somebody else gets it too. */
    private static Stream<ServiceFinding> apart(Linted service) {
        if (service.has("data_centers")) {
            return Stream.empty(); // their hosts are one table
        }
        Set<String> related = Set.copyOf(service.at("related_domains").texts("domains"));
        Map<String, Linted> domains = new LinkedHashMap<>();
        for (Linted endpoint : endpoints(service.settings())) {
            endpoint.text()
                    .flatMap(AddressLint::domain)
                    .filter(domain -> !related.contains(domain))
                    .ifPresent(domain -> domains.putIfAbsent(domain, endpoint));
        }
        List<String> names = List.copyOf(domains.keySet());
        return domains.entrySet().stream()
                .skip(1)
                .map(other -> other.getValue()
                        .warning(
                                "domains_apart",
                                "\"" + other.getKey() + "\" gets credentials of \"" + names.get(0) + "\"",
                                "correct the address, or declare both in \"related_domains\" with the reason"));
    }

    private static List<Linted> endpoints(Linted settings) {
        return List.of(
                settings.at("authorization_endpoint"),
                settings.at("request_token_endpoint"),
                settings.at("device_authorization_endpoint"),
                settings.at("token_endpoint"),
                settings.at("refresh_request", "endpoint"),
                settings.at("token_upgrade", "endpoint"),
                settings.at("revocation", "endpoint"),
                settings.at("introspection_endpoint"));
    }

    /** Returns the part of a host that somebody registered; from the last place on where its end is an input. */
    static Optional<String> domain(String address) {
        Matcher matcher = HOST.matcher(address);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String[] labels = matcher.group(1).split("[.](?![^{]*})", -1);
        int last = labels.length - 1;
        boolean shared = last > 1 && labels[last].length() == 2 && SHARED.contains(labels[last - 1]);
        int from = labels[last].contains("{") ? last : Math.max(0, last - (shared ? 2 : 1));
        return Optional.of(String.join(".", List.of(labels).subList(from, labels.length)));
    }
}
