package dev.connections.architecture.broken.spi;

import okhttp3.HttpUrl;

public interface LeaksOkHttp extends java.util.function.Supplier<HttpUrl> {}
