package dev.connections.oauth;

import dev.connections.CheckReturnValue;
import dev.connections.oauth.internal.definition.RequestNames;

/**
 * How a server wants its authorization requests written, and how its callbacks are read, where it differs from RFC 6749.
 * Immutable, thread-safe.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-4.1.1">RFC 6749, sections 4.1.1 and 4.1.2</a>
 */
public interface AuthorizationRequestFormat {
    /**
     * Returns the standard.
     *
     * @return the format
     */
    static AuthorizationRequestFormat standard() {
        return RequestNames.STANDARD;
    }

    /**
     * Returns a copy that sends a standard parameter under another name.
     *
     * @param standard the name in RFC 6749 or 7636, such as {@code client_id}
     * @param actual the name the server knows, such as {@code app_id}
     * @return the copy
     * @throws dev.connections.ConnectionConfigurationException if there is no such standard parameter, or the other name is
     *     blank ({@code parameter_unknown})
     */
    @CheckReturnValue
    AuthorizationRequestFormat renaming(String standard, String actual);

    /**
     * Returns a copy that leaves standard parameters out.
     *
     * @param standard their names: {@code response_type}, {@code scope} or {@code redirect_uri}
     * @return the copy
     * @throws dev.connections.ConnectionConfigurationException if the request means nothing without one, or is not safe
     *     ({@code parameter_reserved})
     */
    @CheckReturnValue
    AuthorizationRequestFormat omitting(String... standard);

    /**
     * Returns a copy that writes scopes as they are, for servers that take no {@code %2C} for a comma. Characters that
     * would end the parameter are encoded all the same.
     *
     * @return the copy
     */
    @CheckReturnValue
    AuthorizationRequestFormat withRawScopes();

    /**
     * Returns a copy whose requests have a fragment, which the server's page reads. They end in it; but where it begins
     * with a slash it is a path of the page's own router, and the parameters follow it.
     *
     * @param fragment the fragment without {@code #}: letters, digits, {@code _}, {@code /} and {@code -}
     * @return the copy
     * @throws dev.connections.ConnectionConfigurationException if it has another shape ({@code endpoint_malformed})
     */
    @CheckReturnValue
    AuthorizationRequestFormat withFragment(String fragment);

    /**
     * Returns a copy whose callbacks are signed with the client's secret: a parameter holds the HMAC-SHA256, in hexadecimal, of all
     * the others, written as <code>name=value&amp;name=value</code>, sorted, with {@code %} and {@code &} (in names {@code =} too)
     * escaped and the values of {@code name[]} as one JSON array. One that is not, or whose signature is
     * wrong, ends nothing and is refused ({@code callback_forged}).
     *
     * @param parameter the parameter, such as {@code hmac}
     * @return the copy
     * @throws dev.connections.ConnectionConfigurationException if it is blank or one of the standard's ({@code
     *     parameter_unknown}); for a client without a secret the strategy refuses it ({@code option_not_applicable})
     */
    @CheckReturnValue
    AuthorizationRequestFormat receivingSignedIn(String parameter);

    /**
     * Returns a copy that reads a standard parameter of callbacks under another name. Where that is {@code state},
     * complete the flow at its connection, for {@link dev.connections.ConnectionsView#complete} looks for the standard name.
     *
     * @param standard {@code code}, {@code state}, {@code error} or {@code error_description}
     * @param actual the name the server sends, such as {@code auth_code}
     * @return the copy
     * @throws dev.connections.ConnectionConfigurationException as {@link #renaming}
     */
    @CheckReturnValue
    AuthorizationRequestFormat receiving(String standard, String actual);
}
