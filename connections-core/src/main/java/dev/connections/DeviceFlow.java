package dev.connections;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A flow for devices without a browser: the user types a short code at the service's page.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8628">RFC 8628</a>
 */
public non-sealed interface DeviceFlow extends AuthorizationFlow {
    @Override
    default DeviceFlow withInputs(Map<String, String> inputs) {
        var unused = AuthorizationFlow.super.withInputs(inputs);
        return this;
    }

    /**
     * Asks the service for a code to show.
     *
     * @return what to show to the user, and how to wait
     * @throws ConnectionException if the service gives none
     */
    Prompt begin();

    /** A code shown to the user. Thread-safe. */
    interface Prompt {
        /** {@return the code the user types} */
        String userCode();

        /** {@return the {@code https} page to type it at} */
        URI verificationUri();

        /**
         * Returns the page with the code filled in, for a QR code or a link; a user who follows it must still compare the
         * code, so show it all the same.
         *
         * @return the {@code https} page, empty if the service names none
         * @see <a href="https://www.rfc-editor.org/rfc/rfc8628#section-3.3.1">RFC 8628, section 3.3.1</a>
         */
        Optional<URI> verificationUriComplete();

        /** {@return when the code stops working} */
        Instant expiresAt();

        /** {@return the least time between two polls now; the service may make it longer} */
        Duration interval();

        /**
         * Asks once whether the user has answered; before the interval is over nobody is asked.
         *
         * @return the authorization, empty while the user has not answered
         * @throws AuthorizationDeniedException if the user said no ({@code access_denied}) or the code expired
         *     ({@code expired_token})
         * @throws TransientConnectionException if the service cannot be asked now; poll again
         */
        Optional<Authorization> poll();

        /**
         * Blocks until the user has answered, polling at the service's pace.
         *
         * @return the authorization
         * @throws AuthorizationDeniedException as {@link #poll()}
         * @throws ConnectionCancelledException if the thread is interrupted; its flag is restored
         */
        Authorization await();
    }
}
