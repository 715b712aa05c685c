package dev.connections.http;

import dev.connections.ConnectionConfigurationException;
import dev.connections.internal.http.AppliedCredentials;
import dev.connections.internal.http.Part;
import java.util.List;
import okhttp3.Request;

/** Puts credentials on requests and takes them off again. */
final class Dress {
    private static final String COOKIE = "Cookie";

    private Dress() {}

    static Request on(AuthorizedCall call, AppliedCredentials applied) {
        FormFields form = applied.form().isEmpty() ? null : FormFields.of(call); // reads the body into the request
        Request bare = call.request();
        Request.Builder builder = bare.newBuilder();
        List<Part> headers = applied.headers();
        for (int i = 0; i < headers.size(); i++) { // by index: the common path makes no iterator
            header(bare, builder, headers.get(i));
        }
        if (!applied.query().isEmpty()) {
            builder.url(QueryParts.with(bare.url(), applied.query()));
        }
        if (form != null) {
            builder.method(bare.method(), form.with(applied.form()));
        }
        if (!applied.cookies().isEmpty()) {
            set(
                    builder,
                    COOKIE,
                    CredentialCookies.header(bare.headers(COOKIE), applied.cookies(), Origins.of(bare.url())));
        }
        return builder.build();
    }

    private static void header(Request bare, Request.Builder builder, Part part) {
        if (bare.header(part.name()) != null) {
            throw new ConnectionConfigurationException(
                    "header_already_set",
                    "the request to " + Origins.of(bare.url()) + " already has the header " + part.name()
                            + ", which the connection sets; remove it from the request",
                    null);
        }
        set(builder, part.name(), part.value());
    }

    // OkHttp's own exception would quote the value.
    private static void set(Request.Builder builder, String name, String value) {
        try {
            builder.addHeader(name, value);
        } catch (IllegalArgumentException refused) {
            throw new ConnectionConfigurationException(
                    "header_malformed",
                    "the credential for the header " + name.replaceAll("[^A-Za-z0-9-]", "?")
                            + " cannot be sent: it holds a"
                            + " character other than visible ASCII; connect again with a value without it",
                    null);
        }
    }

    /** Returns a follow-up of a dressed request without its credentials. */
    static Request off(Request next, Request bare, AppliedCredentials applied) {
        Request.Builder builder = next.newBuilder();
        applied.headers().forEach(part -> builder.removeHeader(part.name()));
        if (!applied.query().isEmpty()) {
            builder.url(QueryParts.without(next.url(), applied.query()));
        }
        if (!applied.form().isEmpty() && next.body() != null) {
            builder.method(next.method(), bare.body());
        }
        if (!applied.cookies().isEmpty()) {
            builder.removeHeader(COOKIE);
            bare.headers(COOKIE).forEach(cookie -> builder.addHeader(COOKIE, cookie));
        }
        return builder.build();
    }
}
