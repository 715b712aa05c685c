package dev.connections.testing.internal.service;

import dev.connections.ApiKey;
import dev.connections.ApiKeyCredential;
import dev.connections.Authorization;
import dev.connections.DirectFlow;
import dev.connections.spi.DirectStrategy;
import dev.connections.testing.internal.CanarySecret;

/** A key in a header. */
final class ApiKeyKind extends DirectKind<ApiKeyCredential> {
    @Override
    DirectStrategy<ApiKeyCredential> strategy() {
        return ApiKey.inHeader(KeyGuard.HEADER);
    }

    @Override
    public String passwordKind() {
        return "key";
    }

    @Override
    public Guard guard(Site site) {
        return new KeyGuard(site.passwords());
    }

    @Override
    public Authorization approve(DirectFlow<ApiKeyCredential> flow, Site site, String account) {
        return flow.with(ApiKeyCredential.of(secretOf(site, account)));
    }

    @Override
    public void deny(DirectFlow<ApiKeyCredential> flow, Site site) {
        flow.with(ApiKeyCredential.of(CanarySecret.of("wrong-key")));
    }
}
