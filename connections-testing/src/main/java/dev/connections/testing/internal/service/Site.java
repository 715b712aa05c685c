package dev.connections.testing.internal.service;

import dev.connections.testing.MockService.Endpoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;

/** The running service, from start to close. Thread-safe. */
final class Site extends Dispatcher {
    /** Held here, or the level would be forgotten with the logger. */
    private static final Logger SERVER_LOG = Logger.getLogger(MockWebServer.class.getName());

    private static final byte[] LOOPBACK = {127, 0, 0, 1};

    private final MockWebServer server = new MockWebServer();
    private final Browser browser = new Browser();
    private final ProofNonces nonces = new ProofNonces();
    private final Faults faults;
    private final Holds holds = new Holds();
    private final Journal journal = new Journal();
    private final Assertions assertions;
    private final Clients clients;
    private final Proofs proofs;
    private final GrantBook book;
    private final Passwords passwords;
    private final Terms terms;
    private final String origin;
    private final AuthorizationEndpoint authorization;
    private final PushedRequests pushed;
    private final TokenEndpoint token;
    private final RevocationEndpoint revocation;
    private final IntrospectionEndpoint introspection;
    private final Devices devices;
    private final OAuth1Server oauth1;
    private final Kind<?> kind;
    private final Resources resources;
    private final Metadata metadata;
    private final Optional<OpenId> openId;
    private final Optional<ProviderServer> provider;

    Site(Kind<?> kind, Terms terms, Map<String, String> served) {
        this.terms = terms;
        origin = start();
        assertions = new Assertions(terms, origin);
        clients = new Clients(assertions);
        book = new GrantBook(terms);
        proofs = new Proofs(terms, nonces, origin);
        passwords = new Passwords(kind.passwordKind());
        pushed = new PushedRequests(clients);
        authorization = new AuthorizationEndpoint(clients, book, pushed, origin);
        openId = kind.openId().map(how -> new OpenId(how, terms, clients, origin));
        devices = new Devices(clients, terms, origin);
        token = new TokenEndpoint(clients, book, terms, proofs)
                .granting(kind.grantTypes())
                .with(devices, passwords)
                .with(assertions)
                .with(openId);
        revocation = new RevocationEndpoint(clients, book);
        introspection = new IntrospectionEndpoint(clients, book);
        oauth1 = new OAuth1Server(clients, terms, origin);
        this.kind = kind;
        faults = new Faults(nonces, () -> kind.endedGrant(this), () -> kind.pause(this));
        provider = kind.personality()
                .map(who -> new ProviderServer(who, this, clients, new ProviderServer.Conditions(terms, served)));
        resources = new Resources(kind.guard(this), served);
        metadata = new Metadata(origin, kind.grantTypes(), openId);
        server.setDispatcher(this);
    }

    private String start() {
        silenceRequestLines();
        try {
            server.start(InetAddress.getByAddress(LOOPBACK), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return "http://127.0.0.1:" + server.getPort();
    }

    /** The server would print each request line, whose query may hold a key. */
    private static void silenceRequestLines() {
        if (SERVER_LOG.getLevel() == null) {
            SERVER_LOG.setLevel(Level.WARNING);
        }
    }

    @Override
    public MockResponse dispatch(RecordedRequest recorded) throws InterruptedException {
        Incoming request = Incoming.of(recorded);
        Optional<Endpoint> endpoint =
                provider.isPresent() ? provider.get().at(request) : Paths.endpointAt(request.path());
        Answer answer = endpoint.isPresent() ? reached(endpoint.get(), request) : Answer.empty(404);
        journal.add(endpoint, request, answer);
        return terms.dated(answer).toResponse();
    }

    private Answer reached(Endpoint endpoint, Incoming request) throws InterruptedException {
        holds.pass(endpoint);
        return faults.answer(endpoint, () -> answer(endpoint, request));
    }

    private Answer answer(Endpoint endpoint, Incoming request) {
        if (provider.isPresent()) {
            return provider.get().answer(endpoint, request);
        }
        if (kind.speaksOAuth1() && endpoint != Endpoint.RESOURCE) {
            return oauth1.answer(endpoint, request);
        }
        return switch (endpoint) {
            case AUTHORIZATION ->
                kind.has(Endpoint.DEVICE_AUTHORIZATION) ? devices.page(request) : authorization.answer(request);
            case DEVICE_AUTHORIZATION -> devices.answer(request);
            case PUSHED_AUTHORIZATION -> pushed.answer(request);
            case TOKEN -> token.answer(request);
            case REVOCATION -> revocation.answer(request);
            case REQUEST_TOKEN -> Answer.empty(404);
            case INTROSPECTION -> introspection.answer(request);
            case METADATA, KEYS -> metadata.at(request.path());
            case USER_INFO ->
                openId.map(provider -> provider.userInfo(request, kind.guard(this)))
                        .orElseGet(() -> Answer.empty(404));
            case RESOURCE -> resources.answer(request);
        };
    }

    @Override
    public void close() {
        holds.releaseAll();
    }

    /** Closes the server, which closes its dispatcher. */
    void stop() {
        close();
        server.close();
        provider.ifPresent(each -> each.hosts().stop());
        browser.close();
    }

    String origin() {
        return origin;
    }

    Clients clients() {
        return clients;
    }

    Browser browser() {
        return browser;
    }

    Faults faults() {
        return faults;
    }

    Holds holds() {
        return holds;
    }

    Journal journal() {
        return journal;
    }

    OAuth1Server oauth1() {
        return oauth1;
    }

    GrantBook book() {
        return book;
    }

    Proofs proofs() {
        return proofs;
    }

    Passwords passwords() {
        return passwords;
    }

    OpenId openId() {
        return openId.orElseThrow();
    }

    ProviderServer provider() {
        return provider.orElseThrow();
    }

    void expireTokens() {
        book.expireAccessTokens();
        oauth1.expireTokens();
        provider.ifPresent(each -> each.book().expireAccessTokens());
    }

    void revokeAccount(String account) {
        book.revokeAccount(account);
        passwords.revoke(account);
        oauth1.revokeAccount(account);
        provider.ifPresent(each -> each.book().revokeAccount(account));
    }

    TokenEndpoint token() {
        return token;
    }
}
