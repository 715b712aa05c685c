package dev.connections.architecture.broken;

import dev.connections.architecture.broken.http.MayMentionOkHttp;

final class NeedsTheInterceptor {
    private final MayMentionOkHttp interceptor = client -> {};

    MayMentionOkHttp interceptor() {
        return interceptor;
    }
}
