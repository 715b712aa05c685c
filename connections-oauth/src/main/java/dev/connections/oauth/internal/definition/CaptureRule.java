package dev.connections.oauth.internal.definition;

import dev.connections.ConnectionConfigurationException;
import dev.connections.ConnectionException;
import dev.connections.ConnectionProtocolException;
import dev.connections.ConnectionSecurityException;
import dev.connections.oauth.Capture;
import dev.connections.spi.Endpoints;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A value to keep, as its document says. */
public final class CaptureRule implements Capture {
    private static final String LABEL = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";
    private static final Pattern HOST = Pattern.compile( // a wildcard needs two labels: *.com is everybody
            "(?:\\*\\.(?=[^.]+\\.))?" + LABEL + "(?:\\." + LABEL + ")*(?::[1-9][0-9]{0,4})?");
    private static final Pattern TEXT = Pattern.compile("[\\x21-\\x7E](?:[\\x20-\\x7E]{0,253}[\\x21-\\x7E])?");

    private final Document document;
    private final Optional<String> parameter;
    private final List<String> path;
    private final String name;
    private final Map<String, List<String>> hosts;

    CaptureRule(Document document) {
        this.document = document;
        parameter = document.text("callback");
        path = parameter.isPresent() ? List.of() : Pointer.parse(document.requiredText("token_response"));
        name = document.text("name").orElseGet(() -> parameter.orElseGet(() -> path.get(path.size() - 1)));
        hosts = document.textLists("hosts");
        hosts.keySet().forEach(CaptureRule::requireHost);
        hosts.values()
                .forEach(servers -> servers.forEach(server -> Endpoints.httpsOrLoopback(server, "resource server")));
        document.requireFlags("required");
        requireHostsIf("resource_server", hosts);
        requireHostsIf("token_server", hosts);
        if (isTokenServer() && parameter.isEmpty()) {
            throw Wrong.option("withTokenServer", "the code is exchanged before the token response; use fromCallback");
        }
    }

    /** Returns the capture of a callback parameter. */
    public static CaptureRule fromCallback(String parameter) {
        if (parameter.isBlank()) {
            throw Wrong.definition("parameter_unknown", "the captured parameter has a blank name; name it");
        }
        return new CaptureRule(Document.EMPTY.with("callback", parameter));
    }

    /** Returns the capture of a member of the token response. */
    public static CaptureRule fromTokenResponse(String pointer) {
        return new CaptureRule(Document.EMPTY.with("token_response", pointer));
    }

    Document document() {
        return document;
    }

    /** Returns the callback parameter, empty for a member of the token response. */
    public Optional<String> parameter() {
        return parameter;
    }

    /** Returns the path in the token response, empty for a callback parameter. */
    public List<String> path() {
        return path;
    }

    /** Returns the name it is kept under. */
    public String name() {
        return name;
    }

    /** Tells whether no authorization completes without it. */
    public boolean isRequired() {
        return document.flag("required");
    }

    /** Returns the first host that is listed, empty where the value is none. */
    public Optional<String> firstHost() {
        return hosts.keySet().stream().findFirst();
    }

    /** Returns every origin that a listed host pins. */
    List<String> resourceServers() {
        return hosts.values().stream().flatMap(List::stream).toList();
    }

    /** Tells whether the value's origin takes the place of the token endpoint's. */
    public boolean isTokenServer() {
        return document.flag("token_server");
    }

    /**
     * Checks a value.
     *
     * @throws ConnectionSecurityException if it names a host that is not listed ({@code captured_host_not_allowed})
     */
    public Captured check(String value, boolean plainHttpOnLoopback) {
        if (hosts.isEmpty()) {
            return new Captured(name, requireText(value), List.of(), Optional.empty());
        }
        URI uri = uri(value, plainHttpOnLoopback);
        String origin = uri.getScheme() + "://" + authority(uri);
        List<String> servers = serversOf(uri).orElseThrow(this::notAllowed);
        boolean pinsItself = document.flag("resource_server") && servers.isEmpty();
        return new Captured(
                name,
                origin,
                pinsItself ? List.of(origin) : servers,
                isTokenServer() ? Optional.of(origin) : Optional.empty());
    }

    /** Tells whether an origin that was captured once is still listed. */
    public boolean lists(String origin) {
        return serversOf(URI.create(origin)).isPresent();
    }

    @Override
    public Capture withName(String newName) {
        return new CaptureRule(document.with("name", newName));
    }

    @Override
    public Capture withRequired() {
        return new CaptureRule(document.with("required", true));
    }

    @Override
    public Capture withHost(String host, String... resourceServers) {
        return new CaptureRule(document.withEntry("hosts", host, List.of(resourceServers)));
    }

    @Override
    public Capture withResourceServer() {
        return new CaptureRule(document.with("resource_server", true));
    }

    @Override
    public Capture withTokenServer() {
        return new CaptureRule(document.with("token_server", true));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CaptureRule rule && document.equals(rule.document);
    }

    @Override
    public int hashCode() {
        return document.hashCode();
    }

    @Override
    public String toString() {
        return "Capture" + document;
    }

    private Optional<List<String>> serversOf(URI uri) {
        String authority = authority(uri);
        return Optional.ofNullable(hosts.get(authority))
                .or(() -> hosts.entrySet().stream()
                        .filter(rule -> rule.getKey().startsWith("*."))
                        .filter(rule -> authority.endsWith(rule.getKey().substring(1)))
                        .map(Map.Entry::getValue)
                        .findFirst());
    }

    private URI uri(String value, boolean plainHttpOnLoopback) {
        try {
            return plainHttpOnLoopback ? Endpoints.httpsOrLoopback(value, name) : Endpoints.https(value, name);
        } catch (ConnectionConfigurationException unusable) { // not our configuration: a stranger's text
            throw notAllowed();
        }
    }

    private ConnectionException notAllowed() {
        return new ConnectionSecurityException(
                "captured_host_not_allowed",
                "the service named a host in \"" + name + "\" that its definition does not list, so nothing was sent"
                        + " there; if it is the service's own, add it with Capture.withHost",
                null);
    }

    private String requireText(String value) {
        if (!TEXT.matcher(value).matches()) {
            throw new ConnectionProtocolException(
                    "capture_malformed",
                    "the service's value of \"" + name + "\" cannot be kept: it is longer than 255 characters or not"
                            + " visible ASCII; begin the authorization again or remove the capture",
                    null);
        }
        return value;
    }

    private static String authority(URI uri) {
        boolean standardPort =
                uri.getPort() < 0 || (uri.getPort() == 443 && uri.getScheme().equals("https"));
        return uri.getHost().toLowerCase(Locale.ROOT) + (standardPort ? "" : ":" + uri.getPort());
    }

    private void requireHostsIf(String option, Map<String, List<String>> listed) {
        if (document.flag(option) && listed.isEmpty()) {
            throw Wrong.option(
                    option,
                    "a server's word alone must not decide where tokens go; list the hosts with withHost first");
        }
    }

    private static void requireHost(String host) {
        if (!HOST.matcher(host).matches()) {
            throw Wrong.definition(
                    "host_malformed",
                    "\"" + host + "\" is no host name; write it in lower case, like accounts.example.com or"
                            + " *.example.com");
        }
    }

    /** A value that passed. */
    public record Captured(String name, String value, List<String> resourceServers, Optional<String> tokenServer) {}
}
