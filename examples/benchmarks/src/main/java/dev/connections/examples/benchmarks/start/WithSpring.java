package dev.connections.examples.benchmarks.start;

import java.util.List;
import java.util.Map;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.oauth2.client.AuthorizedClientServiceOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.InMemoryOAuth2AuthorizedClientService;
import org.springframework.security.oauth2.client.OAuth2AuthorizeRequest;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientProviderBuilder;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.web.client.RestClient;

/** Spring Security's OAuth 2 client and Spring's REST client, without a container. */
public final class WithSpring {
    private static final String REGISTRATION = "cold-start";

    private WithSpring() {}

    public static void main(String... arguments) {
        FirstRequest first = FirstRequest.of(arguments);
        OAuth2AuthorizedClient client = manager(registration(first))
                .authorize(OAuth2AuthorizeRequest.withClientRegistrationId(REGISTRATION)
                        .principal(new TestingAuthenticationToken("benchmark", "", List.of()))
                        .build());
        if (client == null) {
            throw new IllegalStateException("nothing was authorized");
        }
        var response = RestClient.create()
                .get()
                .uri(first.resource())
                .headers(
                        headers -> headers.setBearerAuth(client.getAccessToken().getTokenValue()))
                .retrieve()
                .toBodilessEntity();
        FirstRequest.require(response.getStatusCode().is2xxSuccessful());
    }

    private static AuthorizedClientServiceOAuth2AuthorizedClientManager manager(ClientRegistration registration) {
        var registrations = new InMemoryClientRegistrationRepository(Map.of(REGISTRATION, registration));
        var manager = new AuthorizedClientServiceOAuth2AuthorizedClientManager(
                registrations, new InMemoryOAuth2AuthorizedClientService(registrations));
        manager.setAuthorizedClientProvider(OAuth2AuthorizedClientProviderBuilder.builder()
                .clientCredentials()
                .build());
        return manager;
    }

    private static ClientRegistration registration(FirstRequest first) {
        return ClientRegistration.withRegistrationId(REGISTRATION)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .clientId(FirstRequest.CLIENT_ID)
                .clientSecret(FirstRequest.CLIENT_SECRET)
                .scope(FirstRequest.SCOPE)
                .tokenUri(first.tokenEndpoint().toString())
                .build();
    }
}
