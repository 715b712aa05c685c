package dev.connections.crash;

/**
 * One refresh call, as the authorization server saw it.
 *
 * @param caller who sent it
 * @param grant which grant the refresh token belongs to
 * @param generation which of the grant's refresh tokens it was; the first is 0
 * @param answer what the server said
 * @param issued the fingerprint of the access token in the answer, or the empty text
 * @param from when it arrived, by {@link Wall}
 * @param to when its answer was made
 */
record Call(String caller, Grant grant, int generation, Answer answer, String issued, long from, long to) {
    /**
     * One authorization of a connection.
     *
     * @param link the connection's link name
     * @param number counts the connection's authorizations from 1
     */
    record Grant(String link, int number) {
        @Override
        public String toString() {
            return link + "#" + number;
        }
    }

    /** What the server may say. */
    enum Answer {
        /** A successor. */
        ROTATED,
        /** The successor once more, within the grace. */
        REPLAYED,
        /** The token was used before: that ends the grant. */
        REUSED,
        /** The grant had ended. */
        ENDED,
        /** No such token. */
        UNKNOWN;

        boolean refused() {
            return this == REUSED || this == ENDED || this == UNKNOWN;
        }
    }

    @Override
    public String toString() {
        return caller + "'s call with generation " + generation + " of " + grant + " (" + answer + ")";
    }
}
