package dev.connections.oauth.servers;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/** What Spring Authorization Server signs ID tokens with: one key at a time. */
@Configuration(proxyBeanMethods = false)
class SpringSigningKeys {
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
