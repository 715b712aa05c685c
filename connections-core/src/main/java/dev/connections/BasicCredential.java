package dev.connections;

import dev.connections.spi.Credential;
import java.util.Objects;

/**
 * A user name and a password.
 *
 * @param username the user name
 * @param password the password
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7617">RFC 7617</a>
 */
public record BasicCredential(String username, Secret password) implements Credential {
    /**
     * Refuses null; the strategy that uses it checks the values.
     *
     * @param username as the component
     * @param password as the component
     */
    public BasicCredential {
        Objects.requireNonNull(username, "username");
        Objects.requireNonNull(password, "password");
    }
}
