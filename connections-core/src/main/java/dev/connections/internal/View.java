package dev.connections.internal;

import dev.connections.Account;
import dev.connections.Actor;
import dev.connections.Authorization;
import dev.connections.AuthorizationFlow;
import dev.connections.Connection;
import dev.connections.ConnectionConfigurationException;
import dev.connections.ConnectionDefinition;
import dev.connections.ConnectionSummary;
import dev.connections.ConnectionsView;
import dev.connections.DefinedConnection;
import dev.connections.ManagedConnection;
import dev.connections.PerUserConnection;
import dev.connections.Reference;
import dev.connections.Revocation;
import dev.connections.Secret;
import dev.connections.Service;
import dev.connections.internal.definition.DefinitionValue;
import dev.connections.internal.definition.ServiceDocuments;
import dev.connections.internal.definition.Texts;
import dev.connections.internal.flow.Accounts;
import dev.connections.internal.manage.FoundReferences;
import dev.connections.internal.record.ReferenceRecord;
import dev.connections.internal.record.Trail;
import dev.connections.internal.serve.Defined;
import dev.connections.spi.AccessPolicy.Operation;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Connections as one tenant and one actor see them. */
class View implements ConnectionsView {
    private static final int LONGEST_TENANT = 100;

    private final Kernel kernel;
    private final Permission access;
    private final String tenant;
    private final Declarations declarations;
    /** Shared connections asked for before: {@link #get} of one of them does no more than look here. */
    private final ConcurrentHashMap<String, ManagedHandle<?>> used = new ConcurrentHashMap<>();

    View(Kernel kernel, Permission access, String tenant) {
        this.kernel = kernel;
        this.access = access;
        this.tenant = tenant;
        this.declarations = new Declarations(kernel, access, tenant);
    }

    final Kernel kernel() {
        return kernel;
    }

    @Override
    public <F extends AuthorizationFlow> ManagedConnection<F> shared(ConnectionDefinition<F> definition) {
        return managed(declarations.declare(DefinitionValue.of(definition), false));
    }

    private <F extends AuthorizationFlow> ManagedConnection<F> managed(Defined<F> defined) {
        var handle = new ManagedHandle<>(kernel, access, defined);
        used.put(defined.linkName(), handle);
        return handle;
    }

    @Override
    public <F extends AuthorizationFlow> PerUserConnection<F> perUser(ConnectionDefinition<F> definition) {
        return new PerUserHandle<>(kernel, access, declarations.declare(DefinitionValue.of(definition), true));
    }

    @Override
    public Connection get(String linkName) {
        ManagedHandle<?> known = used.get(linkName);
        return known != null && !known.definedAs().deleted() ? known : found(linkName);
    }

    private Connection found(String linkName) {
        DefinedConnection<?> found = find(linkName).orElseThrow(() -> unknown(linkName));
        if (found instanceof ManagedConnection<?> shared) {
            return shared;
        }
        throw new ConnectionConfigurationException(
                "subject_required",
                "each user of the connection \"" + Texts.clean(linkName)
                        + "\" has credentials of their own; find it and name one with" + " forUser(Subject.of(…))",
                null);
    }

    private ConnectionConfigurationException unknown(String linkName) {
        String nearest = Nearest.of(linkName, declarations.all().stream().map(Defined::linkName))
                .map(name -> "did you mean \"" + name + "\"? Else ")
                .orElse("");
        return new ConnectionConfigurationException(
                "connection_unknown",
                "no connection \"" + Texts.clean(linkName) + "\" is declared; " + nearest
                        + "declare it with shared(…) or perUser(…), or correct the link name",
                null);
    }

    @Override
    public Optional<DefinedConnection<?>> find(String linkName) {
        return declarations.find(linkName).map(this::handle);
    }

    @Override
    public List<DefinedConnection<?>> all() {
        return declarations.all().stream()
                .<DefinedConnection<?>>map(this::handle)
                .toList();
    }

    @Override
    public Summaries summaries() {
        return found();
    }

