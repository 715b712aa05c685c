package dev.connections.oauth.servers;

import static org.springframework.security.config.Customizer.withDefaults;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OidcConfigurer;
import org.springframework.security.oauth2.core.oidc.OidcUserInfo;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.web.SecurityFilterChain;

/** What Spring Authorization Server signs with, one key at a time, and a resource that believes what is signed so. */
@Configuration(proxyBeanMethods = false)
class SpringSigningKeys {
    static final String LEADS = "/leads";

    private volatile RSAKey key = newKey("signing-1");

    @Bean
    JWKSource<SecurityContext> signingKeys() {
        return (selector, context) -> selector.select(new JWKSet(key));
    }

    /** For the userinfo endpoint, which reads access tokens that are signed. */
    @Bean
    JwtDecoder jwtDecoder(JWKSource<SecurityContext> keys) {
        return OAuth2AuthorizationServerConfiguration.jwtDecoder(keys);
    }

    /** A resource server: bound tokens come with a proof, each of which serves once. */
    @Bean
    @Order(0)
    SecurityFilterChain leads(HttpSecurity http) {
        return http.securityMatcher(LEADS)
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .oauth2ResourceServer(resource -> resource.jwt(withDefaults()).dPoP(withDefaults()))
                .build();
    }

    /** Names users in user info alone. */
    static void nameUsers(OidcConfigurer oidc) {
        oidc.userInfoEndpoint(userInfo -> userInfo.userInfoMapper(context -> {
            String name = context.getAuthorization().getPrincipalName();
            return OidcUserInfo.builder().subject(name).preferredUsername(name).build();
        }));
    }

    void rotate() {
        key = newKey(key.getKeyID() + "-next");
    }

    private static RSAKey newKey(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
