package dev.connections.internal.http;

import dev.connections.ConnectionConfigurationException;
import dev.connections.Secret;
import dev.connections.internal.input.OpenInputs;
import dev.connections.spi.AuthClient;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import okhttp3.Call;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** One call, ready to be sent once. Confined to its caller. */
final class OneCall {
    private static final byte[] NOTHING = {};
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9-]+");
    private static final Pattern METHOD = Pattern.compile("[A-Z]+");

    private final Request request;
    private final long limitNanos;

    private OneCall(Request request, long limitNanos) {
        this.request = request;
        this.limitNanos = limitNanos;
    }

    static OneCall of(AuthClient.Call call) {
        String origin = Origins.of(call.uri());
        OpenInputs.refuseOpen(origin);
        Request.Builder builder = new Request.Builder().url(target(call.uri(), origin));
        call.contentType().ifPresent(type -> header(builder, "Content-Type", type, origin));
        for (Map.Entry<String, Secret> header : call.headers().entrySet()) {
            header(builder, header.getKey(), header.getValue().reveal(), origin);
        }
        method(builder, call, origin);
        return new OneCall(builder.build(), call.limit().toNanos());
    }

    private static HttpUrl target(URI uri, String origin) {
        HttpUrl url = HttpUrl.parse(uri.toString());
        if (url == null || uri.getRawUserInfo() != null || !Origins.of(url).equals(origin)) {
            throw new ConnectionConfigurationException(
                    "endpoint_malformed",
                    "the endpoint at " + origin
                            + " cannot be called; write an absolute https URI in ASCII without user info",
                    null);
        }
        if (!url.isHttps() && !Origins.isLoopback(url.host())) {
            throw new ConnectionConfigurationException(
                    "endpoint_not_https", "the endpoint at " + origin + " is not https; use its https address", null);
        }
        return url;
    }

    // OkHttp's own exception would quote the value.
    private static void header(Request.Builder builder, String name, String value, String origin) {
        try {
            builder.header(name, value);
        } catch (IllegalArgumentException refused) {
            throw new ConnectionConfigurationException(
                    "header_malformed",
                    "the header " + (TOKEN.matcher(name).matches() ? name : "with a malformed name")
                            + " of the request to "
                            + origin
                            + " cannot be sent: it holds a character other than visible ASCII, often a line break"
                            + " copied with a key; enter it again without",
                    null);
        }
    }

    private static void method(Request.Builder builder, AuthClient.Call call, String origin) {
        boolean wellFormed = METHOD.matcher(call.method()).matches();
        try {
            builder.method(wellFormed ? call.method() : "", body(call));
        } catch (IllegalArgumentException refused) {
            throw new ConnectionConfigurationException(
                    "method_malformed",
                    "the request to " + origin
                            + " cannot be sent: its method must be upper-case letters, and GET and HEAD"
                            + " have no body",
                    null);
        }
    }

    private static @Nullable RequestBody body(AuthClient.Call call) {
        if (call.body().isPresent()) {
            return new OneShotBody(call.body().get().reveal().getBytes(StandardCharsets.UTF_8));
        }
        return switch (call.method()) {
            case "POST", "PUT", "PATCH" -> new OneShotBody(NOTHING); // OkHttp insists on a body for these
            default -> null;
        };
    }

    AuthClient.Reply sendWith(OkHttpClient client) {
        var progress = new CallProgress();
        if (Thread.currentThread().isInterrupted()) {
            throw Failures.interrupted(Origins.of(request.url()));
        }
        Call call = client.newCall(request);
        call.timeout().timeout(limitNanos, TimeUnit.NANOSECONDS);
        call.addEventListener(progress);
        try (Response response = call.execute()) {
            return Replies.read(call, response);
        } catch (IOException failure) {
            throw Failures.of(failure, progress.sending(), Origins.of(request.url()));
        }
    }
}