    private FoundSummaries found() {
        kernel.slots().refuseClosed();
        return FoundSummaries.all(new FoundSummaries.Reading(kernel, access, tenant, declarations));
    }

    @Override
    public List<Service<?>> services() {
        return declarations.services();
    }

    @Override
    public List<ConnectionSummary> usedIn(String application, String... components) {
        kernel.slots().refuseClosed();
        Set<String> linkNames = ReferenceRecord.users(kernel.vault(), tenant, application, List.of(components));
        return found().named(linkNames);
    }

    @Override
    public History history() {
        kernel.slots().refuseClosed();
        return Past.all(kernel, access, tenant);
    }

    @Override
    public int refreshDue(int limit) {
        return maintaining().refresh(limit);
    }

    @Override
    public Optional<Instant> nextMaintenance() {
        return maintaining().next();
    }

    private Maintaining maintaining() {
        kernel.slots().refuseClosed();
        access.check(Operation.MAINTAIN, ConnectionSummary.Kind.ADMIN, "");
        return new Maintaining(kernel, tenant);
    }

    private <F extends AuthorizationFlow> DefinedConnection<F> handle(Defined<F> defined) {
        return defined.record().nature().perUser() ? new PerUserHandle<>(kernel, access, defined) : managed(defined);
    }

    @Override
    public Authorization complete(URI callback, String sessionState) {
        return callbacks().complete(callback, sessionState);
    }

    @Override
    public Authorization complete(Map<String, List<String>> parameters, String sessionState) {
        return callbacks().complete(parameters, sessionState);
    }

    private Callbacks callbacks() {
        kernel.slots().refuseClosed();
        return new Callbacks(kernel, access, tenant, declarations);
    }

    @Override
    public Service<?> service(String json, Map<String, Secret> secrets) {
        return ServiceDocuments.read(json, secrets, kernel.strategies());
    }

    @Override
    public ConnectionsView by(Actor actor) {
        var as = new Permission(kernel.policy(), Trail.actor(actor.role(), actor.id()), access.application());
        return new View(kernel, as, tenant);
    }

    @Override
    public ConnectionsView forTenant(String other) {
        return new View(kernel, access, checkedTenant(other));
    }

    @Override
    public ConnectionsView forApplication(String application) {
        String checked = new Reference(application, "", "").application();
        return new View(kernel, new Permission(access.policy(), access.actor(), Optional.of(checked)), tenant);
    }

    @Override
    public List<Account> accounts(Service<?> service) {
        kernel.slots().refuseClosed();
        return Accounts.of(kernel, tenant, service).stream()
                .filter(account -> access.seesAccount(account.owner()))
                .<Account>map(account -> account)
                .toList();
    }

    @Override
    public Account rename(Account account, String displayName) {
        return saved().rename(account, displayName);
    }

    @Override
    public void forget(Account account) {
        saved().forget(account);
    }

    @Override
    public Revocation revokeEverywhere(Account account) {
        return saved().revokeEverywhere(account);
    }

    @Override
    public List<String> replaceReferences(String application, Map<String, List<Reference>> found) {
        kernel.slots().refuseClosed();
        return new FoundReferences(kernel, access, tenant).replace(application, found);
    }

    private SavedAccounts saved() {
        kernel.slots().refuseClosed();
        return new SavedAccounts(kernel, access, tenant);
    }

    static String checkedTenant(String tenant) {
        if (tenant.isBlank()
                || tenant.length() > LONGEST_TENANT
                || tenant.chars().anyMatch(Character::isISOControl)) {
            throw new ConnectionConfigurationException(
                    "tenant_malformed",
                    "the tenant id is empty, longer than " + LONGEST_TENANT
                            + " characters or holds a control character; pass the stable id of the organisation",
                    null);
        }
        return tenant;
    }

    static Permission unchecked(Kernel kernel) {
        return new Permission(kernel.policy(), Trail.SYSTEM, Optional.empty());
    }
}
