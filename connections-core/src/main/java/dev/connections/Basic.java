package dev.connections;

import dev.connections.internal.strategy.BasicStrategy;
import dev.connections.spi.DirectStrategy;

/**
 * User name and password, in the {@code Authorization} header unless the service wants them elsewhere. Immutable.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7617">RFC 7617</a>
 */
public interface Basic extends DirectStrategy<BasicCredential> {
    /** {@return the strategy that asks for {@code username} and {@code password}} */
    static Basic usernameAndPassword() {
        return BasicStrategy.header(Field.text("username", "User name"), Field.secret("password", "Password"));
    }

    /**
     * Returns the strategy with the service's own parameters.
     *
     * @param username Actual Parameter and Display Name of the user name
     * @param password Actual Parameter and Display Name of the password
     * @return the strategy
     * @throws ConnectionConfigurationException if both have one name or the password is not secret
     *     ({@code parameter_malformed})
     */
    static Basic fields(Field username, Field password) {
        return BasicStrategy.header(username, password);
    }

    /** {@return a copy that sends both as query parameters, under their Actual Parameters} */
    @CheckReturnValue
    Basic inQuery();

    /** {@return a copy that sends both as form fields, under their Actual Parameters} */
    @CheckReturnValue
    Basic inForm();
}
