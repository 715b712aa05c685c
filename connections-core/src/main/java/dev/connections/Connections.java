package dev.connections;

import dev.connections.internal.ConnectionsBuilder;
import dev.connections.spi.AccessPolicy;
import dev.connections.spi.AuthClient;
import dev.connections.spi.ConnectionStore;
import dev.connections.spi.StrategyProvider;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import okhttp3.OkHttpClient;

/**
 * The owner of everything: store, workers, caches. Make one for a process and close it at the end. Thread-safe.
 *
 * <p>Starts no thread and does no I/O before there is work.
 */
public interface Connections extends ConnectionsView, AutoCloseable {
    /**
     * Returns connections kept in memory: for tests, tools and a first look.
     *
     * @return the owner
     */
    static Connections inMemory() {
        return builder().build();
    }

    /** {@return a builder; every setting has a default} */
    static Builder builder() {
        return new ConnectionsBuilder();
    }

    /**
     * Seals records anew that another key sealed than the one {@link dev.connections.spi.KeyProvider#current} names now, of
     * every tenant, and brings their names into the form that {@link Builder#sealNames()} asks for. Connections are used
     * meanwhile as ever; any number of nodes may call it, all with the same current keys.
     *
     * <p>Blocks while it works. Call it until it returns 0, as often as the store and the keys can bear: {@code limit} is the
     * rate. It goes on where the last call ended. What it cannot seal now is left as it is and tried again by later calls:
     * a credential that is being refreshed or whose last refresh failed a moment ago, and a record that cannot be read. Each
     * of the latter is reported once by a warning that names it; how many records are left at the end, by another. Remove the
     * old key when none is left, and when nothing waits in a {@link Builder#spill} directory, which is not sealed anew.
     *
     * @param limit how many records to seal at most, 1 or more
     * @return how many were sealed; 0 when every record was looked at, and there was none that could be
     * @throws ConnectionStoreException if the store fails, or the key provider ({@code key_provider_failed}); what was sealed
     *     before stays sealed
     */
    int rewrap(int limit);

    /**
     * Returns the HTTP that flows use: bounded, without redirects and repetition, by the proxy and the TLS settings of the
     * builder's client. For what is asked of an authorization server before there is a connection, such as the registration of
     * a client. Ask for it each time and keep none: a kept one is not stopped by {@link #close}, and may go on sending.
     *
     * <p>It reaches any address that this machine reaches. For a host that a user named, such as an issuer typed into a page,
     * use {@link AuthClient#publicAddressesOnly() authClient().publicAddressesOnly()}; else that user can have this machine
     * send requests inside its own network.
     *
     * @return the client
     * @throws IllegalStateException if this is closed
     */
    AuthClient authClient();

    /**
     * Refuses new calls, waits for refreshes in flight (bounded by the call time-out), and stops the SDK's own threads.
     * Executors, clients and data sources passed in stay open. Idempotent.
     */
    @Override
    void close();

    /** Settings of a {@link Connections}. Not thread-safe. */
    interface Builder {
        /**
         * Keeps records in this store; in memory by default.
         *
         * @param store the store
         * @return this
         */
        Builder store(ConnectionStore store);

        /**
         * Decides token expiry by this clock; the system's UTC clock by default. A test's clock that is a
         * {@link LongSupplier} too is also the ticker, unless {@link #ticker} names another.
         *
         * @param clock the clock
         * @return this
         */
        Builder clock(Clock clock);

        /**
         * Measures elapsed time by this ticker; {@link System#nanoTime()} by default.
         *
         * @param nanos a monotonic count of nanoseconds
         * @return this
         */
        Builder ticker(LongSupplier nanos);

        /**
         * Runs refreshes and listeners on this executor instead of the SDK's own workers. Its threads must never wait for
         * credentials themselves. It is not shut down.
         *
         * @param executor the executor
         * @return this
         */
        Builder executor(Executor executor);

        /**
         * Sets the tenant that records belong to; {@code default} unless set.
         *
         * @param tenant as in {@link ConnectionsView#forTenant}
         * @return this
         * @throws ConnectionConfigurationException as {@link ConnectionsView#forTenant}
         */
        Builder tenant(String tenant);

        /**
         * Sets the environment this process runs in; {@link Environment#PRODUCTION} unless set.
         *
         * @param environment the environment
         * @return this
         */
        Builder environment(Environment environment);

        /**
         * Checks actors by this policy; {@link AccessPolicy#unrestricted()} unless set.
         *
         * @param policy the policy
         * @return this
         */
        Builder policy(AccessPolicy policy);

        /**
         * Adds a listener.
         *
         * @param listener the listener
         * @return this
         */
        Builder listener(ConnectionListener listener);

        /**
         * Adds a strategy; it wins over one that {@link java.util.ServiceLoader} finds.
         *
         * @param provider the provider
         * @return this
         * @throws ConnectionConfigurationException if its type was added before ({@code duplicate_authentication_type}) or is
         *     reserved ({@code authentication_type_reserved})
         */
        Builder strategies(StrategyProvider provider);

        /**
         * Takes proxy, proxy authentication, TLS, DNS, socket factory and connection pool from this client; nothing else of
         * it is used.
         *
         * @param client the client; it stays open
         * @return this
         */
        Builder httpClient(OkHttpClient client);

        /**
         * Sets after how long what is served is compared with the store, where other processes may have switched, revoked,
         * disabled, deleted or edited; 30 seconds unless set. The first use after that time starts the comparison in the
         * background and is served what this process knows.
         *
         * @param bound at least a millisecond
         * @return this
         * @throws IllegalArgumentException if it is shorter
         */
        Builder withRevalidation(Duration bound);

        /**
         * Keeps renewed credentials on disk, sealed, that the store could not take after the service had answered, until it
         * can; off by default: then they live in memory, and {@link Connections#close()} reports what was never stored. What
         * an earlier process left is stored by {@link #build()}, or as soon as the store is back.
         *
         * @param directory a directory on this machine, made when it is needed, for its owner only
         * @return this
         */
        Builder spill(Path directory);

        /**
         * Allows these hosts to resolve to private addresses where a user or a server named them.
         *
         * @param hosts host names, exactly as they appear in URIs
         * @return this
         */
        Builder allowPrivateHosts(String... hosts);

        /**
         * Hides names from the store: display names, e-mail addresses and the ids of subjects and actors, which it otherwise
         * holds in the clear to be searched, are stored there as HMAC-SHA-256 under a key of their tenant. They are then
         * found by their whole value alone, spelled exactly so. Link names, statuses, times and account ids stay clear.
         *
         * <p>Set it alike on every node. Records of before, and after it is no longer set, are changed when they are written,
         * and all of them by {@link Connections#rewrap}; until then a search misses them, and nothing else does. The id of a
         * user's authorization is the SHA-256 of the subject's id in either case: whoever guesses an id can recognise it.
         *
         * @return this
         */
        Builder sealNames();

        /** {@return the owner} */
        Connections build();
    }
}
