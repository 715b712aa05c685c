package dev.connections.oauth;

import dev.connections.AuthorizationRequest;
import dev.connections.oauth.internal.loopback.BrowserCommand;
import java.net.URI;

/**
 * Opens the browser that a person uses anyway, for a desktop tool or a build plugin: it knows whom they are signed in as, shows
 * whom they give their password to, and lets nobody look over its shoulder, as a window inside the tool could.
 *
 * <p>The address is handed over as one argument to the system's own opener, by no shell.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8252#section-8.12">RFC 8252, sections 6 and 8.12</a>
 */
public final class SystemBrowser {
    private SystemBrowser() {}

    /**
     * Opens the address of an authorization request.
     *
     * @param request what {@code begin} returned
     * @throws dev.connections.ConnectionException as {@link #open(URI)}
     */
    public static void open(AuthorizationRequest request) {
        open(request.uri());
    }

    /**
     * Opens an address, such as a device flow's verification URI once its user agreed to that. Does not wait for the browser.
     *
     * @param address an absolute {@code https} URI, or {@code http} on 127.0.0.1 or [::1]
     * @throws dev.connections.ConnectionSecurityException if it is anything else, which could start another program
     *     ({@code address_not_for_browsers})
     * @throws dev.connections.ConnectionConfigurationException if there is no opener here, as on a server; show the address
     *     instead ({@code browser_unavailable})
     */
    public static void open(URI address) {
        BrowserCommand.system().open(address);
    }
}
