package dev.connections.http;

import dev.connections.ConnectionConfigurationException;
import dev.connections.internal.http.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import okhttp3.Cookie;
import okhttp3.CookieJar;
import okhttp3.HttpUrl;

/**
 * Credentials in cookies. OkHttp replaces a request's Cookie header by its cookie jar's cookies where the jar has any, so
 * these go into both.
 */
final class CredentialCookies implements CookieJar {
    private final CookieJar users;
    private final HttpUrl target;
    private final List<Part> parts;

    CredentialCookies(CookieJar users, HttpUrl target, List<Part> parts) {
        this.users = users;
        this.target = target;
        this.parts = parts;
    }

    /** Appends the parts to what the request's own Cookie headers hold. */
    static String header(List<String> present, List<Part> parts, String origin) {
        List<String> pairs = new ArrayList<>();
        present.forEach(header -> pairs.addAll(List.of(header.split("; *"))));
        for (Part part : parts) {
            if (pairs.stream().anyMatch(pair -> pair.strip().startsWith(part.name() + "="))) {
                throw new ConnectionConfigurationException(
                        "cookie_already_set",
                        "the request to " + origin + " already has the cookie " + part.name()
                                + ", which the connection sets; remove it from the request",
                        null);
            }
        }
        parts.forEach(part -> pairs.add(part.name() + "=" + part.value()));
        return String.join("; ", pairs);
    }

    @Override
    public List<Cookie> loadForRequest(HttpUrl url) {
        List<Cookie> saved = users.loadForRequest(url);
        if (saved.isEmpty() || !Origins.same(url, target)) {
            return saved;
        }
        List<Cookie> all = saved.stream()
                .filter(cookie -> parts.stream().noneMatch(part -> part.name().equals(cookie.name())))
                .collect(Collectors.toCollection(ArrayList::new));
        parts.forEach(part -> all.add(cookie(part)));
        return all;
    }

    private Cookie cookie(Part part) {
        return new Cookie.Builder()
                .hostOnlyDomain(target.host())
                .name(part.name())
                .value(part.value())
                .build();
    }

    @Override
    public void saveFromResponse(HttpUrl url, List<Cookie> cookies) {
        users.saveFromResponse(url, cookies);
    }
}
