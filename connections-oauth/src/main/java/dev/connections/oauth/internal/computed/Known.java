package dev.connections.oauth.internal.computed;

import java.time.Instant;
import java.util.Optional;

/** What a formula can be made of, for one request. */
public interface Known {
    /** Returns the value of a variable, in the clear; empty where this request has none. */
    Optional<String> value(String variable);

    /** Returns the time of the request: the same for each formula of it. */
    Instant now();
}
