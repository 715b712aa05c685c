package dev.connections.testing.internal.service;

import dev.connections.Authorization;
import dev.connections.DeviceFlow;
import dev.connections.oauth.OAuth2;
import dev.connections.spi.CredentialStrategy;
import java.util.Set;

/** A user types a code at the consent page. */
final class DeviceKind extends OAuthKind<DeviceFlow> {
    @Override
    public Set<String> grantTypes() {
        return Set.of(TokenEndpoint.DEVICE_CODE, TokenEndpoint.REFRESH_TOKEN);
    }

    @Override
    CredentialStrategy<?, DeviceFlow> strategy(Site site) {
        return OAuth2.device()
                .withPlainHttpForLoopbackTestsOnly()
                .deviceAuthorizationEndpoint(site.origin() + Paths.DEVICE_AUTHORIZATION)
                .tokenEndpoint(site.origin() + Paths.TOKEN)
                .client(Clients.CONFIDENTIAL, site.clients().secret())
                .withRevocationEndpoint(site.origin() + Paths.REVOCATION);
    }

    @Override
    public Authorization approve(DeviceFlow flow, Site site, String account) {
        DeviceFlow.Prompt prompt = flow.begin();
        var unused = site.browser().approve(prompt.verificationUriComplete().orElseThrow(), account);
        return prompt.await();
    }

    @Override
    public void deny(DeviceFlow flow, Site site) {
        DeviceFlow.Prompt prompt = flow.begin();
        var unusedPage = site.browser().deny(prompt.verificationUriComplete().orElseThrow());
        var unused = prompt.await();
    }
}
