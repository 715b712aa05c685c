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
    /** Where some services still show a code instead of sending the browser anywhere: {@link #beginCopying} alone takes it. */
    String OUT_OF_BAND = "urn:ietf:wg:oauth:2.0:oob";

    @Override
    default RedirectFlow withInputs(Map<String, String> inputs) {
        var unused = AuthorizationFlow.super.withInputs(inputs);
        return this;
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
     * @param inputs values by name, as in {@link #withInputs}
     * @return as {@link #begin(String)}
     * @throws ConnectionConfigurationException if an input is unknown ({@code input_unknown}), missing ({@code input_missing})
     *     or breaks its rule ({@code input_malformed}), or as {@link #begin(String)}
     */
    default AuthorizationRequest begin(String redirectUri, Map<String, String> inputs) {
        return withInputs(inputs).begin(redirectUri);
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
     * @param parameters every value of every parameter, so that duplicates stay visible; pass all of the callback's
     *     parameters unchanged, as some services sign them ({@code callback_forged})
     * @param sessionState as in {@link #complete(URI, String)}
     * @return as {@link #complete(URI, String)}
     * @throws ConnectionException as {@link #complete(URI, String)}
     */
    Authorization complete(Map<String, List<String>> parameters, String sessionState);

    /**
     * Starts a flow whose code a person copies from a page of the service, for a tool without a redirect URI of its own. No
     * callback completes it, and no copied code completes a flow of {@link #begin(String)}: what a stranger sends somebody to
     * paste is then worth nothing.
     *
     * @param shownAt where the service shows the code, as registered there: {@link #OUT_OF_BAND}, or a page of its own as in
     *     {@link #begin(String)}
     * @return the URI to send the person to, and the state to keep until they come back; valid for 10 minutes
     * @throws ConnectionConfigurationException if that page cannot be used ({@code redirect_uri_malformed}), or codes of this
     *     service are not for copying ({@code copying_unsupported})
     * @see <a href="https://www.rfc-editor.org/rfc/rfc8252#section-7">RFC 8252, section 7, for what to prefer where a browser
     *     runs on the same machine: LoopbackReceiver of the OAuth module</a>
     */
    default AuthorizationRequest beginCopying(String shownAt) {
        throw copyingUnsupported();
    }

    /**
     * Completes a flow of {@link #beginCopying}. Blocks for the service's answer.
     *
     * @param code what the person copied, without what stands around it; blanks at its ends are dropped
     * @param sessionState the state that {@link #beginCopying} returned to <em>this</em> person
     * @return the new authorization
     * @throws ConnectionSecurityException if nothing such was begun, or too long ago ({@code flow_unknown},
     *     {@code flow_expired}), or what was begun waits for a callback ({@code flow_not_copied})
     * @throws ConnectionConfigurationException if it is no code ({@code code_malformed}), which uses nothing up
     * @throws ConnectionException as {@link #complete(URI, String)}
     */
    default Authorization completeCopied(Secret code, String sessionState) {
        throw copyingUnsupported();
    }

    /**
     * Authorizes with a code that somebody made at the service's own console for their own client, without a browser: Zoho's
     * self client calls it a grant token. There is no redirect URI, no state and no PKCE, so take one only from whoever
     * administers the client, never from an end user's page. Blocks for the service's answer.
     *
     * @param grantToken the code; it works once, for minutes
     * @return the new authorization
     * @throws ConnectionConfigurationException if it is no code ({@code code_malformed}), or this service has none such
     *     ({@code copying_unsupported})
     * @throws ConnectionException as {@link #complete(URI, String)}
     * @see <a href="https://www.zoho.com/accounts/protocol/oauth/self-client/overview.html">Zoho, self client, read
     *     2026-11-20</a>
     */
    default Authorization redeem(Secret grantToken) {
        throw copyingUnsupported();
    }

    private static ConnectionConfigurationException copyingUnsupported() {
        return new ConnectionConfigurationException(
                "copying_unsupported",
                "the codes of this service are not for copying; use begin(redirectUri) and complete(callback, state)",
                null);
    }
}
