package dev.connections.examples.backend.http;

/** Answers the requests of one route. */
@FunctionalInterface
public interface Handler {
    /**
     * Answers a request.
     *
     * @param visit the request
     * @return the answer
     */
    Response answer(Visit visit);
}
