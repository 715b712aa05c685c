package dev.connections.testing;

import dev.connections.Secret;
import dev.connections.testing.MockService.Endpoint;
import dev.connections.testing.MockService.Fault;
import dev.connections.testing.MockService.Hold;
import dev.connections.testing.MockService.ReceivedRequest;
import dev.connections.testing.MockService.TokenRequest;
import java.util.List;

/** Who calls a mock service, what goes wrong there, and what it received. A part of {@link MockService}. */
public interface MockTraffic {
    /**
     * {@return the id of the registered client, which authenticates by {@code client_secret_basic},
     * {@code client_secret_post}, {@code client_secret_jwt} or {@code private_key_jwt}}
     */
    String clientId();

    /** {@return that client's secret; it holds characters that must be encoded} */
    Secret clientSecret();

    /** {@return that client's RSA private key as PKCS#8 in PEM, for what it signs instead of using its secret} */
    Secret clientKey();

    /** {@return the id of the registered client that has no secret} */
    String publicClientId();

    /**
     * Returns what the service accepts from an account now: the newest access token, the password or the key.
     *
     * @param account the account's name
     * @return the secret; for Basic and API key it is made at the first ask
     * @throws IllegalStateException if the account has no token
     */
    Secret secretOf(String account);

    /**
     * Lets the next request fail: at the token endpoint, or at the resource for a service without one. Several faults queue.
     *
     * @param fault what happens
     */
    void failNext(Fault fault);

    /**
     * Lets the next request to an endpoint fail.
     *
     * @param endpoint the endpoint
     * @param fault what happens
     */
    void failNext(Endpoint endpoint, Fault fault);

    /**
     * Keeps the next request to an endpoint waiting until it is released or the service stops.
     *
     * @param endpoint the endpoint
     * @return the handle to wait for its arrival and to release it
     */
    Hold holdNext(Endpoint endpoint);

    /** Ends every access token before its time: the resource answers 401 {@code invalid_token}. Refresh tokens live on. */
    void expireTokens();

    /**
     * Ends everything an account granted, as its owner can at the service: tokens, refresh tokens, password, key.
     *
     * @param account the account's name
     */
    void revokeAtService(String account);

    /** {@return the requests to the token endpoint, in the order they were answered} */
    List<TokenRequest> tokenRequests();

    /** {@return every request to any place of this service, in the order they were answered: a list that says nothing else came} */
    List<ReceivedRequest> requests();

    /** {@return the requests to protected resources, in the order they were answered} */
    List<ReceivedRequest> resourceRequests();

    /** {@return the requests to the revocation endpoint, in the order they were answered (RFC 7009)} */
    List<ReceivedRequest> revocationRequests();
}
