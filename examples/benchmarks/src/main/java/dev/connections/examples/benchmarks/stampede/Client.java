package dev.connections.examples.benchmarks.stampede;

/** A library that holds grants, all of them authorized, all access tokens expired. Thread-safe. */
interface Client extends AutoCloseable {
    /** {@return a usable access token of a grant} */
    String token(int grant) throws Exception;

    /** Lets every access token expire; called while nobody asks for one. */
    void expire();

    @Override
    default void close() {}
}
