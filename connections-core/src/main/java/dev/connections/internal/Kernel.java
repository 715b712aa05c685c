package dev.connections.internal;

import dev.connections.Environment;
import dev.connections.internal.event.Events;
import dev.connections.internal.http.BoundedHttp;
import dev.connections.internal.record.Vault;
import dev.connections.internal.refresh.Refreshes;
import dev.connections.internal.refresh.Workers;
import dev.connections.internal.serve.Fillings;
import dev.connections.internal.serve.Slots;
import dev.connections.internal.strategy.Strategies;
import dev.connections.spi.AccessPolicy;
import java.time.Clock;
import java.util.function.LongSupplier;

/** What every view of one Connections shares. */
public record Kernel(
        Vault vault,
        Time time,
        BoundedHttp http,
        Events events,
        Refreshes refreshes,
        Workers workers,
        Slots slots,
        Strategies strategies,
        Fillings fillings,
        AccessPolicy policy,
        Environment environment) {

    /** The clock that decides token expiry, and elapsed time. */
    public record Time(Clock clock, LongSupplier ticker) {}

    /** The clock that decides token expiry. */
    public Clock clock() {
        return time.clock();
    }
}
