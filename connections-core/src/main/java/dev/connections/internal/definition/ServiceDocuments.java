package dev.connections.internal.definition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connections.AuthorizationFlow;
import dev.connections.ConnectionConfigurationException;
import dev.connections.Field;
import dev.connections.Secret;
import dev.connections.Service;
import dev.connections.TokenLimits;
import dev.connections.internal.input.OpenInputs;
import dev.connections.internal.json.Json;
import dev.connections.internal.strategy.Strategies;
import dev.connections.spi.CredentialStrategy;
import dev.connections.spi.StrategyProvider.Settings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Services as JSON, format 1. Later formats add members and rename none. */
public final class ServiceDocuments {
    private static final int FORMAT = 1;
    private static final String PUBLIC_ONLY = "public_addresses_only";
    private static final String WHAT = "service document";

    private ServiceDocuments() {}

    /** Writes a service without its secrets. */
    static String write(ServiceValue<?> service) {
        ObjectNode root = Json.object();
        root.put("format", FORMAT)
                .put("link_name", service.linkName())
                .put("name", service.name())
                .put("custom", service.custom());
        root.set("resource_servers", Json.array(service.resourceServers()));
        root.put("api_base", service.apiBase());
        service.about().write(root);
        writeExtras(root, service);
        Settings settings = service.strategy().settings();
        root.putObject("authentication")
                .put("type", service.authenticationType())
                .put("version", settings.version())
                .set("settings", Json.parse(settings.json(), "settings of " + service.authenticationType()));
        return Json.write(service.open().written(root));
    }

    private static void writeExtras(ObjectNode root, ServiceValue<?> service) {
        if (service.reach().loopback()) {
            root.put("plain_http_for_loopback_tests_only", true);
        }
        if (service.reach().publicOnly()) {
            root.put(PUBLIC_ONLY, true);
        }
        service.probe()
                .ifPresent(probe ->
                        root.putObject("probe").put("method", probe.method()).put("path", probe.path()));
        service.identityRequest()
                .ifPresent(identity -> root.putObject("identity")
                        .put("path", identity.path())
                        .put("id", identity.idPointer())
                        .put("name", identity.namePointer()));
        service.limits()
                .ifPresent(limits -> root.putObject("limits")
                        .put("access_tokens", limits.accessTokens())
                        .put("window_seconds", limits.window().toSeconds())
                        .put("live_access_tokens", limits.liveAccessTokens())
                        .put("live_refresh_tokens", limits.liveRefreshTokens()));
        if (!service.headers().isEmpty()) {
            root.set("headers", Json.object(service.headers()));
        }
        if (!service.defaultScopes().isEmpty()) {
            root.set("default_scopes", Json.array(service.defaultScopes()));
        }
        if (!service.scopes().isEmpty()) {
            var known = root.putArray("known_scopes");
            service.scopes()
                    .forEach(scope ->
                            known.addObject().put("value", scope.name()).put("meaning", scope.displayName()));
        }
    }

    /** Reads a service, seeing the strategies on the class path. */
    public static Service<?> read(String json, Map<String, Secret> secrets) {
        return read(json, secrets, Strategies.loaded());
    }

    /** Reads a service; a type that nobody knows is refused. */
    public static Service<?> read(String json, Map<String, Secret> secrets, Strategies strategies) {
        return read(
                Json.parse(json, WHAT),
                authentication -> strategies.create(authentication.type(), authentication.settings(secrets)));
    }

    /** Reads a service from a store: one of an unknown type stays as it is. */
    public static Service<?> readStored(ObjectNode document, Map<String, Secret> secrets, Strategies strategies) {
        return read(
                document,
                authentication -> strategies.createOrKeep(authentication.type(), authentication.settings(secrets)));
    }

    private interface Creator {
        CredentialStrategy<?, ?> create(Authentication authentication);
    }

    private record Authentication(String type, int version, JsonNode document) {
        Settings settings(Map<String, Secret> secrets) {
            Json.secretNames(document).stream()
                    .filter(name -> !secrets.containsKey(name))
                    .findFirst()
                    .ifPresent(name -> {
                        throw new ConnectionConfigurationException(
                                "secret_missing",
                                "the service document names the secret \"" + name + "\" but none was given; pass it in"
                                        + " the map of secrets",
                                null);
                    });
            return Settings.of(version, Json.write(document), secrets);
        }
    }

