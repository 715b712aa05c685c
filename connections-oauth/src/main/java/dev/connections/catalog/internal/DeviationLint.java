package dev.connections.catalog.internal;

import dev.connections.catalog.ServiceFinding;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the standards forbid, declared with its reason or not, and hosts that a stranger could name. */
final class DeviationLint {
    private static final Pattern ADDRESS_NAME = Pattern.compile("(?i).*(?:url|uri|host|domain|server|endpoint)");
    private static final List<String> REQUESTS =
            List.of("token_request", "refresh_request", "token_upgrade", "revocation_request");

    private DeviationLint() {}

    static Stream<ServiceFinding> of(Linted service) {
        Linted settings = service.settings();
        var findings = new ArrayList<ServiceFinding>();
        pkce(settings.at("pkce"), findings);
        for (String request : REQUESTS) {
            if (settings.at(request).has("get")) {
                findings.add(
                        deviation(settings.at(request, "get"), "get", "a request that spends a token is sent by GET"));
            }
        }
        if (settings.has("token_in_query")) {
            findings.add(deviation(settings.at("token_in_query"), "token_in_query", "the token travels in addresses"));
        }
        if (settings.at("token_response").has("expiry_from_jwt")) {
            Linted expiry = settings.at("token_response", "expiry_from_jwt");
            findings.add(deviation(expiry, "expiry_from_jwt", "an access token is opaque, and its \"exp\" is read"));
        }
        settings.at("captures").elements().forEach(capture -> captured(capture, findings));
        return findings.stream();
    }

    private static void pkce(Linted pkce, List<ServiceFinding> findings) {
        String method = pkce.text("method").orElse("S256");
        if (method.equals("off")) {
            findings.add(deviation(pkce, "no_pkce", "codes are not bound to who asked for them"));
        } else if (method.equals("plain")) {
            findings.add(deviation(pkce, "plain_pkce", "whoever sees the request can use the code"));
        }
    }

    private static ServiceFinding deviation(Linted at, String name, String problem) {
        String reason =
                at.text("reason").map(why -> ", because " + Refusal.quoted(why)).orElse("");
        return at.warning("deviation_" + name, problem + reason, "leave it out as soon as the service does without");
    }

    /** SSRF: what goes to a captured host carries the account's token. */
    private static void captured(Linted capture, List<ServiceFinding> findings) {
        String name = capture.text("name")
                .or(() -> capture.text("callback"))
                .or(() -> capture.text("token_response").map(path -> path.substring(path.lastIndexOf('/') + 1)))
                .orElse("");
        boolean used = capture.flag("resource_server") || capture.flag("token_server");
        if (!capture.has("hosts") && (used || ADDRESS_NAME.matcher(name).matches())) {
            findings.add(capture.error(
                    "captured_host_open",
                    "the service may name any host as " + Refusal.quoted(name),
                    "list its hosts in \"hosts\", such as \"*.example.com\""));
        }
    }
}
