package dev.connections.oauth.servers;

import static org.springframework.security.config.Customizer.withDefaults;

import dev.connections.oauth.servers.Registrations.Client;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.OAuth2TokenFormat;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;

/**
 * The registrations as Spring Authorization Server is told them.
 *
 * <p>OpenID Connect stays off unless {@link SpringSigningKeys} are there, so that the only metadata is that of RFC 8414, and
 * access tokens are opaque: both are what Keycloak is not.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class SpringServerConfiguration {
    private static final int WEAKEST_COST = 4; // the tests hash a handful of known texts: cost is only time

    @Bean
    @Order(1)
    SecurityFilterChain authorizationServer(HttpSecurity http, ObjectProvider<SpringSigningKeys> signing) {
        http.oauth2AuthorizationServer(server -> {
            signing.ifAvailable(keys -> server.oidc(SpringSigningKeys::nameUsers));
            server.pushedAuthorizationRequestEndpoint(withDefaults());
            server.deviceAuthorizationEndpoint(withDefaults());
            server.deviceVerificationEndpoint(withDefaults());
            http.securityMatcher(server.getEndpointsMatcher());
        });
        http.authorizeHttpRequests(requests -> requests.anyRequest().authenticated());
        http.exceptionHandling(
                failures -> failures.authenticationEntryPoint(new LoginUrlAuthenticationEntryPoint("/login")));
        return http.build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain login(HttpSecurity http) {
        return http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .formLogin(withDefaults())
                .build();
    }

    /** Without an issuer of its own the server takes that of each request: the port is not known yet. */
    @Bean
    AuthorizationServerSettings settings() {
        return AuthorizationServerSettings.builder().build();
    }

    @Bean
    PasswordEncoder passwordEncoder() {
        return new BCryptPasswordEncoder(WEAKEST_COST);
    }

    @Bean
    UserDetailsService users(PasswordEncoder encoder) {
        return new InMemoryUserDetailsManager(user(Registrations.ALICE, encoder), user(Registrations.BOB, encoder));
    }

    private static UserDetails user(Registrations.User user, PasswordEncoder encoder) {
        return User.withUsername(user.name())
                .password(encoder.encode(user.password()))
                .roles("USER")
                .build();
    }

    @Bean
    RegisteredClientRepository clients(PasswordEncoder encoder) {
        return new InMemoryRegisteredClientRepository(
                interactive(Registrations.WEB, encoder, false),
                interactive(Registrations.ASKING, encoder, true),
                interactive(Registrations.PUBLIC, encoder, false),
                signed(Registrations.NAMING, encoder),
                RegisteredClient.from(interactive(Registrations.BOUND, encoder, false))
                        .tokenSettings(TokenSettings.builder()
                                .accessTokenFormat(OAuth2TokenFormat.SELF_CONTAINED)
                                .accessTokenTimeToLive(Registrations.BOUND_LIFETIME)
                                .reuseRefreshTokens(false)
                                .build())
                        .build(),
                confidential(Registrations.JOBS, encoder)
                        .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                        .scope(Registrations.SCOPE)
                        .build(),
                confidential(Registrations.DEVICE, encoder)
                        .authorizationGrantType(AuthorizationGrantType.DEVICE_CODE)
                        .scope(Registrations.SCOPE)
                        .build(),
                client(Registrations.SIGNING)
                        .clientAuthenticationMethod(ClientAuthenticationMethod.PRIVATE_KEY_JWT)
                        .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                        .scope(Registrations.SCOPE)
                        .clientSettings(ClientSettings.builder()
                                .jwkSetUrl(ClientKeys.PUBLISHED.uri().toString())
                                .tokenEndpointAuthenticationSigningAlgorithm(SignatureAlgorithm.RS256)
                                .build())
                        .build(),
                certified(Registrations.CERTIFIED),
                confidential(Registrations.API, encoder)
                        .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                        .build());
    }

    /** The userinfo endpoint reads nothing but signed tokens. */
    private static RegisteredClient signed(Client client, PasswordEncoder encoder) {
        return RegisteredClient.from(interactive(client, encoder, false))
                .tokenSettings(TokenSettings.builder()
                        .accessTokenFormat(OAuth2TokenFormat.SELF_CONTAINED)
                        .build())
                .build();
    }

    private static RegisteredClient certified(Client client) {
        return client(client)
                .clientAuthenticationMethod(ClientAuthenticationMethod.TLS_CLIENT_AUTH)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .scope(Registrations.SCOPE)
                .clientSettings(ClientSettings.builder()
                        .x509CertificateSubjectDN("CN=" + client.id())
                        .build())
                .tokenSettings(TokenSettings.builder()
                        .accessTokenFormat(OAuth2TokenFormat.SELF_CONTAINED)
                        .x509CertificateBoundAccessTokens(true)
                        .build())
                .build();
    }

    private static RegisteredClient interactive(Client client, PasswordEncoder encoder, boolean consent) {
        return (client.secret().isPresent() ? confidential(client, encoder) : publicClient(client))
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN)
                .authorizationGrantType(AuthorizationGrantType.TOKEN_EXCHANGE)
                .redirectUri(Registrations.REDIRECT_URI)
                .scope(Registrations.SCOPE)
                .scope(OidcScopes.OPENID)
                .scope(OidcScopes.PROFILE)
                .clientSettings(ClientSettings.builder()
                        .requireProofKey(true)
                        .requireAuthorizationConsent(consent)
                        .build())
                .build();
    }

    private static RegisteredClient.Builder confidential(Client client, PasswordEncoder encoder) {
        return client(client)
                .clientSecret(encoder.encode(client.requiredSecret()))
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST);
    }

    private static RegisteredClient.Builder publicClient(Client client) {
        return client(client).clientAuthenticationMethod(ClientAuthenticationMethod.NONE);
    }

    private static RegisteredClient.Builder client(Client client) {
        return RegisteredClient.withId(UUID.randomUUID().toString())
                .clientId(client.id())
                .tokenSettings(TokenSettings.builder()
                        .accessTokenFormat(OAuth2TokenFormat.REFERENCE)
                        .reuseRefreshTokens(false)
                        .build());
    }
}
