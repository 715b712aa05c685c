package dev.connections;

import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * A flow that sends the user's browser to the service and gets it back at a redirect URI.
 *
 * <p>{@code begin}, keep {@link AuthorizationRequest#state()} in the browser's session, redirect to
 * {@link AuthorizationRequest#uri()}, and {@code complete} with what arrives and the session's copy of the state.
 * Thread-safe.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-4.1">RFC 6749, section 4.1</a>
 */
public non-sealed interface RedirectFlow extends AuthorizationFlow {
    /**
     * Lists the inputs that the definition left open, such as a tenant or a subdomain; usually none.
     *
     * @return the fields to ask for before {@link #begin(String, Map)}
     */
    default List<Field> fields() {
        return List.of();
    }

    /**
     * Starts a flow: stores its pending record and returns where to send the browser.
     *
     * @param redirectUri the redirect URI registered at the service, absolute {@code https} (or loopback {@code http}),
     *     without fragment
     * @return the URI to redirect to and the state to keep in the session; valid for 10 minutes
     * @throws ConnectionConfigurationException if the redirect URI cannot be used ({@code redirect_uri_malformed})
     */
    AuthorizationRequest begin(String redirectUri);

    /**
     * Starts a flow with values for {@link #fields()}.
     *
     * @param redirectUri as in {@link #begin(String)}
     * @param inputs a value for each field, by name
     * @return as {@link #begin(String)}
     * @throws ConnectionConfigurationException if an input is unknown ({@code input_unknown}) or cannot be used
     */
    default AuthorizationRequest begin(String redirectUri, Map<String, String> inputs) {
        if (!inputs.isEmpty()) {
            throw new ConnectionConfigurationException(
                    "input_unknown",
                    "this service asks for no inputs, but got " + inputs.keySet() + "; leave them out",
                    null);
        }
        return begin(redirectUri);
    }

    /**
     * Completes the flow with the callback, the request that arrived at the redirect URI. Blocks for the service's answer.
     *
     * @param callback the full URI of the request, with its query
     * @param sessionState the state kept in <em>this</em> browser's session when the flow began
     * @return the new authorization
     * @throws ConnectionSecurityException if the callback is forged, late, replayed or of another browser
     * @throws AuthorizationDeniedException if the user or the service said no
     * @throws ConnectionProtocolException if the service's answer cannot be used
     */
    Authorization complete(URI callback, String sessionState);

    /**
     * Completes the flow with already decoded parameters, as a framework or a form post gives them.
     *
     * @param parameters every value of every parameter, so that duplicates stay visible
     * @param sessionState as in {@link #complete(URI, String)}
     * @return as {@link #complete(URI, String)}
     * @throws ConnectionException as {@link #complete(URI, String)}
     */
    Authorization complete(Map<String, List<String>> parameters, String sessionState);
}
