package dev.connections.http;

import dev.connections.Connection;
import dev.connections.ConnectionConfigurationException;
import dev.connections.internal.http.RequestAuthorizer;
import java.io.IOException;
import java.util.Objects;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Response;

/**
 * Puts a connection's credentials on the requests of an {@link OkHttpClient}: fresh ones, and after a 401 renewed ones, once.
 * Thread-safe. Install it last, with {@link OkHttpClient.Builder#addInterceptor}.
 *
 * <p>The client is for this connection's service alone: a request to an origin (scheme, host and port) that is no resource
 * server of it fails with {@code origin_not_allowed} and is not sent. Redirects are followed as the client is set up to, but
 * credentials stay behind at the first change of origin, in headers, query, form and cookies alike, and do not come back.
 *
 * <p>A response that shows the credentials to be expired (401, or what the strategy says) makes the connection renew them;
 * the request is repeated once if they changed and its body can be sent again. Other responses, 403 and 407 too, are
 * returned as they are.
 *
 * <p>Where tokens are bound to a client's certificate, requests show it in the TLS handshake, over connections that nothing else
 * uses; whom to trust stays the client's to say.
 *
 * <p>Where a user named the service's hosts ({@link dev.connections.Service#withPublicAddressesOnly}), calls and their redirects
 * reach public addresses alone; behind an HTTP proxy, which resolves names itself, only literals are seen.
 *
 * <p>Every failure is a {@link ConnectionIOException}, on the caller's thread and in callbacks. A request that already
 * carries what the connection would add is refused ({@code header_already_set}, {@code parameter_already_set},
 * {@code cookie_already_set}): nothing is mixed silently.
 *
 * <pre>{@code
 * OkHttpClient http = new OkHttpClient.Builder()
 *     .addInterceptor(CredentialInterceptor.of(crm))
 *     .build();
 * }</pre>
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6750#section-3.1">RFC 6750, section 3.1</a>
 */
public final class CredentialInterceptor implements Interceptor {
    private final RequestAuthorizer authorizer;
    private final Shown certificates = new Shown();

    private CredentialInterceptor(RequestAuthorizer authorizer) {
        this.authorizer = authorizer;
    }

    /**
     * Returns an interceptor.
     *
     * <p>Credentials in query, form or cookies, signed bodies and expiry told by anything but 401 need one of the SDK's own
     * connections; of others, such as decorators, it uses the headers.
     *
     * @param connection the connection whose credentials are used
     * @return the interceptor
     */
    public static CredentialInterceptor of(Connection connection) {
        Objects.requireNonNull(connection, "connection");
        return new CredentialInterceptor(
                connection instanceof RequestAuthorizer own ? own : new OtherConnection(connection));
    }

    /**
     * Sends one request with credentials.
     *
     * @param chain the call in progress
     * @return the response
     * @throws ConnectionIOException if no credentials can be had or put on this request
     * @throws IOException if the request fails
     */
    @Override
    public Response intercept(Chain chain) throws IOException {
        if (chain.connection() != null) {
            throw new ConnectionIOException(new ConnectionConfigurationException(
                    "not_a_network_interceptor",
                    "CredentialInterceptor was added with addNetworkInterceptor, where redirects would carry credentials to"
                            + " other hosts; use addInterceptor",
                    null));
        }
        return AuthorizedCall.of(authorizer, chain, certificates).send();
    }
}
