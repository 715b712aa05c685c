package dev.connections.internal.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
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
final class AddressGuard implements Interceptor {
    // OkHttp takes every run of digits and dots for an address and lets the system read it: 127.1 is loopback then.
    private static final Pattern NUMERIC = Pattern.compile("[0-9.]+");
    private static final Pattern DOTTED_QUAD = Pattern.compile("(?:(?:0|[1-9][0-9]{0,2})\\.){3}(?:0|[1-9][0-9]{0,2})");

    private final Set<String> allowed;

    AddressGuard(Set<String> allowed) {
        this.allowed = allowed;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        String host = chain.request().url().host();
        if (allowed.contains(host)) {
            return chain.proceed(chain.request());
        }
        if (host.indexOf(':') >= 0 || NUMERIC.matcher(host).matches()) {
            checkLiteral(host);
            return chain.proceed(chain.request());
        }
        return chain.withDns(new PublicDns(chain.getDns(), host)).proceed(chain.request());
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
