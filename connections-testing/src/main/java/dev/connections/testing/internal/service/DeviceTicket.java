package dev.connections.testing.internal.service;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** A device code on its way to a user. Guarded by {@link Devices}; a class and not a record, which would print it. */
final class DeviceTicket {
    private static final Duration SLOWER = Duration.ofSeconds(5);

    private final String deviceCode;
    private final String userCode;
    private final String clientId;
    private final Set<String> scopes;
    private Instant end = Instant.MAX;
    private Instant nextPoll = Instant.MIN;
    private Duration interval = SLOWER;
    private Optional<String> account = Optional.empty();
    private boolean decided;

    DeviceTicket(String deviceCode, String userCode, String clientId, Set<String> scopes) {
        this.deviceCode = deviceCode;
        this.userCode = userCode;
        this.clientId = clientId;
        this.scopes = scopes;
    }

    void endAt(Instant at) {
        end = at;
    }

    String deviceCode() {
        return deviceCode;
    }

    String userCode() {
        return userCode;
    }

    String clientId() {
        return clientId;
    }

    Set<String> scopes() {
        return scopes;
    }

    void decide(Optional<String> approvedBy) {
        account = approvedBy;
        decided = true;
    }

    boolean isDecided() {
        return decided;
    }

    Optional<String> account() {
        return account;
    }

    boolean isOver(Instant now) {
        return !now.isBefore(end);
    }

    /** Each poll that comes too soon makes the next wait longer. */
    boolean isPolledTooSoon(Instant now) {
        boolean tooSoon = now.isBefore(nextPoll);
        if (tooSoon) {
            interval = interval.plus(SLOWER);
        }
        nextPoll = now.plus(interval);
        return tooSoon;
    }
}
