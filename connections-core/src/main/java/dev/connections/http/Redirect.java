package dev.connections.http;

import okhttp3.Request;

/** Ends OkHttp's own following of a redirect, between {@link RedirectGuard} and {@link AuthorizedCall}. Has no stack trace. */
final class Redirect extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Request next;

    Redirect(Request next) {
        super("a redirect is followed by CredentialInterceptor", null, false, false);
        this.next = next;
    }

    Request next() {
        return next;
    }
}
