package dev.connections.spi;

import dev.connections.CheckReturnValue;
import dev.connections.ConnectionException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Renews a credential. The SDK decides when, makes sure only one refresh runs, and stores the result before anybody sees it.
 *
 * @param <C> the credential
 */
public interface Refresher<C extends Credential> {
    /** The code of a {@link Outcome.Rejected} where the credential has nothing to refresh with: used to its end, then EXPIRED. */
    String NO_REFRESH_TOKEN = "no_refresh_token";

    /**
     * Says how long a credential is valid.
     *
     * @param credential the credential
     * @return its validity
     */
    Validity validity(C credential);

    /**
     * Says by when a credential must have been renewed lest the service forgets it because nobody used it. Known to
     * {@link dev.connections.ConnectionsView#nextMaintenance}; use of the credential does not look at it.
     *
     * @param credential the credential
     * @return when to renew it at the latest, with time to spare; empty if the service forgets nothing
     */
    default Optional<Instant> keepAliveBy(C credential) {
        return Optional.empty();
    }

    /**
     * Says when the service ends an authorization whatever is renewed until then, so that its user must act before. Told by
     * {@link dev.connections.Authorization#lastsUntil}.
     *
     * @param credential the credential
     * @return when; empty if the service said nothing of the kind
     */
    default Optional<Instant> lastsUntil(C credential) {
        return Optional.empty();
    }

    /**
     * Says whether a refresh may use the credential up.
     *
     * @param credential the credential
     * @return true if a second refresh with the same credential may be refused; false if it is repeatable
     */
    boolean rotates(C credential);

    /**
     * Makes one request to the service and salvages what it answers; everything else waits for {@link #verify}.
     *
     * @param current the credential to renew
     * @param context definition, clock and HTTP
     * @return the outcome; failures are returned, not thrown
     */
    Outcome<C> refresh(C current, StrategyContext<C> context);

    /**
     * Says whether a failure that comes again and again will not pass by itself, such as a page of a proxy in place of the
     * service's answer. The third in a row of one code is told to callers as a
     * {@link dev.connections.ConnectionProtocolException}; pauses between tries, and what is stored, stay as they are.
     *
     * @param failure what a refresh ended with
     * @return false unless overridden
     */
    default boolean lasts(ConnectionException failure) {
        return false;
    }

    /**
     * Checks a renewed credential after it is stored. A {@link dev.connections.ConnectionSecurityException} puts the
     * authorization on SECURITY_HOLD, and so does an exception that is none of the SDK's own. Any other {@link
     * ConnectionException} gives no verdict, and the credential is used: it may only say that what would confirm the
     * credential is away, or is a page of a proxy.
     *
     * @param before the credential that was renewed
     * @param after the stored credential
     * @param context definition, clock and HTTP
     */
    default void verify(C before, C after, StrategyContext<C> context) {}

    /**
     * Names the tokens that are made of an account's main token when somebody asks for them, beside those that a flow brings:
     * one for each resource server, where a token is good for one alone. They are renewed in the same way.
     *
     * @return their names; none unless overridden
     */
    default Set<String> derivedTokens() {
        return Set.of();
    }

    /**
     * Says whether a stored token is still the one that the definition describes under its name.
     *
     * @param name one of {@link #derivedTokens}
     * @param stored the token
     * @return false to make it anew; true unless overridden
     */
    default boolean describes(String name, C stored) {
        return true;
    }

    /**
     * Makes one request to the service for a derived token, as {@link #refresh} does, and salvages what it answers. The SDK holds
     * the main token's lease meanwhile, and stores that before the derived one: a refresh token that rotates is lost nowhere, and
     * a crash between the two makes the derived token again.
     *
     * @param main the account's main token
     * @param name one of {@link #derivedTokens}
     * @param context definition, clock and HTTP
     * @return the main token as it is from now on, with {@link Outcome.Renewed#withDerived}, or what went wrong: {@link
     *     Outcome.Rejected} says that the main token is dead
     */
    default Outcome<C> derive(C main, String name, StrategyContext<C> context) {
        throw new UnsupportedOperationException("a refresher that names derived tokens makes them");
    }

    /**
     * How a refresh ended.
     *
     * @param <C> the credential
     */
    sealed interface Outcome<C extends Credential> permits Outcome.Renewed, Outcome.Rejected, Outcome.Failed {
        /**
         * The service gave a new credential. Immutable.
         *
         * @param <C> the credential
         */
        final class Renewed<C extends Credential> implements Outcome<C> {
            private final C credential;
            private final Optional<Set<String>> grantedScopes;
            private final Home home;
            private final Optional<C> derived;

