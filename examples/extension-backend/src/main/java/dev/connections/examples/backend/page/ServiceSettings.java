package dev.connections.examples.backend.page;

import dev.connections.ConnectionsView;
import dev.connections.Secret;
import dev.connections.Service;
import dev.connections.examples.backend.html.Element;
import dev.connections.examples.backend.html.Html;
import dev.connections.examples.backend.html.Tags;
import dev.connections.examples.backend.http.Parameters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Every setting of a service, as its document: that has all of them for each authentication type. Secrets are not in it but
 * named by it; they are typed again whenever settings change, for nobody can read them back.
 */
final class ServiceSettings {
    private static final String DOCUMENT = "service";
    private static final String SECRET = "secret.";
    private static final Pattern NAMED = Pattern.compile("\\{\\s*\"secret\"\\s*:\\s*\"([A-Za-z0-9_.-]+)\"\\s*}");

    private ServiceSettings() {}

    static Html inputs(Service<?> service, Parameters sent) {
        String document = sent.ticked(DOCUMENT) ? sent.exact(DOCUMENT) : service.toJson();
        Element inputs = Element.of("details")
                .when(sent.ticked(DOCUMENT) && typed(service, sent), "open")
                .add(
                        Element.of("summary").text("Service settings"),
                        Tags.hint("Endpoints, parameters and client. Nobody has to authorize again for them."),
                        Input.area(DOCUMENT, "Settings of " + service.name(), document));
        secrets(document)
                .forEach(name -> inputs.add(Input.secret(SECRET + name, "Secret " + name)
                        .hint("Needed when settings change; a new one replaces it.")));
        return inputs;
    }

    private static List<String> secrets(String document) {
        return NAMED.matcher(document)
                .results()
                .map((MatchResult result) -> result.group(1))
                .distinct()
                .toList();
    }

    /** Whether anything but what was shown came back. Browsers end lines with CR LF. */
    static boolean typed(Service<?> before, Parameters sent) {
        return !sent.exact(DOCUMENT).replace("\r\n", "\n").equals(before.toJson())
                || sent.values().keySet().stream().anyMatch(name -> name.startsWith(SECRET) && sent.ticked(name));
    }

    static Service<?> read(ConnectionsView connections, Parameters sent) {
        String document = sent.exact(DOCUMENT);
        Map<String, Secret> secrets = new LinkedHashMap<>();
        secrets(document).stream()
                .filter(name -> sent.ticked(SECRET + name))
                .forEach(name -> secrets.put(name, Secret.of(sent.exact(SECRET + name))));
        return connections.service(document, secrets);
    }
}
