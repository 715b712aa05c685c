package dev.connections.internal.explain;

import dev.connections.TransientConnectionException;
import dev.connections.spi.AuthClient;
import dev.connections.spi.Rehearsal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Keeps each request and sends none. Confined to one explanation. */
final class RecordingClient implements AuthClient {
    /** The code of what ends a step that only the service's answer could continue. */
    static final String UNANSWERED = "not_rehearsed";

    private final Rehearsal<?, ?> rehearsal;
    private final List<Call> calls = new ArrayList<>();

    RecordingClient(Rehearsal<?, ?> rehearsal) {
        this.rehearsal = rehearsal;
    }

    @Override
    public Reply send(Call call) {
        calls.add(call);
        return rehearsal
                .answer(call)
                .orElseThrow(() -> new TransientConnectionException(
                        UNANSWERED,
                        "an explanation asks nobody, and only the service knows this answer; connect to go on",
                        Duration.ZERO,
                        false,
                        null));
    }

    @Override
    public AuthClient publicAddressesOnly() {
        return this;
    }

    /** Keeps a request whose answer nobody needs. */
    void record(Call call) {
        calls.add(call);
    }

    /** Returns what was recorded since the last time. */
    List<Call> taken() {
        List<Call> taken = List.copyOf(calls);
        calls.clear();
        return taken;
    }
}
