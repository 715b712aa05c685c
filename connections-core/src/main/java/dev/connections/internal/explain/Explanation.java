package dev.connections.internal.explain;

import dev.connections.AuthorizationFlow;
import dev.connections.Choice;
import dev.connections.ConnectionDefinition;
import dev.connections.internal.definition.IdentityRequest;
import dev.connections.internal.definition.Probe;
import dev.connections.internal.definition.Reach;
import dev.connections.internal.definition.ServiceValue;
import dev.connections.internal.flow.ApiDress;
import dev.connections.spi.Credential;
import dev.connections.spi.CredentialStrategy;
import dev.connections.spi.CredentialStrategy.Chooser;
import dev.connections.spi.Rehearsal;
import dev.connections.spi.StrategyContext.Grant;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;

/** Explains one service. Confined to one call. */
public final class Explanation<C extends Credential, F extends AuthorizationFlow> {
    /** Stands for a redirect URI that is not known yet. */
    private static final String ANY_REDIRECT = "https://redirect-uri.example/callback";

    private final ServiceValue<F> service;
    private final Rehearsal<C, F> rehearsal;
    private final CredentialStrategy<C, F> strategy;
    private final Rehearsed<C, F> run;

    private Explanation(ServiceValue<F> service, CredentialStrategy<C, F> real) {
        this.service = service;
        rehearsal = real.rehearsal();
        strategy = rehearsal.strategy();
        run = new Rehearsed<>(rehearsal, definition(service));
    }

    /** Returns the explanation; without a redirect URI it says where one goes. */
    public static <F extends AuthorizationFlow> String of(ServiceValue<F> service, Optional<String> redirectUri) {
        return of(service, service.strategy(), redirectUri);
    }

    private static <C extends Credential, F extends AuthorizationFlow> String of(
            ServiceValue<F> service, CredentialStrategy<C, F> strategy, Optional<String> redirectUri) {
        return new Explanation<>(service, strategy).text(redirectUri);
    }

    /** Scopes are shown even where a connection must name them first. */
    private static ConnectionDefinition<?> definition(ServiceValue<?> service) {
        var definition = service.connection("Explanation");
        String[] some = {StandIn.of("scope_1").reveal(), StandIn.of("scope_2").reveal()};
        return service.defaultScopes().isEmpty() ? definition.withScopes(some) : definition;
    }

    private String text(Optional<String> redirectUri) {
        run.connect(redirectUri.orElse(ANY_REDIRECT));
        run.grant().ifPresent(this::use);
        var mask = new Mask(rehearsal.changing(), strategy.settings().secrets());
        var page = new Page(service, rehearsal, mask);
        String text = service.open().shown(page.of(run, redirectUri));
        return redirectUri.isPresent() ? text : withoutRedirect(text);
    }

    private static String withoutRedirect(String text) {
        return text.replace("https%3A%2F%2Fredirect-uri.example%2Fcallback", "<redirect_uri>")
                .replace(ANY_REDIRECT, "<redirect_uri>");
    }

    private void use(Grant<C> grant) {
        C credential = grant.tokens()
                .getOrDefault(
                        Grant.DEFAULT_TOKEN, grant.tokens().values().iterator().next());
        strategy.refresher().ifPresent(refresher -> run.refresh(refresher, credential));
        callApi(
                strategy.chooser()
                        .map(chooser -> chosen(chooser, grant, credential))
                        .orElse(grant),
                credential);
        strategy.introspector()
                .ifPresent(
                        asking -> run.run("Introspection request", () -> asking.introspect(credential, run.context())));
        strategy.revoker()
                .ifPresent(ending -> run.run("Revocation request", () -> ending.revoke(credential, run.context())));
    }

    /** A place that somebody chose stands in requests to the API. */
    private Grant<C> chosen(Chooser<C> chooser, Grant<C> grant, C credential) {
        run.run("Request for what the account reaches", () -> chooser.choices(credential, run.context()));
        var choice = new Choice(StandIn.of(chooser.name()).reveal(), chooser.name());
        var captured = new HashMap<>(grant.captured());
        captured.put(chooser.name(), choice.id());
        List<String> servers = chooser.resourceServers(choice);
        return new Grant<>(
                grant.tokens(),
                grant.accountId(),
                grant.accountName(),
                grant.grantedScopes(),
                captured,
                servers.isEmpty() ? grant.resourceServers() : servers);
    }

    private void callApi(Grant<C> grant, C credential) {
        Reach reach = service.reach().pinnedTo(grant.resourceServers());
        var dress = new ApiDress<>(service, strategy, run.context().clock(), grant.captured());
        callApi("API request", new Probe("GET", ""), reach.resolve(""), new Dressed<>(dress, credential));
        service.probe()
                .ifPresent(probe ->
                        callApi("Probe", probe, reach.resolve(probe.path()), new Dressed<>(dress, credential)));
        service.identityRequest()
                .map(IdentityRequest::request)
                .ifPresent(asking -> callApi(
                        "Identity request", asking, reach.resolve(asking.path()), new Dressed<>(dress, credential)));
    }

    private void callApi(String title, Probe request, URI target, Dressed<C> dressed) {
        run.use(title, () -> dressed.dress().on(request, target, dressed.credential()));
    }

    private record Dressed<C extends Credential>(ApiDress<C> dress, C credential) {}
}
