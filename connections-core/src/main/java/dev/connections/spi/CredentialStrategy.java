package dev.connections.spi;

import dev.connections.AuthorizationFlow;
import dev.connections.Choice;
import dev.connections.Secret;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How one kind of authentication works: the credential it stores, the flow that gets one, how a request carries it.
 * Immutable and thread-safe.
 *
 * @param <C> the stored credential
 * @param <F> the flow
 */
public interface CredentialStrategy<C extends Credential, F extends AuthorizationFlow> {
    /** {@return the stable name of the kind; yours contains a dot, such as {@code example.hmac}} */
    String authenticationType();

    /**
     * Returns the flow for one authorization.
     *
     * @param context what the flow needs
     * @return the flow; nothing happens yet
     */
    F flow(StrategyContext<C> context);

    /**
     * Puts a credential on a request.
     *
     * @param credential the credential
     * @param request the request
     */
    void apply(C credential, OutgoingRequest request);

    /** {@return how the credential is stored} */
    CredentialCodec<C> codec();

    /** {@return what a {@link StrategyProvider} needs to make this strategy again} */
    default StrategyProvider.Settings settings() {
        return StrategyProvider.Settings.none();
    }

    /** {@return how to renew a credential; empty if it lasts until it is replaced} */
    default Optional<Refresher<C>> refresher() {
        return Optional.empty();
    }

    /** {@return how to end a credential at the service; empty if it cannot be} */
    default Optional<Revoker<C>> revoker() {
        return Optional.empty();
    }

    /** {@return how to ask the service whether a credential is good, without using it; empty if it cannot be asked} */
    default Optional<Introspector<C>> introspector() {
        return Optional.empty();
    }

    /** {@return how an account's place at the service is chosen, where it reaches several; empty if there is nothing to choose} */
    default Optional<Chooser<C>> chooser() {
        return Optional.empty();
    }

    /**
     * Judges a response to a request that carried the credential; 401 means expired unless overridden.
     *
     * @param credential what was sent
     * @param response what came back
     * @return the verdict
     */
    default Verdict inspect(C credential, IncomingResponse response) {
        return response.status() == 401 ? Verdict.EXPIRED : Verdict.ACCEPTED;
    }

    /**
     * Returns the certificate that requests with the credential must show in the TLS handshake, for a service that takes it from
     * nobody else. The OkHttp interceptor and the SDK's own requests show it to the resource servers.
     *
     * @param credential the credential
     * @return the certificate and its key; empty for none
     * @see <a href="https://www.rfc-editor.org/rfc/rfc8705#section-3">RFC 8705, section 3</a>
     */
    default Optional<AuthClient.Identity> identity(C credential) {
        return Optional.empty();
    }

    /** {@return what pages and manifests show, such as {@code authorization_endpoint}; no secret} */
    default Map<String, String> facts() {
        return Map.of();
    }

    /** {@return how it is run to be explained; as it is unless overridden} */
    default Rehearsal<C, F> rehearsal() {
        return Rehearsal.of(this);
    }

    /** What a response says about the credential. */
    enum Verdict {
        /** Nothing is wrong with it. */
        ACCEPTED,
        /** It must be refreshed; the request may be repeated once with the new one. */
        EXPIRED,
        /** The same credential must be applied again, for example with a new nonce, and the request repeated once. */
        RETRY
    }

    /**
     * Ends a credential at the service.
     *
     * @param <C> the credential
     */
    @FunctionalInterface
    interface Revoker<C extends Credential> {
        /**
         * Asks the service to end the credential. The local record goes whatever happens here.
         *
         * @param credential the credential
         * @param context definition, clock and HTTP
         * @return what the service answered, cleaned; reported to the caller
         * @throws dev.connections.ConnectionException if the service did not; reported, not thrown on
         */
        String revoke(C credential, StrategyContext<C> context);
    }

    /**
     * Lists the places that an account reaches, of which its requests name one. With one alone the SDK takes it when a flow is
     * completed; of several a person takes one with {@link dev.connections.AuthorizedConnection#choose}.
     *
     * @param <C> the credential
     */
    interface Chooser<C extends Credential> {
        /** {@return the name under which {@link OutgoingRequest#captured} tells what was chosen} */
        String name();

        /**
         * Asks the service. One short request; blocks.
         *
         * @param credential a credential that has not expired
         * @param context definition, clock and HTTP
         * @return the places, in the service's order
         * @throws dev.connections.ConnectionException if it did not say them
         */
        List<Choice> choices(C credential, StrategyContext<C> context);

        /**
         * Returns the resource servers of an account for which a choice was made, the API base first.
         *
         * @param choice one of {@link #choices}
         * @return absolute URIs; empty for those that the account has
         */
        List<String> resourceServers(Choice choice);
    }

    /**
     * Asks the service about a credential. Used by {@link dev.connections.AuthorizedConnection#test()} where the service has no
     * request to try it with.
     *
     * @param <C> the credential
     */
    @FunctionalInterface
    interface Introspector<C extends Credential> {
        /**
         * Asks the service whether a credential is good. One short request; blocks.
         *
         * @param credential the credential
         * @param context definition, clock and HTTP
         * @return what the service said; empty if it turns out that it cannot be asked
         * @throws dev.connections.ConnectionException if it did not say it
         */
        Optional<Introspection> introspect(C credential, StrategyContext<C> context);
    }

    /**
     * What a service says of a credential.
     *
     * @param active whether it is good
     * @param scopes what it may be used for; empty if the service does not say
     * @param expiresAt when it ends; empty if the service does not say
     * @see <a href="https://www.rfc-editor.org/rfc/rfc7662#section-2.2">RFC 7662, section 2.2</a>
     */
    record Introspection(boolean active, Optional<Set<String>> scopes, Optional<Instant> expiresAt) {
        /**
         * Copies the scopes.
         *
         * @param active as the component
         * @param scopes as the component
         * @param expiresAt as the component
         */
        public Introspection {
            scopes = scopes.map(Set::copyOf);
        }
    }

    /**
     * Stores a credential as named secrets. Reads every version it ever wrote.
     *
     * @param <C> the credential
     */
    interface CredentialCodec<C extends Credential> {
        /** {@return the version that {@link #write} writes} */
        int version();

        /**
         * Takes a credential apart.
         *
         * @param credential the credential
         * @return its parts by stable name
         */
        Map<String, Secret> write(C credential);

        /**
         * Puts a credential together.
         *
         * @param version the version that wrote the parts
         * @param values the parts
         * @return the credential
         */
        C read(int version, Map<String, Secret> values);
    }
}
