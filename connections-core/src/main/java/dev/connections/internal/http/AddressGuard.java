package dev.connections.internal.http;

import dev.connections.ConnectionException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import okhttp3.Dns;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * Refuses targets with special addresses. Looks at literals itself, because OkHttp resolves those without {@link Dns}, and
 * at names in the one resolution that the connection is made with, so that a second answer cannot differ. Behind an HTTP
 * proxy the proxy resolves names: then only literals are seen here.
 */
public final class AddressGuard implements Interceptor {
    // OkHttp takes every run of digits and dots for an address and lets the system read it: 127.1 is loopback then.
    private static final Pattern NUMERIC = Pattern.compile("[0-9.]+");
    private static final Pattern DOTTED_QUAD = Pattern.compile("(?:(?:0|[1-9][0-9]{0,2})\\.){3}(?:0|[1-9][0-9]{0,2})");

    private final Set<String> allowed;

    AddressGuard(Set<String> allowed) {
        this.allowed = allowed;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        return on(chain, chain.request().url().host()).proceed(chain.request());
    }

    /**
     * Returns the rest of a call, which reaches a host at public addresses only.
     *
     * @param chain the call so far, of an application interceptor
     * @param host the host of the request that is sent next
     * @return the rest
     * @throws IOException if the host is a literal of a special address ({@link #refusal})
     */
    public Chain on(Chain chain, String host) throws IOException {
        if (allowed.contains(host)) {
            return chain;
        }
        if (host.indexOf(':') >= 0 || NUMERIC.matcher(host).matches()) {
            checkLiteral(host);
            return chain;
        }
        return chain.withDns(new PublicDns(chain.getDns(), host));
    }

    /**
     * Says what a failure of a guarded call means, if it was the guard's.
     *
     * @param failure what the call failed with
     * @param origin where the request was going
     * @return the refusal; empty for every other failure
     */
    public static Optional<ConnectionException> refusal(IOException failure, String origin) {
        return failure instanceof Refused ? Optional.of(Failures.addressNotAllowed(origin)) : Optional.empty();
    }

    private static void checkLiteral(String host) throws IOException {
        boolean canonical = host.indexOf(':') >= 0 || DOTTED_QUAD.matcher(host).matches();
        if (!canonical || SpecialAddresses.contains(InetAddress.getByName(host))) {
            throw new Refused();
        }
    }

    /**
     * Resolves the target to public addresses only. Other names are those of proxies, which may be private. Equal for equal
     * targets, so that pooled connections are found again.
     */
    private record PublicDns(Dns users, String target) implements Dns {
        @Override
        public List<InetAddress> lookup(String hostname) throws UnknownHostException {
            List<InetAddress> addresses = users.lookup(hostname);
            if (hostname.equals(target) && addresses.stream().anyMatch(SpecialAddresses::contains)) {
                throw new Refused();
            }
            return addresses;
        }
    }

    /** The target has a special address. */
    static final class Refused extends UnknownHostException {
        private static final long serialVersionUID = 1L;

        Refused() {
            super("special address");
        }
    }
}
