package dev.connections.http;

import dev.connections.ConnectionException;
import dev.connections.ConnectionSecurityException;
import dev.connections.internal.http.AddressGuard;
import dev.connections.internal.http.AppliedCredentials;
import dev.connections.internal.http.RequestAuthorizer;
import dev.connections.internal.http.RequestTarget;
import dev.connections.spi.AuthClient.Identity;
import java.io.IOException;
import java.net.ProtocolException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Optional;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** One call through the interceptor: its requests, redirects and repetitions. Confined to the call's thread. */
final class AuthorizedCall implements RequestTarget {
    /** As many as OkHttp itself follows. */
    private static final int MAX_REDIRECTS = 20;

    private final RequestAuthorizer authorizer;
    private final Interceptor.Chain chain;
    private final Shown certificates;

    /** What is sent next, without credentials. */
    private Request request;

    /** What it carries; null once a redirect has left the origin. */
    private @Nullable AppliedCredentials applied;

    /** What keeps the call, its redirects too, to public addresses; null if nothing has to. */
    private @Nullable AddressGuard guard;

    private int redirects;
    private boolean renewed;
    private boolean reapplied;

    private AuthorizedCall(RequestAuthorizer authorizer, Interceptor.Chain chain, Shown certificates) {
        this.certificates = certificates;
        this.authorizer = authorizer;
        this.chain = chain;
        this.request = chain.request();
    }

    static AuthorizedCall of(RequestAuthorizer authorizer, Interceptor.Chain chain, Shown certificates) {
        return new AuthorizedCall(authorizer, chain, certificates);
    }

    Response send() throws IOException {
        try {
            applied = ask();
            if (chain.getFollowRedirects()) {
                chain.call().addEventListener(RedirectGuard.INSTANCE);
            }
            Response response = follow();
            while (repeats(response)) {
                response.close();
                response = follow();
            }
            return response;
        } catch (ConnectionException failure) {
            throw new ConnectionIOException(failure);
        }
    }

    private Interceptor.Chain guarded(@Nullable AppliedCredentials worn) throws IOException {
        boolean inTest = worn != null && !request.isHttps(); // plain http is admitted on loopback, where a test says so
        return guard == null || inTest ? chain : guard.on(chain, request.url().host());
    }

    private AppliedCredentials ask() {
        HttpUrl url = request.url();
        if (!url.username().isEmpty() || !url.password().isEmpty()) {
            throw new ConnectionSecurityException(
                    "origin_not_allowed",
                    "a request to " + Origins.of(url) + " has user info in its URL; remove it, the connection adds the"
                            + " credentials",
                    null);
        }
        try {
            AppliedCredentials given = authorizer.authorize(this);
            guard = given.guard().orElse(guard); // once a call began at a user's host, all of it is kept from ours
            return given;
        } catch (RuntimeException failure) {
            throw Strays.typed(failure);
        }
    }

    private Response follow() throws IOException {
        while (true) {
            try {
                return proceed(applied);
            } catch (Redirect redirect) {
                turnTo(redirect.next());
            } catch (UnknownHostException unknown) {
                throw refused(unknown);
            }
        }
    }

    private IOException refused(UnknownHostException unknown) {
        return AddressGuard.refusal(unknown, Origins.of(request.url()))
                .<IOException>map(ConnectionIOException::new)
                .orElse(unknown);
    }

    private Response proceed(@Nullable AppliedCredentials worn) throws IOException {
        Interceptor.Chain line = guarded(worn);
        if (worn == null) {
            return line.proceed(request);
        }
        Request dressed = Dress.on(this, worn);
        Interceptor.Chain kept = worn.cookies().isEmpty()
                ? line
                : line.withCookieJar(new CredentialCookies(chain.getCookieJar(), request.url(), worn.cookies()));
        Optional<Identity> identity = worn.identity(); // asked, not mapped: the common path makes no object
        Interceptor.Chain shown = identity.isPresent() ? certificates.on(kept, identity.get()) : kept;
        return checked(shown.proceed(dressed), worn);
    }

    // The guard lets no redirect carry credentials away, but interceptors behind this one might.
    private Response checked(Response response, AppliedCredentials worn) throws IOException {
        HttpUrl sent = response.request().url();
        if (!Origins.same(sent, request.url())) {
            response.close();
            throw new ConnectionSecurityException(
                    "origin_changed",
                    "an interceptor behind CredentialInterceptor sent the request for " + Origins.of(request.url())
                            + " to " + Origins.of(sent) + "; add CredentialInterceptor last",
                    null);
        }
        // Logging interceptors print the URL of the response's request.
        return worn.query().isEmpty()
                ? response
                : response.newBuilder().request(request).build();
    }

    private void turnTo(Request next) throws IOException {
        if (++redirects > MAX_REDIRECTS) {
            throw new ProtocolException("Too many follow-up requests: " + redirects);
        }
        boolean home = applied != null && Origins.same(next.url(), request.url());
        request = applied == null ? next : Dress.off(next, request, applied);
        applied = home ? ask() : null;
    }

    private boolean repeats(Response response) {
        AppliedCredentials sent = applied;
        try {
            return sent != null && repeats(sent, response);
        } catch (RuntimeException failure) {
            response.close();
            throw Strays.typed(failure);
        }
    }

    private boolean repeats(AppliedCredentials sent, Response response) {
        return switch (sent.inspect(new SeenResponse(response))) {
            case ACCEPTED -> false;
            case EXPIRED -> renews(sent);
            case RETRY -> appliesAgain();
        };
    }

    private boolean renews(AppliedCredentials sent) {
        sent.rejected();
        if (renewed || !canBeSentAgain()) {
            return false;
        }
        renewed = true;
        AppliedCredentials fresh = ask();
        applied = fresh;
        return !fresh.sameVersionAs(sent);
    }

    private boolean appliesAgain() {
        if (reapplied || !canBeSentAgain()) {
            return false;
        }
        reapplied = true;
        applied = ask();
        return true;
    }

    private boolean canBeSentAgain() {
        RequestBody body = request.body();
        return body == null || !(body.isOneShot() || body.isDuplex());
    }

    Request request() {
        return request;
    }

    @Override
    public String scheme() {
        return request.url().scheme();
    }

    @Override
    public String host() {
        return request.url().host();
    }

    @Override
    public int port() {
        return request.url().port();
    }

    @Override
    public String method() {
        return request.method();
    }

    @Override
    public URI uri() {
        HttpUrl url = request.url();
        URI uri = url.uri();
        if (!uri.toString().equals(url.toString())) { // HttpUrl takes characters that URI does not, such as | and {
            request = request.newBuilder().url(HttpUrl.get(uri.toString())).build();
        }
        return uri;
    }

    @Override
    public Optional<byte[]> body() {
        RequestBody body = request.body();
        if (body == null) {
            return Optional.empty();
        }
        if (body instanceof KnownBody known) {
            return Optional.of(known.bytes());
        }
        KnownBody read = KnownBody.read(body, Origins.of(request.url()));
        request = request.newBuilder().method(request.method(), read).build();
        return Optional.of(read.bytes());
    }

    /** OkHttp sends the body's own type, and the request's header where the body has none. */
    @Override
    public Optional<String> contentType() {
        RequestBody body = request.body();
        if (body == null) {
            return Optional.empty();
        }
        MediaType type = body.contentType();
        return Optional.ofNullable(type == null ? request.header("Content-Type") : type.toString());
    }
}
