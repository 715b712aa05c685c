package dev.connections.http;

import dev.connections.ConnectionConfigurationException;
import dev.connections.internal.http.Part;
import java.io.ByteArrayOutputStream;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.RequestBody;

/** Credentials in a form body (RFC 6750, section 2.2). The caller's own fields keep their bytes. */
final class FormFields {
    private final HttpUrl url;
    private final MediaType type;
    private final byte[] fields;

    private FormFields(HttpUrl url, MediaType type, byte[] fields) {
        this.url = url;
        this.type = type;
        this.fields = fields;
    }

    static FormFields of(AuthorizedCall call) {
        RequestBody body = call.request().body();
        MediaType type = body == null ? null : body.contentType();
        if (type == null
                || !type.type().equals("application")
                || !type.subtype().equals("x-www-form-urlencoded")) {
            throw new ConnectionConfigurationException(
                    "form_body_required",
                    "the credentials for " + Origins.of(call.request().url())
                            + " travel in a form body, and the request has" + " none; send it with a FormBody",
                    null);
        }
        return new FormFields(call.request().url(), type, call.body().orElseThrow());
    }

    RequestBody with(List<Part> parts) {
        var body = new ByteArrayOutputStream();
        body.writeBytes(fields);
        for (Part part : parts) {
            if (names().contains(part.name())) {
                throw QueryParts.alreadySet(part.name(), url);
            }
            String separator = body.size() == 0 ? "" : "&";
            body.writeBytes((separator + encoded(part.name()) + "=" + encoded(part.value()))
                    .getBytes(StandardCharsets.US_ASCII));
        }
        return new KnownBody(type, body.toByteArray());
    }

    private List<String> names() {
        return Arrays.stream(new String(fields, StandardCharsets.UTF_8).split("&", -1))
                .map(pair -> decoded(pair.split("=", 2)[0]))
                .toList();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String decoded(String name) {
        try {
            return URLDecoder.decode(name, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return name;
        }
    }
}
