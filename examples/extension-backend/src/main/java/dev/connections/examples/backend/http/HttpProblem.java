package dev.connections.examples.backend.http;

/** A request that cannot be answered with what it asks for. The message is shown to the user. */
public final class HttpProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;

    /**
     * Makes a problem.
     *
     * @param status the HTTP status
     * @param message what is wrong and what to do, as a sentence
     */
    public HttpProblem(int status, String message) {
        super(message);
        this.status = status;
    }

    /** {@return the HTTP status} */
    public int status() {
        return status;
    }
}
