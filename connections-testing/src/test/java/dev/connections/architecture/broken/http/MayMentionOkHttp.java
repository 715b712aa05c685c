package dev.connections.architecture.broken.http;

import okhttp3.OkHttpClient;

/** Right. */
public interface MayMentionOkHttp {
    void intercept(OkHttpClient client);
}
