package dev.connections;

import java.util.Map;

/** A flow without a user, such as client credentials. Thread-safe. */
public non-sealed interface UnattendedFlow extends AuthorizationFlow {
    @Override
    default UnattendedFlow withInputs(Map<String, String> inputs) {
        var unused = AuthorizationFlow.super.withInputs(inputs);
        return this;
    }

    /**
     * Asks the service for a credential now and stores it. Blocks for the service's answer.
     *
     * @return the new authorization
     * @throws ConnectionException if the service gives none
     * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-4.4">RFC 6749, section 4.4</a>
     */
    Authorization grant();
}
