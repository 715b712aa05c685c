package dev.connections.architecture.broken;

import okhttp3.OkHttpClient;

/** Right: the builder is the one place outside of http that may mention OkHttp. */
public interface Connections {
    interface Builder {
        Builder httpClient(OkHttpClient client);
    }
}