    private static Service<?> read(ObjectNode document, Creator creator) {
        int format = document.path("format").asInt(0);
        if (format != FORMAT) {
            throw Json.malformed(WHAT, "/format", "is " + format + ", but this release reads format " + FORMAT);
        }
        OpenInputs inputs = OpenInputs.read(document);
        JsonNode root = inputs.opened(document);
        JsonNode authentication = root.path("authentication");
        var parsed = new Authentication(
                Json.text(authentication, "/authentication", "type", WHAT),
                authentication.path("version").asInt(1),
                settings(authentication));
        return assemble(root, creator.create(parsed), inputs);
    }

    /** Returns a service with a value in each place that was open. */
    @SuppressWarnings("unchecked") // another address makes no other flow
    static <F extends AuthorizationFlow> ServiceValue<F> filled(
            ServiceValue<F> open, Map<String, String> given, Strategies strategies) {
        Map<String, String> values = open.open().complete(open.name(), given);
        ObjectNode document = Json.parse(open.toJson(), WHAT);
        ObjectNode filled = open.open().filled(document, values);
        if (open.open().nameHosts()) {
            filled.put(PUBLIC_ONLY, true);
        }
        boolean same = OpenInputs.sameAuthentication(document, filled);
        var secrets = open.strategy().settings().secrets();
        return (ServiceValue<F>) read(
                filled,
                authentication -> same
                        ? open.strategy()
                        : strategies.create(authentication.type(), authentication.settings(secrets)));
    }

    private static JsonNode settings(JsonNode authentication) {
        JsonNode settings = authentication.path("settings");
        if (settings.isMissingNode()) {
            return Json.object();
        }
        if (!settings.isObject()) {
            throw Json.malformed(WHAT, "/authentication/settings", "is not an object");
        }
        return settings;
    }

    private static <F extends AuthorizationFlow> Service<F> assemble(
            JsonNode root, CredentialStrategy<?, F> strategy, OpenInputs inputs) {
        List<String> servers = Json.texts(root, "resource_servers", WHAT);
        if (servers.isEmpty()) {
            throw Json.malformed(WHAT, "/resource_servers", "is missing; list the origins credentials may go to");
        }
        Reach stated = Reach.of(
                servers, root.path("plain_http_for_loopback_tests_only").asBoolean(false));
        Reach reach = root.path(PUBLIC_ONLY).asBoolean(false) ? stated.publicly() : stated;
        var identity = new ServiceIdentity(
                Names.link(Json.text(root, "link_name", WHAT), "service"),
                Names.display(Json.text(root, "name", WHAT), "service"),
                root.path("custom").asBoolean(true),
                About.read(root.path(About.MEMBER)));
        return new ServiceValue<>(
                identity,
                root.has("api_base") ? reach.withApiBase(Json.text(root, "api_base", WHAT)) : reach,
                AuthenticationTypes.checked(strategy),
                extras(root).with(inputs));
    }

    private static Optional<IdentityRequest> identity(JsonNode identity) {
        return identity.isMissingNode()
                ? Optional.empty()
                : Optional.of(new IdentityRequest(
                        Json.text(identity, "/identity", "path", WHAT),
                        Json.text(identity, "/identity", "id", WHAT),
                        Json.text(identity, "/identity", "name", WHAT)));
    }

    private static Optional<TokenLimits> limits(JsonNode limits) {
        return limits.isMissingNode()
                ? Optional.empty()
                : Optional.of(new TokenLimits(
                        limits.path("access_tokens").asInt(),
                        Duration.ofSeconds(limits.path("window_seconds").asLong()),
                        limits.path("live_access_tokens").asInt(),
                        limits.path("live_refresh_tokens").asInt()));
    }

    private static ServiceExtras extras(JsonNode root) {
        var known = new ArrayList<Field>();
        root.path("known_scopes")
                .forEach(scope -> known.add(Field.text(
                        Json.text(scope, "/known_scopes", "value", WHAT),
                        Json.text(scope, "/known_scopes", "meaning", WHAT))));
        ServiceExtras extras = new ServiceExtras(
                Optional.empty(),
                identity(root.path("identity")),
                Map.of(),
                Scopes.check(Json.texts(root, "default_scopes", WHAT).toArray(String[]::new)),
                known,
                OpenInputs.NONE,
                limits(root.path("limits")));
        for (Map.Entry<String, String> header :
                Json.textMap(root, "headers", WHAT).entrySet()) {
            extras = extras.withHeader(header.getKey(), header.getValue());
        }
        JsonNode probe = root.path("probe");
        return probe.isMissingNode()
                ? extras
                : extras.with(new Probe(
                        Json.text(probe, "/probe", "method", WHAT), Json.text(probe, "/probe", "path", WHAT)));
    }
}
