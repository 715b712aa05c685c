package dev.connections.manifest;

import dev.connections.AuthorizationFlow;
import dev.connections.AuthorizationStatus;
import dev.connections.CheckReturnValue;
import dev.connections.ConnectionDefinition;
import dev.connections.ConnectionSummary;
import dev.connections.DefinedConnection;
import dev.connections.PerUserConnection;
import dev.connections.Service;
import dev.connections.manifest.internal.entry.Entry;
import dev.connections.manifest.internal.entry.Entry.ServiceName;
import dev.connections.manifest.internal.entry.Entry.WriterFacts;
import dev.connections.manifest.internal.entry.EntryDraft;
import dev.connections.manifest.internal.entry.Section;
import dev.connections.manifest.internal.entry.Shape;
import dev.connections.manifest.internal.rule.ConnectorChecks;
import dev.connections.manifest.internal.rule.ConnectorChecks.Doubts;
import dev.connections.manifest.internal.text.Quote;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * One connection as a plugin manifest declares it.
 *
 * <p>Immutable and thread-safe. Holds no secret, so it can be logged. One made {@linkplain #from from a connection} is
 * complete; one that was read may lack what its entry lacks, and {@link #validate} says so.
 */
public final class Connector {
    private static final String AUTHORIZATION_ENDPOINT = "authorization_endpoint";
    private static final Pattern DIGITS = Pattern.compile("[0-9]+");
    private static final int LONGEST = 50;

    private final Entry entry;
    private final Doubts doubts;

    private Connector(Entry entry, Doubts doubts) {
        this.entry = entry;
        this.doubts = doubts;
    }

    static Connector of(Entry entry) {
        return new Connector(entry, Doubts.NONE);
    }

    Entry entry() {
        return entry;
    }

    /**
     * Makes the connector of a declared connection.
     *
     * <p>{@code userAccess} is true for a connection per user. The scopes are the declared ones, in declared order. The id of
     * who declared it becomes {@link #sharedBy()} if it is all digits, as Zoho's user ids are.
     *
     * @param connection shared or per user; need not be authorized yet
     * @return the connector
     */
    public static Connector from(DefinedConnection<?> connection) {
        ConnectionDefinition<?> definition = connection.definition();
        Service<?> service = definition.service();
        ConnectionSummary summary = connection.summary();
        String creator = summary.createdBy().id();
        Entry entry = new Entry(
                definition.linkName(),
                definition.name(),
                new ServiceName(service.linkName(), service.custom()),
                connection instanceof PerUserConnection<?>,
                DIGITS.matcher(creator).matches() ? creator : "",
                definition.scopes(),
                new WriterFacts(
                        writerType(service.authenticationType()),
                        service.facts().getOrDefault(AUTHORIZATION_ENDPOINT, "")));
        boolean authorized = summary.authorizations().stream()
                .anyMatch(authorization -> authorization.status() == AuthorizationStatus.ACTIVE);
        return new Connector(entry, new Doubts(!authorized, true));
    }

    /** Writer's pages show "OAuth" only; the others are the names of Zoho's own custom-service page. */
    private static String writerType(String authenticationType) {
        return switch (authenticationType) {
            case "oauth2", "oauth1" -> WriterFacts.OAUTH;
            case "basic" -> "Basic Auth";
            case "api_key" -> "API Key";
            default -> "Custom";
        };
    }

    /**
     * Reads one entry as Sigma's JSON tab or a help page gives it.
     *
     * <p>Takes any of the three shapes, with or without its key or the braces around it, and with what copying adds: line
     * numbers, no-break spaces, comments, a trailing comma, prose behind the end.
     *
     * @param copiedJson the text
     * @return what the entry says; {@link #validate} tells what it lacks
     * @throws ManifestException if the text holds no entry ({@code connector_missing}), several ({@code
     *     connector_ambiguous}), or is broken beyond what copying does ({@code not_json})
     */
    public static Connector parse(String copiedJson) {
        return of(CopiedEntry.read(copiedJson));
    }

    /**
     * Returns the definition of the connection that the entry declares, for a service that was found by {@link
     * #serviceName()} or completed by the caller. Declare it with {@code perUser} if {@link #userAccess()} is true, else with
     * {@code shared}.
     *
     * @param service the service
     * @param <F> the flow the service offers
     * @return link name, connection name and scopes as the entry has them; the link name in place of a name that it lacks
     * @throws ManifestException if the entry says no link name ({@code connector_incomplete})
     * @throws dev.connections.ConnectionConfigurationException if a name or a scope is not usable ({@code link_name_shape},
     *     {@code name_too_long}, {@code scope_malformed})
     */
    public <F extends AuthorizationFlow> ConnectionDefinition<F> definition(Service<F> service) {
        if (linkName().isEmpty()) {
            throw new ManifestException(
                    "connector_incomplete",
                    "the entry of the service " + Quote.of(serviceName())
                            + " says no link name, so it declares no connection; add \"connectionLinkName\"",
                    null);
        }
        return service.connection(name().isBlank() ? linkName() : name())
                .withLinkName(linkName())
                .withScopes(scopes().toArray(String[]::new));
    }

    /**
     * Returns the definition of the connection that the entry declares, for the service that a catalogue has under its name.
     *
     * @param services finds a service by its link name
     * @return as {@link #definition(Service)}
     * @throws ManifestException as there, and if the service is not found ({@code service_unresolved})
     */
    public ConnectionDefinition<?> definition(Function<String, ? extends Optional<? extends Service<?>>> services) {
        Optional<? extends Service<?>> found = services.apply(serviceName());
        if (found.isEmpty()) {
            throw new ManifestException(
                    "service_unresolved",
                    "the connection " + Quote.of(linkName()) + " uses the service " + Quote.of(serviceName())
                            + ", which was not found; define it, then call definition(service)",
                    null);
        }
        return definition(found.get());
    }

    /**
     * Returns the connection link name.
     *
     * @return empty if the entry it was read from does not say it
     */
    public String linkName() {
        return entry.linkName();
    }

    /**
     * Returns the connection name that people see.
     *
     * @return empty if the entry it was read from does not say it, as Writer's do
     */
    public String name() {
        return entry.name();
    }

    /**
     * Returns the service's link name. In a DESK manifest all services of the Zoho family are written as {@code
     * zlabs_integration}.
     *
     * @return empty if the entry it was read from does not say it, as Writer's do
     */
    public String serviceName() {
        return entry.service().value();
    }

    /**
     * Returns the scopes, in the order in which they were declared or written.
     *
     * @return immutable; empty if there are none
     */
    public List<String> scopes() {
        return entry.scopes();
    }

    /**
     * Tells whether each user authorizes the connection.
     *
     * @return false also if the entry it was read from does not say it
     */
    public boolean userAccess() {
        return entry.userAccess();
    }

    /**
     * Tells whether the service is a custom one.
     *
     * @return false also if the entry it was read from does not say it
     */
    public boolean userDefinedService() {
        return entry.service().userDefined();
    }

    /**
     * Returns the id of the Zoho user who made the connection.
     *
     * @return the digits as written, whether as a string or as a number; empty if the connector does not say it
     */
    public Optional<String> sharedBy() {
        return Optional.of(entry.sharedBy()).filter(id -> !id.isEmpty());
    }

    /**
     * Returns a copy that says who made the connection.
     *
     * @param id the Zoho user's id, all digits, as the connection's JSON tab shows it
     * @return the copy
     * @throws ManifestException if the id is not all digits ({@code shared_by_shape})
     */
    @CheckReturnValue
    public Connector withSharedBy(String id) {
        if (!DIGITS.matcher(id).matches() || id.length() > LONGEST) {
            throw new ManifestException(
                    "shared_by_shape",
                    Quote.of(id) + " is no id of a Zoho user; give its digits, as the connection's JSON tab shows them",
                    null);
        }
        return new Connector(entry.withSharedBy(id), doubts);
    }

    /**
     * Returns a copy for the default service that Sigma lists under this name, where that is another than ours.
     *
     * @param sigmaName service link name, 1 to 50 characters
     * @return the copy
     * @throws ManifestException if the name is blank or too long ({@code service_name_shape})
     */
    @CheckReturnValue
    public Connector withServiceName(String sigmaName) {
        return withService(new ServiceName(sigmaName, false));
    }

    /**
     * Returns a copy for a service that was defined in Sigma as a custom one.
     *
     * @param sigmaName service link name, 1 to 50 characters
     * @return the copy
     * @throws ManifestException if the name is blank or too long ({@code service_name_shape})
     */
    @CheckReturnValue
    public Connector asUserDefinedService(String sigmaName) {
        return withService(new ServiceName(sigmaName, true));
    }

    private Connector withService(ServiceName service) {
        if (service.value().isBlank() || service.value().length() > LONGEST) {
            throw new ManifestException(
                    "service_name_shape",
                    Quote.of(service.value()) + " is no service link name; copy it from Sigma, 1 to 50 characters",
                    null);
        }
        return new Connector(entry.withService(service), new Doubts(doubts.notAuthorized(), false));
    }

    /**
     * Checks the entry by the rules of a product, without a manifest.
     *
     * @param product the product
     * @return what was found; pointers and positions are in {@link #toJson(PluginManifest.Product)}
     */
    public List<Finding> validate(PluginManifest.Product product) {
        ConnectorChecks checks = new ConnectorChecks(entry, doubts, product.code());
        return Findings.of(checks.json(), checks.check());
    }

    /**
     * Prints the entry with its link name first, as most products write it.
     *
     * @return a JSON object, two blanks a level, without line break at the end
     */
    public String toJson() {
        return EntryDraft.print(entry, Shape.LINK_NAME, Section.CONNECTORS);
    }

    /**
     * Prints the entry as the product's JSON tab does: Writer has a shape of its own, and DESK puts {@code "type":
     * "connectors"} into the entry of a Zoho service.
     *
     * @param product the product
     * @return a JSON object, two blanks a level, without line break at the end
     */
    public String toJson(PluginManifest.Product product) {
        return new ConnectorChecks(entry, doubts, product.code()).json();
    }

    /**
     * Returns the names, for logs.
     *
     * @return link name and service name
     */
    @Override
    public String toString() {
        return "Connector[" + Quote.of(linkName()) + ", service " + Quote.of(serviceName()) + "]";
    }
}
