package dev.connections.testing.internal.service;

import dev.connections.Authorization;
import dev.connections.Basic;
import dev.connections.BasicCredential;
import dev.connections.DirectFlow;
import dev.connections.spi.DirectStrategy;
import dev.connections.testing.internal.CanarySecret;

/** User name and password; the account's name is the user name. */
final class BasicKind extends DirectKind<BasicCredential> {
    @Override
    DirectStrategy<BasicCredential> strategy() {
        return Basic.usernameAndPassword();
    }

    @Override
    public Guard guard(Site site) {
        return new BasicGuard(site.passwords());
    }

    @Override
    public Authorization approve(DirectFlow<BasicCredential> flow, Site site, String account) {
        return flow.with(new BasicCredential(account, secretOf(site, account)));
    }

    @Override
    public void deny(DirectFlow<BasicCredential> flow, Site site) {
        flow.with(new BasicCredential("nobody", CanarySecret.of("wrong-password")));
    }
}
