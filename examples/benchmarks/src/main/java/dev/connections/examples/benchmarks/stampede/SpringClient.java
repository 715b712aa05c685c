package dev.connections.examples.benchmarks.stampede;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.AuthorizedClientServiceOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.InMemoryOAuth2AuthorizedClientService;
import org.springframework.security.oauth2.client.OAuth2AuthorizeRequest;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientProviderBuilder;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;

/** Spring Security's client, as its reference sets it up outside of a web request. */
final class SpringClient implements Client {
    private static final Authentication PRINCIPAL = new TestingAuthenticationToken("benchmark", "", List.of());

    private final List<ClientRegistration> registrations = new ArrayList<>();
    private final InMemoryOAuth2AuthorizedClientService clients;
    private final AuthorizedClientServiceOAuth2AuthorizedClientManager manager;

    SpringClient(URI tokenEndpoint, int grants) {
        for (int grant = 0; grant < grants; grant++) {
            registrations.add(registration(tokenEndpoint, grant));
        }
        var repository = new InMemoryClientRegistrationRepository(registrations);
        clients = new InMemoryOAuth2AuthorizedClientService(repository);
        manager = new AuthorizedClientServiceOAuth2AuthorizedClientManager(repository, clients);
        manager.setAuthorizedClientProvider(
                OAuth2AuthorizedClientProviderBuilder.builder().refreshToken().build());
        for (int grant = 0; grant < grants; grant++) {
            save(registrations.get(grant), new OAuth2RefreshToken(RotatingServer.firstRefreshToken(grant), expired()));
        }
    }

    private static ClientRegistration registration(URI tokenEndpoint, int grant) {
        return ClientRegistration.withRegistrationId("grant_" + grant)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .clientId("client")
                .clientSecret("secret")
                .redirectUri("https://app.example/callback")
                .authorizationUri("https://accounts.example/authorize")
                .tokenUri(tokenEndpoint.toString())
                .build();
    }

    private static Instant expired() {
        return Instant.now().minus(Duration.ofHours(1));
    }

    private void save(ClientRegistration registration, OAuth2RefreshToken refreshToken) {
        var access = new OAuth2AccessToken(
                OAuth2AccessToken.TokenType.BEARER, "expired", expired().minusSeconds(1), expired());
        clients.saveAuthorizedClient(
                new OAuth2AuthorizedClient(registration, PRINCIPAL.getName(), access, refreshToken), PRINCIPAL);
    }

    @Override
    public String token(int grant) {
        OAuth2AuthorizedClient client =
                manager.authorize(OAuth2AuthorizeRequest.withClientRegistrationId("grant_" + grant)
                        .principal(PRINCIPAL)
                        .build());
        if (client == null) {
            throw new IllegalStateException("nothing is authorized any more");
        }
        return client.getAccessToken().getTokenValue();
    }

    @Override
    public void expire() {
        for (ClientRegistration each : registrations) {
            OAuth2AuthorizedClient client = clients.loadAuthorizedClient(each.getRegistrationId(), PRINCIPAL.getName());
            if (client != null && client.getRefreshToken() != null) {
                save(each, client.getRefreshToken());
            }
        }
    }
}
