package dev.connections.oauth.internal.flow;

import dev.connections.ConnectionException;
import dev.connections.oauth.internal.response.TokenReading;

/** What a token endpoint's answer comes to. */
sealed interface TokenAnswer {
    /** The server granted what was asked; whether the tokens can be used is yet to be seen. */
    record Granted(TokenReading.Tokens tokens) implements TokenAnswer {}

    /** The server says, believably, that what was presented is dead. */
    record Rejected(String error, String description, ConnectionException asDenial) implements TokenAnswer {}

    /** Anything else. */
    record Failed(ConnectionException failure, boolean outcomeUnknown) implements TokenAnswer {}
}
