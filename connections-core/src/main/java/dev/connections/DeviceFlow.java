package dev.connections;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A flow for devices without a browser: the user types a short code at the service's page.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8628">RFC 8628</a>
 */
public non-sealed interface DeviceFlow extends AuthorizationFlow {
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

        /** {@return when the code stops working} */
        Instant expiresAt();

        /** {@return the least time between two polls} */
        Duration interval();

        /**
         * Asks once whether the user has answered.
         *
         * @return the authorization, empty while the user has not answered
         * @throws AuthorizationDeniedException if the user said no or the code expired
         */
        Optional<Authorization> poll();

        /**
         * Blocks until the user has answered, polling at the service's pace.
         *
         * @return the authorization
         * @throws AuthorizationDeniedException if the user said no or the code expired
         * @throws ConnectionCancelledException if the thread is interrupted; its flag is restored
         */
        Authorization await();
    }
}
