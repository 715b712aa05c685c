package dev.connections.http;

import dev.connections.Connection;
import dev.connections.ConnectionSecurityException;
import dev.connections.RequestCredentials;
import dev.connections.internal.http.AppliedCredentials;
import dev.connections.internal.http.Part;
import dev.connections.internal.http.RequestAuthorizer;
import dev.connections.internal.http.RequestTarget;
import dev.connections.spi.AuthClient;
import dev.connections.spi.CredentialStrategy.Verdict;
import dev.connections.spi.IncomingResponse;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.Function;
import mockwebserver3.MockWebServer;

/** A connection such as the SDK's own ones, for one origin; a rejected version is followed by the next. */
final class OwnConnection implements Connection, RequestAuthorizer {
    private final String scheme;
    private final String host;
    private final int port;
    private final BiFunction<RequestTarget, Integer, Worn> wears;
    private final AtomicInteger version = new AtomicInteger(1);
    private final AtomicInteger asked = new AtomicInteger();
    private Function<IncomingResponse, Verdict> verdict =
            response -> response.status() == 401 ? Verdict.EXPIRED : Verdict.ACCEPTED;
    private Optional<AuthClient.Identity> identity = Optional.empty();
    private int lastVersion = Integer.MAX_VALUE;

    private OwnConnection(MockWebServer server, BiFunction<RequestTarget, Integer, Worn> wears) {
        this.scheme = server.url("/").scheme();
        this.host = server.url("/").host();
        this.port = server.getPort();
        this.wears = wears;
    }

    static OwnConnection wearing(MockWebServer server, Function<Integer, Worn> wears) {
        return new OwnConnection(server, (target, version) -> wears.apply(version));
    }

    static OwnConnection signing(MockWebServer server, Function<RequestTarget, Worn> wears) {
        return new OwnConnection(server, (target, version) -> wears.apply(target));
    }

    static OwnConnection bearer(MockWebServer server) {
        return wearing(server, Worn::bearer);
    }

    OwnConnection judging(Function<IncomingResponse, Verdict> next) {
        verdict = next;
        return this;
    }

    OwnConnection showing(AuthClient.Identity certificate) {
        identity = Optional.of(certificate);
        return this;
    }

    OwnConnection withoutVersionsAfter(int last) {
        lastVersion = last;
        return this;
    }

    int version() {
        return version.get();
    }

    int asked() {
        return asked.get();
    }

    @Override
    public AppliedCredentials authorize(RequestTarget target) {
        asked.incrementAndGet();
        if (!target.scheme().equals(scheme) || !target.host().equals(host) || target.port() != port) {
            throw new ConnectionSecurityException("origin_not_allowed", "not a resource server; use one", null);
        }
        int now = version.get();
        return new Version(now, wears.apply(target, now));
    }

    @Override
    public String linkName() {
        return "own";
    }

    @Override
    public URI resolve(String path) {
        return URI.create(scheme + "://" + host + ":" + port + path);
    }

    @Override
    public RequestCredentials credentialsFor(URI target) {
        throw new AssertionError("the interceptor must ask for applied credentials");
    }

    @Override
    public RequestCredentials credentialsFor(String method, URI target) {
        throw new AssertionError("the interceptor must ask for applied credentials");
    }

    private final class Version implements AppliedCredentials {
        private final int number;
        private final Worn worn;

        Version(int number, Worn worn) {
            this.number = number;
            this.worn = worn;
        }

        @Override
        public Optional<AuthClient.Identity> identity() {
            return identity;
        }

        @Override
        public List<Part> headers() {
            return worn.headers();
        }

        @Override
        public List<Part> query() {
            return worn.query();
        }

        @Override
        public List<Part> form() {
            return worn.form();
        }

        @Override
        public List<Part> cookies() {
            return worn.cookies();
        }

        @Override
        public boolean sameVersionAs(AppliedCredentials other) {
            return other instanceof Version that && that.number == number;
        }

        @Override
        public Verdict inspect(IncomingResponse response) {
            return verdict.apply(response);
        }

        @Override
        public void rejected() {
            if (number < lastVersion) {
                version.compareAndSet(number, number + 1);
            }
        }
    }
}
