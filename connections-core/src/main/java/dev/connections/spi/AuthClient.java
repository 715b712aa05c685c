package dev.connections.spi;

import dev.connections.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Bounded HTTP for flows: one call is one request. Follows no redirect, repeats nothing, keeps no cookies and no cache,
 * decompresses at most 1 MiB, ends after the call's time limit. Thread-safe; blocks.
 */
public interface AuthClient {
    /**
     * Sends one request.
     *
     * @param call the request
     * @return the reply, whatever its status
     * @throws dev.connections.TransientConnectionException if the service cannot be reached or does not answer in time; its
     *     {@code outcomeUnknown} says whether the request may have arrived
     * @throws dev.connections.ConnectionSecurityException if TLS fails ({@code tls_failed}) or the address is refused
     *     ({@code address_not_allowed})
     * @throws dev.connections.ConnectionConfigurationException if the identity cannot be used ({@code certificate_malformed},
     *     {@code private_key_malformed})
     * @throws dev.connections.ConnectionProtocolException if the reply is larger than 1 MiB ({@code response_too_large})
     */
    Reply send(Call call);

    /**
     * Returns a client that refuses loopback, private and other special addresses, unless the builder allows the host: for
     * hosts that a user or a server named.
     *
     * @return the guarded client
     */
    AuthClient publicAddressesOnly();

    /** One request. Immutable; prints method and origin only. */
    interface Call {
        /** How long a call may take unless it says otherwise. */
        Duration DEFAULT_LIMIT = Duration.ofSeconds(10);

        /** {@return the method} */
        String method();

        /** {@return the target} */
        URI uri();

        /** {@return the headers by name} */
        Map<String, Secret> headers();

        /** {@return the body's media type, empty without a body} */
        Optional<String> contentType();

        /** {@return the body, empty for none} */
        Optional<Secret> body();

        /** {@return the certificate the client shows in the TLS handshake, empty for none} */
        Optional<Identity> identity();

        /** {@return how long the whole call may take} */
        Duration limit();

        /**
         * Returns a copy with a header.
         *
         * @param name the name
         * @param value the value
         * @return the copy
         */
        Call withHeader(String name, Secret value);

        /**
         * Returns a copy whose client shows a certificate. Connections are never shared between certificates.
         *
         * @param identity the certificate and its key
         * @return the copy
         * @see <a href="https://www.rfc-editor.org/rfc/rfc8705#section-2">RFC 8705, section 2</a>
         */
        Call withIdentity(Identity identity);

        /**
         * Returns a copy with another limit.
         *
         * @param limit how long the whole call may take; positive
         * @return the copy
         */
        Call withLimit(Duration limit);

        /**
         * Returns a request without a body.
         *
         * @param method the method in upper case
         * @param uri the target
         * @return the request
         */
        static Call of(String method, URI uri) {
            return BoundedCall.of(method, uri);
        }

        /**
         * Returns a POST.
         *
         * @param uri the target
         * @param contentType the body's media type
         * @param body the body, sent as UTF-8
         * @return the request
         */
        static Call post(URI uri, String contentType, Secret body) {
            return BoundedCall.post(uri, contentType, body);
        }
    }

    /**
     * A client's certificate and its key, as text that can be stored. Prints nothing of itself.
     *
     * @param certificateChain the certificates in PEM, the client's own first
     * @param privateKey the key as {@link PrivateKeys} reads it, RSA or EC
     */
    record Identity(String certificateChain, Secret privateKey) {
        /**
         * Refuses null.
         *
         * @param certificateChain as the component
         * @param privateKey as the component
         */
        public Identity {
            Objects.requireNonNull(certificateChain, "certificateChain");
            Objects.requireNonNull(privateKey, "privateKey");
        }

        @Override
        public String toString() {
            return "Identity";
        }
    }

    /**
     * What came back. Prints its status only.
     *
     * @param status the HTTP status
     * @param headers every value by lower-case name
     * @param body the decompressed body; not copied, do not change it
     */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody; a copy would cost every read
    record Reply(int status, Map<String, List<String>> headers, byte[] body) {
        /**
         * Copies the headers.
         *
         * @param status as the component
         * @param headers as the component
         * @param body as the component
         */
        public Reply {
            headers = Map.copyOf(headers);
        }

        /**
         * Returns a header that was sent once.
         *
         * @param lowerCaseName the name in lower case
         * @return the value; empty if absent or sent several times
         */
        public Optional<String> header(String lowerCaseName) {
            List<String> values = headers.getOrDefault(lowerCaseName, List.of());
            return values.size() == 1 ? Optional.of(values.get(0)) : Optional.empty();
        }

        @Override
        public String toString() {
            return "Reply[" + status + "]";
        }
    }
}
