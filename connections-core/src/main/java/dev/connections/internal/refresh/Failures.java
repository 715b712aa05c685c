package dev.connections.internal.refresh;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connections.ConnectionException;
import dev.connections.ConnectionProtocolException;
import dev.connections.TransientConnectionException;
import dev.connections.internal.json.Json;
import dev.connections.internal.record.CredentialRecord;
import dev.connections.spi.ConnectionStore.Attempt;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** What a record remembers of refreshes that failed: how many, and whether one of them may have succeeded. */
public record Failures(int count, boolean outcomeUnknown, String code) {
    static final Failures NONE = new Failures(0, false, "");

    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final Duration LONGEST_ASKED = Duration.ofHours(1);
    private static final int DOUBLINGS = 9;
    private static final int MOST_PASSING = 3;

    /**
     * Reads what the attempt columns hold, else what the document has kept of them; anything unreadable counts as one
     * failure.
     */
    public static Failures of(Optional<Attempt> attempt, ObjectNode document) {
        return attempt.flatMap(Attempt::failure)
                .map(Failures::read)
                .orElseGet(() -> read(document.path(CredentialRecord.FAILURES)));
    }

    private static Failures read(byte[] bytes) {
        try {
            return read(Json.parse(bytes));
        } catch (IOException | ConnectionException e) {
            return new Failures(1, true, "unreadable");
        }
    }

    private static Failures read(JsonNode json) {
        return json.isMissingNode()
                ? NONE
                : new Failures(
                        Math.max(0, json.path("count").asInt()),
                        json.path("outcome_unknown").asBoolean(),
                        json.path("code").asText(""));
    }

    /** Returns what is known after a try that never ended: it may have succeeded. */
    public Failures unfinished() {
        return new Failures(Math.max(1, count), true, code);
    }

    /** Keeps what is known in the document, for a write that clears the attempt columns but ends no try. */
    public void keepIn(ObjectNode document) {
        document.set(CredentialRecord.FAILURES, json());
    }

    Failures and(ConnectionException failure, boolean unknown) {
        return new Failures(Math.min(count, Integer.MAX_VALUE - 1) + 1, outcomeUnknown || unknown, failure.code());
    }

    /** Returns how a failure is told that does not pass by itself: as such after the third of its kind in a row. */
    ConnectionException told(ConnectionException failure) {
        boolean again = count + 1 >= MOST_PASSING && code.equals(failure.code());
        return again
                ? new ConnectionProtocolException(
                        code,
                        failure.getMessage() + "; it is the answer number " + (count + 1)
                                + " in a row that is none: look what stands between this machine and the service",
                        null)
                : failure;
    }

    /** Returns it as the attempt columns hold it. */
    public byte[] bytes() {
        return Json.bytes(json());
    }

    private ObjectNode json() {
        return Json.object()
                .put("count", count)
                .put("outcome_unknown", outcomeUnknown)
                .put("code", code);
    }

    /** How long nobody may try again: 1 s doubling to 5 min, with jitter; longer if the service asks, at most an hour. */
    Duration pause(ConnectionException failure) {
        Duration ceiling = FIRST.multipliedBy(1L << Math.min(Math.max(count - 1, 0), DOUBLINGS));
        long most = Math.min(ceiling.toMillis(), LONGEST.toMillis());
        Duration wait = Duration.ofMillis(Jitter.between(FIRST.toMillis(), most));
        Duration asked = failure instanceof TransientConnectionException known ? known.retryAfter() : Duration.ZERO;
        Duration capped = asked.compareTo(LONGEST_ASKED) > 0 ? LONGEST_ASKED : asked;
        return wait.compareTo(capped) > 0 ? wait : capped;
    }
}
