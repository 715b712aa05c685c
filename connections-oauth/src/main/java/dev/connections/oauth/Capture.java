package dev.connections.oauth;

import dev.connections.CheckReturnValue;
import dev.connections.oauth.internal.definition.CaptureRule;

/**
 * A value that a server tells at authorization and that requests need later: a data centre, a tenant, an instance.
 * Immutable, thread-safe.
 *
 * <p>A value that names a host decides where codes and tokens are sent, so it is taken only if the definition lists that
 * host; any other ends the flow with {@code captured_host_not_allowed}, before anything is sent there.
 */
public interface Capture {
    /**
     * Captures a parameter of the callback.
     *
     * @param parameter its name
     * @return the capture, under that name
     */
    static Capture fromCallback(String parameter) {
        return CaptureRule.fromCallback(parameter);
    }

    /**
     * Captures a member of the token response.
     *
     * @param pointer a JSON pointer to a text
     * @return the capture, named as the pointer's last member
     * @throws dev.connections.ConnectionConfigurationException if it is no JSON pointer to a member
     *     ({@code pointer_malformed})
     */
    static Capture fromTokenResponse(String pointer) {
        return CaptureRule.fromTokenResponse(pointer);
    }

    /**
     * Returns a copy under another name.
     *
     * @param name the name in {@link dev.connections.Account#captured()}
     * @return the copy
     */
    @CheckReturnValue
    Capture withName(String name);

    /**
     * Returns a copy without which no authorization completes ({@code capture_missing}).
     *
     * @return the copy
     */
    @CheckReturnValue
    Capture withRequired();

    /**
     * Returns a copy whose value is the https origin of a listed host, and that takes this host.
     *
     * @param host a host name, with its port where that is not 443; {@code *.example.com} takes every host below
     * @param resourceServers origins that become the account's own resource servers when the host is seen; none for those
     *     of the service
     * @return the copy
     * @throws dev.connections.ConnectionConfigurationException if a host or origin cannot be used
     *     ({@code host_malformed}, {@code endpoint_malformed}, {@code endpoint_not_https})
     */
    @CheckReturnValue
    Capture withHost(String host, String... resourceServers);

    /**
     * Returns a copy whose origin becomes the account's own resource server; needs {@link #withHost}.
     *
     * @return the copy
     */
    @CheckReturnValue
    Capture withResourceServer();

    /**
     * Returns a copy whose origin takes the place of the token and revocation endpoints' origin for this account; needs
     * {@link #withHost} and a callback parameter.
     *
     * @return the copy
     * @throws dev.connections.ConnectionConfigurationException if the value comes from the token response
     *     ({@code option_not_applicable})
     */
    @CheckReturnValue
    Capture withTokenServer();
}
