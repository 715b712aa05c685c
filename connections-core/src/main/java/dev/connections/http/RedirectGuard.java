package dev.connections.http;

import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Takes every redirect of an authorized call out of OkHttp's hands before it is sent. An application interceptor stands above
 * OkHttp's following of redirects, which drops only the Authorization header where the origin changes, and has no switch for
 * it in its chain; this event comes between the decision to follow and the next request, which throwing prevents.
 *
 * <p>Rejected: a network interceptor, which users would have to install beside; a cookie jar, which sees each URL too but
 * costs each call a copy of the chain. {@link AuthorizedCall} checks afterwards where the response came from.
 */
final class RedirectGuard extends EventListener {
    static final RedirectGuard INSTANCE = new RedirectGuard();

    private RedirectGuard() {}

    @Override
    public void followUpDecision(Call call, Response networkResponse, @Nullable Request nextRequest) {
        if (nextRequest != null && leads(networkResponse, nextRequest)) {
            throw new Redirect(nextRequest);
        }
    }

    // What is left to OkHttp is a repetition, after 408 or 503 or by the user's authenticator.
    private static boolean leads(Response response, Request next) {
        return response.isRedirect() || !next.url().equals(response.request().url());
    }
}