            /** Where the account lives, as far as the service told. */
            private record Home(Map<String, String> captured, List<String> resourceServers) {
                static final Home UNCHANGED = new Home(Map.of(), List.of());

                private Home {
                    captured = Map.copyOf(captured);
                    resourceServers = List.copyOf(resourceServers);
                }
            }

            private Renewed(C credential, Optional<Set<String>> grantedScopes, Home home, Optional<C> derived) {
                this.credential = Objects.requireNonNull(credential, "credential");
                this.grantedScopes = grantedScopes.map(Set::copyOf);
                this.home = home;
                this.derived = derived;
            }

            /**
             * Returns the outcome of a refresh that worked.
             *
             * @param credential the new credential, with the parts the service left out taken from the old one
             * @param <C> the credential
             * @return the outcome
             */
            public static <C extends Credential> Renewed<C> of(C credential) {
                return new Renewed<>(credential, Optional.empty(), Home.UNCHANGED, Optional.empty());
            }

            /**
             * Returns a copy that also says what the new credential may do, where the service said it.
             *
             * @param scopes all scopes of the new credential; empty for none at all
             * @return the copy
             */
            @CheckReturnValue
            public Renewed<C> withGrantedScopes(Set<String> scopes) {
                return new Renewed<>(credential, Optional.of(scopes), home, derived);
            }

            /**
             * Returns a copy with what else the service told of the account. It takes the place of what was known under the
             * same names, and what is not mentioned stays.
             *
             * @param values the values by name, checked against the definition; no secrets
             * @param servers the account's own resource servers from now on; empty for those it has
             * @return the copy
             */
            @CheckReturnValue
            public Renewed<C> withCaptured(Map<String, String> values, List<String> servers) {
                return new Renewed<>(credential, grantedScopes, new Home(values, servers), derived);
            }

            /**
             * Returns a copy with the token that was derived.
             *
             * @param token the derived token
             * @return the copy
             */
            @CheckReturnValue
            public Renewed<C> withDerived(C token) {
                return new Renewed<>(credential, grantedScopes, home, Optional.of(token));
            }

            /** {@return the new credential} */
            public C credential() {
                return credential;
            }

            /** {@return the scopes of the new credential; empty if the service did not say, so that they are the old ones} */
            public Optional<Set<String>> grantedScopes() {
                return grantedScopes;
            }

            /** {@return what else the service told of the account, by name; empty for nothing} */
            public Map<String, String> captured() {
                return home.captured();
            }

            /** {@return the token that was derived; empty after a refresh} */
            public Optional<C> derived() {
                return derived;
            }

            /** {@return the account's own resource servers from now on; empty for those it has} */
            public List<String> resourceServers() {
                return home.resourceServers();
            }
        }

        /**
         * The service says the credential is dead; a user must act.
         *
         * @param code the service's error code
         * @param description its own words, cleaned
         * @param <C> the credential
         */
        record Rejected<C extends Credential>(String code, String description) implements Outcome<C> {}

        /**
         * Nothing was renewed; the credential may still be good.
         *
         * @param failure what to tell the caller
         * @param outcomeUnknown whether the service may have renewed it all the same
         * @param <C> the credential
         */
        record Failed<C extends Credential>(ConnectionException failure, boolean outcomeUnknown)
                implements Outcome<C> {}
    }

    /**
     * How long a credential is valid.
     *
     * @param expiresAt when it expires; empty if unknown or never: it is used until the service answers 401
     * @param margin how long before the expiry to renew it; empty for 4 minutes, at most a tenth of the lifetime
     * @param earliestAge how old it must be before the service renews it; zero for any age
     */
    record Validity(Optional<Instant> expiresAt, Optional<Duration> margin, Duration earliestAge) {
        /**
         * Refuses null.
         *
         * @param expiresAt as the component
         * @param margin as the component
         * @param earliestAge as the component
         */
        public Validity {
            Objects.requireNonNull(expiresAt, "expiresAt");
            Objects.requireNonNull(margin, "margin");
            Objects.requireNonNull(earliestAge, "earliestAge");
        }

        /** {@return the validity of a credential without a known end} */
        public static Validity unlimited() {
            return new Validity(Optional.empty(), Optional.empty(), Duration.ZERO);
        }

        /**
         * Returns the validity of a credential with a known end.
         *
         * @param expiresAt the end
         * @return the validity
         */
        public static Validity until(Instant expiresAt) {
            return new Validity(Optional.of(expiresAt), Optional.empty(), Duration.ZERO);
        }
    }
}
