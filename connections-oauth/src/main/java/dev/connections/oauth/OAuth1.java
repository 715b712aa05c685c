package dev.connections.oauth;

import dev.connections.CheckReturnValue;
import dev.connections.RedirectFlow;
import dev.connections.Secret;
import dev.connections.oauth.internal.oauth1.OAuth1Stages;
import dev.connections.spi.Credential;
import dev.connections.spi.CredentialStrategy;

/**
 * Begins the definition of an OAuth 1.0a service, one required value after the other.
 *
 * <pre>{@code
 * OAuth1.threeLegged()
 *     .requestTokenEndpoint("https://acme.example/oauth/request_token")
 *     .authorizationEndpoint("https://acme.example/oauth/authorize")
 *     .tokenEndpoint("https://acme.example/oauth/access_token")
 *     .client("client-key", Secret.fromEnvironment("ACME_CLIENT_SECRET"))
 * }</pre>
 *
 * <p>Every request is signed by itself: {@code credentialsFor(method, uri)} serves requests without a body, and the
 * interceptor all. Every stage is immutable and thread-safe.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5849">RFC 5849</a>
 */
public final class OAuth1 {
    private OAuth1() {}

    /**
     * Begins a service whose users authorize it in their browser, between a request token and an access token.
     *
     * @return the stage that asks for the request token endpoint
     * @see <a href="https://www.rfc-editor.org/rfc/rfc5849#section-2">RFC 5849, section 2</a>
     */
    public static NeedsRequestToken threeLegged() {
        return OAuth1Stages.begin();
    }

    /** The stage that asks where request tokens (temporary credentials) come from. */
    public interface NeedsRequestToken {
        /**
         * States the request token endpoint.
         *
         * @param uri an absolute {@code https} URI; its query is kept and signed
         * @return the next stage
         * @throws dev.connections.ConnectionConfigurationException if it cannot be used ({@code endpoint_malformed},
         *     {@code endpoint_not_https})
         * @see <a href="https://www.rfc-editor.org/rfc/rfc5849#section-2.1">RFC 5849, section 2.1</a>
         */
        NeedsAuthorize requestTokenEndpoint(String uri);

        /**
         * Permits {@code http} on loopback addresses, for tests against a server in the same machine. Everything else
         * stays {@code https}.
         *
         * @return this stage, permitting it
         */
        NeedsRequestToken withPlainHttpForLoopbackTestsOnly();
    }

    /** The stage that asks where the user's browser goes. */
    public interface NeedsAuthorize {
        /**
         * States the authorization endpoint.
         *
         * @param uri an absolute {@code https} URI; its query is kept
         * @return the next stage
         * @throws dev.connections.ConnectionConfigurationException as {@link NeedsRequestToken#requestTokenEndpoint}, and if
         *     its query holds {@code oauth_token} ({@code parameter_reserved})
         * @see <a href="https://www.rfc-editor.org/rfc/rfc5849#section-2.2">RFC 5849, section 2.2</a>
         */
        NeedsAccessToken authorizationEndpoint(String uri);
    }

    /** The stage that asks where access tokens (token credentials) come from. */
    public interface NeedsAccessToken {
        /**
         * States the token endpoint.
         *
         * @param uri an absolute {@code https} URI; its query is kept and signed
         * @return the next stage
         * @throws dev.connections.ConnectionConfigurationException as {@link NeedsRequestToken#requestTokenEndpoint}
         * @see <a href="https://www.rfc-editor.org/rfc/rfc5849#section-2.3">RFC 5849, section 2.3</a>
         */
        NeedsClient tokenEndpoint(String uri);
    }

    /** The stage that asks who the client is. */
    public interface NeedsClient {
        /**
         * States the client. It signs with {@link Signature#HMAC_SHA1} unless {@link Strategy#withSignature} says otherwise.
         *
         * @param key the client key, as registered (many services say consumer key or API key)
         * @param secret the client secret; for {@link Signature#RSA_SHA1} the private key, PKCS#8 in PEM
         * @return the finished strategy
         * @throws dev.connections.ConnectionConfigurationException if the key is blank or holds a control character
         *     ({@code client_id_malformed}), or the secret is blank ({@code client_secret_malformed})
         */
        Strategy client(String key, Secret secret);
    }

    /** What the SDK stores of one access token: the token and its secret. Opaque, immutable, prints no secret. */
    public interface Token extends Credential {}

