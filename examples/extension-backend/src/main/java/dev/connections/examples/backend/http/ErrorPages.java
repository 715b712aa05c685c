package dev.connections.examples.backend.http;

/** Shows what went wrong. */
@FunctionalInterface
public interface ErrorPages {
    /**
     * Returns the page for a failure.
     *
     * @param visit the request that failed
     * @param failure what happened
     * @return the page; what is not for users is told by status 500 alone
     */
    Response show(Visit visit, RuntimeException failure);
}
