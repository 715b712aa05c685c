package dev.connections.testing.internal.service;

import dev.connections.Authorization;
import dev.connections.UnattendedFlow;

/** Nobody consents: the account is only a name for what the client gets. */
abstract class UnattendedKind extends OAuthKind<UnattendedFlow> {
    @Override
    public final Authorization approve(UnattendedFlow flow, Site site, String account) {
        site.token().clientAccount(account);
        return flow.grant();
    }

    @Override
    public final void deny(UnattendedFlow flow, Site site) {
        site.token().refuseNextClient();
        flow.grant();
    }
}
