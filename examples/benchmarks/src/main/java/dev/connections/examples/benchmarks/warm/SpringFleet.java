package dev.connections.examples.benchmarks.warm;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.AuthorizedClientServiceOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.InMemoryOAuth2AuthorizedClientService;
import org.springframework.security.oauth2.client.OAuth2AuthorizeRequest;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientProviderBuilder;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AccessToken;

/** The same fleet as Spring Security keeps it: one client registration for each connection, one principal. */
record SpringFleet(OAuth2AuthorizedClientManager manager) {
    private static final Authentication PRINCIPAL = new TestingAuthenticationToken("benchmark", "", List.of());

    static SpringFleet of(String... linkNames) {
        var registrations = new HashMap<String, ClientRegistration>();
        for (String linkName : linkNames) {
            registrations.put(linkName, registration(linkName));
        }
        var repository = new InMemoryClientRegistrationRepository(registrations);
        var service = new InMemoryOAuth2AuthorizedClientService(repository);
        registrations.values().forEach(each -> service.saveAuthorizedClient(authorized(each), PRINCIPAL));
        var manager = new AuthorizedClientServiceOAuth2AuthorizedClientManager(repository, service);
        manager.setAuthorizedClientProvider(OAuth2AuthorizedClientProviderBuilder.builder()
                .authorizationCode()
                .refreshToken()
                .build());
        return new SpringFleet(manager);
    }

    private static ClientRegistration registration(String linkName) {
        return ClientRegistration.withRegistrationId(linkName)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .clientId("client")
                .clientSecret("secret")
                .redirectUri("https://app.example/callback")
                .authorizationUri("https://accounts.example/authorize")
                .tokenUri("https://accounts.example/token")
                .build();
    }

    private static OAuth2AuthorizedClient authorized(ClientRegistration registration) {
        Instant now = Instant.now();
        var token = new OAuth2AccessToken(
                OAuth2AccessToken.TokenType.BEARER,
                Fleet.token(registration.getRegistrationId()),
                now,
                now.plus(Fleet.LIFETIME));
        return new OAuth2AuthorizedClient(registration, PRINCIPAL.getName(), token);
    }

    OAuth2AuthorizeRequest request(String linkName) {
        return OAuth2AuthorizeRequest.withClientRegistrationId(linkName)
                .principal(PRINCIPAL)
                .build();
    }

    String token(OAuth2AuthorizeRequest request) {
        OAuth2AuthorizedClient client = manager.authorize(request);
        if (client == null) {
            throw new IllegalStateException("nothing is authorized");
        }
        return client.getAccessToken().getTokenValue();
    }
}
