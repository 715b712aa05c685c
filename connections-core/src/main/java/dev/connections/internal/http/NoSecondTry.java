package dev.connections.internal.http;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * Keeps OkHttp from repeating a request without a body after 503 with {@code Retry-After: 0}. It has no switch for that, but
 * repeats on digits only: a mark before them hides them, and {@link #original} takes it away again.
 */
final class NoSecondTry implements Interceptor {
    private static final String RETRY_AFTER = "Retry-After";
    private static final String MARK = "~";

    @Override
    public Response intercept(Chain chain) throws IOException {
        Response response = chain.proceed(chain.request());
        return response.code() == 503 ? marked(response) : response;
    }

    private static Response marked(Response response) {
        Response.Builder builder = response.newBuilder().removeHeader(RETRY_AFTER);
        response.headers(RETRY_AFTER).forEach(wait -> builder.addHeader(RETRY_AFTER, MARK + wait));
        return builder.build();
    }

    /** Returns a header's value as the service sent it. */
    static String original(Response response, String name, String value) {
        boolean marked = response.code() == 503 && name.equalsIgnoreCase(RETRY_AFTER);
        return marked ? value.substring(MARK.length()) : value;
    }
}
