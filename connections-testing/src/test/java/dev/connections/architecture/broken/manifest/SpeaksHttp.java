package dev.connections.architecture.broken.manifest;

import okhttp3.OkHttpClient;

final class SpeaksHttp {
    private final OkHttpClient client = new OkHttpClient();

    OkHttpClient client() {
        return client;
    }
}