    /**
     * OAuth 1.0a with one service: complete as it is, and every {@code with…} says one thing that the service does
     * differently. Immutable, thread-safe; authentication type {@code oauth1}.
     *
     * <p>OAuth 1 knows neither scopes nor expiry: the scopes of a connection are recorded as granted but sent only where a
     * parameter says so, and a token serves until the service answers 401; then the user must authorize again.
     */
    public interface Strategy extends CredentialStrategy<Token, RedirectFlow> {
        /**
         * Returns a copy that signs in another way than {@link Signature#HMAC_SHA1}.
         *
         * @param signature the method
         * @return the copy
         * @throws dev.connections.ConnectionConfigurationException if {@link Signature#RSA_SHA1} meets a client secret that is
         *     no RSA private key ({@code private_key_malformed})
         * @see <a href="https://www.rfc-editor.org/rfc/rfc5849#section-3.4">RFC 5849, section 3.4</a>
         */
        @CheckReturnValue
        Strategy withSignature(Signature signature);

        /**
         * Returns a copy whose requests carry the protocol parameters elsewhere than in the {@code Authorization} header.
         *
         * @param transmission where; a query or a form is seen by more eyes than a header
         * @return the copy
         * @throws dev.connections.ConnectionConfigurationException if a realm is set, which only the header carries
         *     ({@code option_not_applicable})
         * @see <a href="https://www.rfc-editor.org/rfc/rfc5849#section-3.5">RFC 5849, section 3.5</a>
         */
        @CheckReturnValue
        Strategy withTransmission(Transmission transmission);

        /**
         * Returns a copy that names a realm in its headers; the signature does not cover it.
         *
         * @param realm visible ASCII and spaces, without quotes and backslashes
         * @return the copy
         * @throws dev.connections.ConnectionConfigurationException if it cannot be sent ({@code header_malformed}), or the
         *     parameters do not travel in the header ({@code option_not_applicable})
         * @see <a href="https://www.rfc-editor.org/rfc/rfc5849#section-3.5.1">RFC 5849, section 3.5.1</a>
         */
        @CheckReturnValue
        Strategy withRealm(String realm);

        /**
         * Returns a copy that sends one more parameter to the request token endpoint, in its query and signed.
         *
         * @param name the name
         * @param value the value; no secret, for it is stored and shown in clear
         * @return the copy
         * @throws dev.connections.ConnectionConfigurationException if the name is blank or begins with {@code oauth_}
         *     ({@code parameter_reserved})
         */
        @CheckReturnValue
        Strategy withRequestTokenParameter(String name, String value);

        /**
         * Returns a copy that sends one more parameter to the authorization endpoint, such as {@code expiration=never}.
         *
         * @param name the name
         * @param value the value
         * @return the copy
         * @throws dev.connections.ConnectionConfigurationException as {@link #withRequestTokenParameter}
         */
        @CheckReturnValue
        Strategy withAuthorizationParameter(String name, String value);

        /**
         * Returns a copy that sends the redirect URI exactly as it is given, for a service that compares the callback with
         * the registered one character by character. Without it a {@code state} parameter is added, by which
         * {@link dev.connections.ConnectionsView#complete} finds the flow; with it, complete at the connection itself.
         *
         * @return the copy
         */
        @CheckReturnValue
        Strategy withExactCallback();

        /**
         * Returns a copy that finds the account's stable id in the token response, so that another account is noticed when it
         * comes back.
         *
         * @param parameter the parameter's name, such as {@code user_id}
         * @return the copy
         */
        @CheckReturnValue
        Strategy withAccountId(String parameter);

        /**
         * Returns a copy that finds the account's display name in the token response.
         *
         * @param parameter the parameter's name, such as {@code screen_name}
         * @return the copy
         */
        @CheckReturnValue
        Strategy withAccountName(String parameter);
    }

    /** How requests are signed. */
    public enum Signature {
        /** HMAC with SHA-1: what nearly all services want. */
        HMAC_SHA1("HMAC-SHA1"),
        /** HMAC with SHA-256. */
        HMAC_SHA256("HMAC-SHA256"),
        /** RSASSA-PKCS1-v1_5 with SHA-1 and the client's private key. */
        RSA_SHA1("RSA-SHA1"),
        /** Both secrets as they are: safe only as TLS is. */
        PLAINTEXT("PLAINTEXT");

        private final String registeredName;

        Signature(String registeredName) {
            this.registeredName = registeredName;
        }

        /** {@return the value of {@code oauth_signature_method}} */
        public String registeredName() {
            return registeredName;
        }
    }

    /** Where a request carries the protocol parameters. */
    public enum Transmission {
        /** In the {@code Authorization} header: what RFC 5849 prefers. */
        HEADER,
        /** In the query. */
        QUERY,
        /** In the form body, beside its own fields; requests without a form body cannot be sent. */
        FORM
    }
}
