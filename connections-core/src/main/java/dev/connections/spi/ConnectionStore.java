package dev.connections.spi;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where records live. A store sees sealed bytes and clear index values only; it compares and sets single records, never
 * several. Thread-safe; blocks; what fails is a {@link dev.connections.ConnectionStoreException}.
 *
 * <p>The attempt columns of a record (lease, fence, intent, back-off) change without raising its version. Every "until"
 * is exclusive: at that instant by {@link #now()} it is over.
 */
public interface ConnectionStore {
    /**
     * Reads one record.
     *
     * @param key the key
     * @return the record
     */
    Optional<Versioned> find(Key key);

    /**
     * Lists records in the order of their ids, by character code. A record written meanwhile may be in it or not.
     *
     * @param query which
     * @return at most {@link Query#limit()} records
     */
    List<Versioned> list(Query query);

    /**
     * Counts records.
     *
     * @param query which; its {@code after} and {@code limit} are ignored
     * @return how many
     */
    long count(Query query);

    /**
     * Writes a record if its version is still the expected one. Clears the attempt columns; only the fence goes on
     * counting.
     *
     * @param next the record; its version is {@code expectedVersion + 1}; its attempt is ignored
     * @param expectedVersion the version that must be there; 0 to create
     * @return whether it was written; nothing has changed if not
     * @throws IllegalArgumentException if the versions do not follow each other, or the expected one is negative
     */
    boolean write(Versioned next, long expectedVersion);

    /**
     * Deletes a record if its version is still the expected one.
     *
     * @param key the key
     * @param expectedVersion the version that must be there
     * @return whether it was deleted
     */
    boolean delete(Key key, long expectedVersion);

    /**
     * Reads and deletes a record in one step: of several callers one gets it.
     *
     * @param key the key
     * @return the record
     */
    Optional<Versioned> take(Key key);

    /**
     * Takes the right to refresh a credential and writes down the intent. Durable when held, which also proves that the
     * store can be written.
     *
     * <p>The first that is true is the answer: another version is there, or none ({@link LeaseResult.Moved}); a lease has
     * neither ended nor run out ({@link LeaseResult.Busy}), whoever asks; a back-off is not over
     * ({@link LeaseResult.BackedOff}). What is known of the last failure outlives the lease.
     *
     * @param key the key
     * @param expectedVersion the version the caller has read
     * @param owner an id of the caller, unique to this attempt
     * @param intent what the owner is about to do; no secret
     * @return the lease, or why not
     */
    LeaseResult lease(Key key, long expectedVersion, String owner, byte[] intent);

    /**
     * Finds when the next record is due.
     *
     * @param query which; its {@code after} and {@code limit} are ignored
     * @return the earliest {@link Index#DUE} of them, empty if none is due ever
     */
    Optional<Instant> earliestDue(Query query);

    /**
     * Lists the tenants that have records, in the order of their ids.
     *
     * @param after ids must come after this one; empty for the first page
     * @param limit at most this many
     * @return the tenants
     */
    List<String> tenants(String after, int limit);

    /** {@return the store's clock, by which leases, back-off and pending flows are judged} */
    Instant now();

    /** {@return the keys that records are sealed with} */
    KeyProvider keys();

    /**
     * Names a record.
     *
     * @param tenant whose it is
     * @param kind what it is
     * @param id which one; at most 255 visible ASCII characters
     */
    record Key(String tenant, Kind kind, String id) {
        private static final int LONGEST_ID = 255;

        /**
         * Refuses an id of another shape: what one store takes, every store takes.
         *
         * @param tenant as the component
         * @param kind as the component
         * @param id as the component
         */
        public Key {
            if (id.isEmpty() || id.length() > LONGEST_ID || !id.chars().allMatch(c -> c > 0x20 && c < 0x7f)) {
                throw new IllegalArgumentException("a record's id is 1 to " + LONGEST_ID + " visible ASCII characters");
            }
        }

        /** What a record is. Later releases may add constants. */
        public enum Kind {
            /** A connection's definition. */
            DEFINITION,
            /** A saved account. */
            ACCOUNT,
            /** One token of an account. */
            CREDENTIAL,
            /** Which account a connection uses. */
            AUTHORIZATION,
            /** A flow that waits for its callback. */
            PENDING,
            /** A place that uses a connection. */
            REFERENCE,
            /** What somebody did. */
            AUDIT,
            /** The store's own facts. */
            META
        }
    }

    /**
     * A record.
     *
     * @param key its name
     * @param version counts its writes from 1
     * @param format the format of the sealed document
     * @param index clear values that may be searched, sorted and due, by the names of {@link Index}
     * @param sealed the sealed document; not copied, do not change it
     * @param attempt what is known of a refresh in progress or just failed
     */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody; a copy would cost every read
    record Versioned(
            Key key, long version, int format, Map<String, String> index, byte[] sealed, Optional<Attempt> attempt) {
        /**
         * Copies the index.
         *
         * @param key as the component
         * @param version as the component
         * @param format as the component
         * @param index as the component
         * @param sealed as the component
         * @param attempt as the component
         */
        public Versioned {
            index = Map.copyOf(index);
        }
    }

    /**
     * What is known of a refresh in progress or just failed. Clear text, no secret.
     *
     * @param owner who tries, or tried last
     * @param leaseUntil until when nobody else may, by the store's clock; past once the lease has ended
     * @param fence counts the leases of the record
     * @param nextAllowedAt before when nobody may try again, by the store's clock
     * @param failure how the last try failed
     */
    record Attempt(String owner, Instant leaseUntil, long fence, Instant nextAllowedAt, Optional<byte[]> failure) {}

    /** Which records to list. Immutable; made by the SDK alone, so that it can learn to ask for more. */
    interface Query {
        /** The most records a query returns. */
        int MOST = 1_000;

        /** {@return whose} */
        String tenant();

        /** {@return of which kind} */
        Key.Kind kind();

        /** {@return index values that must be equal, by name} */
        Map<String, String> equal();

        /**
         * Returns text that {@link Index#NAME}, {@link Index#EMAIL} or {@link Index#SUBJECT} must contain, in any case.
         *
         * @return the text
         */
        Optional<String> contains();

        /** {@return before when {@link Index#DUE} must be} */
        Optional<Instant> dueBefore();

        /** {@return the id that ids must come after, for paging} */
        Optional<String> after();

        /** {@return at most this many} */
        int limit();

        /**
         * Returns the query for the first records of a kind.
         *
         * @param tenant whose
         * @param kind of which kind
         * @return the query
         */
        static Query of(String tenant, Key.Kind kind) {
            return RecordQuery.of(tenant, kind);
        }

        /**
         * Returns a copy that wants one index value to be equal.
         *
         * @param name a name of {@link Index}
         * @param value the value
         * @return the copy
         */
        Query withEqual(String name, String value);

        /**
         * Returns a copy that wants a text in a name, e-mail address or subject.
         *
         * @param text the text, in any case
         * @return the copy
         */
        Query withContains(String text);

        /**
         * Returns a copy that wants records due before an instant.
         *
         * @param instant by the store's clock
         * @return the copy
         */
        Query withDueBefore(Instant instant);

        /**
         * Returns a copy for the next page.
         *
         * @param id the last id of the page before
         * @return the copy
         */
        Query withAfter(String id);

        /**
         * Returns a copy with another limit.
         *
         * @param most 1 to {@link #MOST}
         * @return the copy
         * @throws IllegalArgumentException if it is outside
         */
        Query withLimit(int most);
    }

    /** Names of the clear index values a store must be able to search, sort and compare. */
    final class Index {
        /**
         * When the record is due, as {@link Instant#toString()} in whole seconds of the years 0000 to 9999, which sort as
         * text: an expiry or a refresh.
         */
        public static final String DUE = "due";
        /** A display name. */
        public static final String NAME = "name";
        /** A subject's e-mail address. */
        public static final String EMAIL = "email";
        /** A service's link name. */
        public static final String SERVICE = "service";
        /** A connection's link name. */
        public static final String CONNECTION = "connection";
        /** A subject's id. */
        public static final String SUBJECT = "subject";
        /** An environment's name. */
        public static final String ENVIRONMENT = "environment";
        /** A status. */
        public static final String STATUS = "status";
        /** An account's id. */
        public static final String ACCOUNT = "account";
        /** The id of the key that sealed the record. */
        public static final String KEY = "key";
        /** An actor's id. */
        public static final String CREATED_BY = "created_by";

        private Index() {}
    }

    /** What came of asking for a lease. */
    sealed interface LeaseResult permits LeaseResult.Held, LeaseResult.Busy, LeaseResult.BackedOff, LeaseResult.Moved {
        /** The lease is held; closing it releases it. Thread-safe. */
        non-sealed interface Held extends LeaseResult, AutoCloseable {
            /** How long a lease lasts unless it is renewed. */
            Duration LEASE = Duration.ofSeconds(3);

            /** {@return the record as the lease found it, with what was known of the try before} */
            Versioned record();

            /** {@return counts the leases of the record} */
            long fence();

            /** {@return the intent of an owner that never finished} */
            Optional<byte[]> previousIntent();

            /**
             * Extends the lease to {@link #LEASE} from now, also one that has run out if nobody has taken it over.
             *
             * @return false if it is no longer held: ended, taken over, or the record was written or deleted
             */
            boolean renew();

            /**
             * Writes the next version and ends the lease; by version alone, so that a late owner still saves what nobody
             * else has replaced.
             *
             * @param next the record; its version is one more than {@link #record()}'s
             * @return whether it was written; false if the record was written or deleted meanwhile
             * @throws IllegalArgumentException if it is another record or version
             */
            boolean commit(Versioned next);

            /**
             * Ends the lease after a failure: nobody tries again for a while. Does nothing if it is no longer held.
             *
             * @param wait how long from now, by the store's clock; zero or more
             * @param failure how it failed; no secret
             * @throws IllegalArgumentException if the wait is negative
             */
            void backOff(Duration wait, byte[] failure);

            /**
             * Ends the lease if it is still this owner's; the intent goes with it. Does nothing after commit or back-off,
             * and nothing to the lease of a successor.
             */
            @Override
            void close();
        }

        /**
         * Somebody else holds it.
         *
         * @param by who, and until when
         */
        record Busy(Attempt by) implements LeaseResult {}

        /**
         * Nobody may try yet.
         *
         * @param until until when, by the store's clock
         * @param failure how the last try failed
         */
        record BackedOff(Instant until, Optional<byte[]> failure) implements LeaseResult {}

        /**
         * The record has another version than the caller has read.
         *
         * @param newer the record; empty if it is gone
         */
        record Moved(Optional<Versioned> newer) implements LeaseResult {}
    }
}
