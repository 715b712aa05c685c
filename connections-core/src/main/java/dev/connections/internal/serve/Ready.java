package dev.connections.internal.serve;

import dev.connections.ConnectionConfigurationException;
import dev.connections.RequestCredentials;
import dev.connections.Secret;
import dev.connections.internal.definition.Reach;
import dev.connections.internal.http.AddressGuard;
import dev.connections.internal.http.AppliedCredentials;
import dev.connections.internal.http.Part;
import dev.connections.internal.refresh.Cell;
import dev.connections.internal.refresh.Snapshot;
import dev.connections.internal.strategy.Applied;
import dev.connections.spi.AuthClient.Identity;
import dev.connections.spi.CredentialStrategy.Introspection;
import dev.connections.spi.CredentialStrategy.Verdict;
import dev.connections.spi.IncomingResponse;
import java.net.URI;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * One version of a credential, applied for one connection: what a request carries. Immutable. For a strategy that depends on
 * the request there is nothing applied yet.
 */
public final class Ready implements RequestCredentials, AppliedCredentials {
    private final Source source;
    private final Reach reach;
    private final @Nullable Applied applied;
    private final boolean needsBody;

    // Taken out of the source: what every request reads lies side by side.
    private final Cell cell;
    private final Snapshot snapshot;
    private final long refreshAt;

    /** Where it comes from: the credential's cell, the version seen there, and who understands it. */
    record Source(Cell cell, Snapshot snapshot, Opened<?> opened, Understood<?> understood) {}

    Ready(Source source, Reach reach, @Nullable Applied applied, boolean needsBody) {
        this.source = source;
        this.reach = reach;
        this.applied = applied;
        this.needsBody = needsBody;
        cell = source.cell();
        snapshot = source.snapshot();
        refreshAt = snapshot.refreshAt();
    }

    /** Whether it can be served at a time: still the current version, and not stale. */
    boolean usableAt(long now) {
        return now < refreshAt && cell.current() == snapshot;
    }

    /** Where credentials may go. */
    public Reach reach() {
        return reach;
    }

    /** What was applied; null if that depends on the request. */
    public @Nullable Applied applied() {
        return applied;
    }

    /** The secrets it is made of. */
    public Collection<Secret> secrets() {
        return snapshot.record().parts().values().values();
    }

    /** Asks the service about it, without using it. Blocks. */
    public Optional<Introspection> introspected() {
        return source.opened().introspected(source.snapshot());
    }

    Source source() {
        return source;
    }

    boolean needsBody() {
        return needsBody;
    }

    /** Returns the same version, applied to one request. */
    Ready appliedAs(Applied forRequest, boolean usedBody) {
        return new Ready(source, reach, forRequest, usedBody);
    }

    @Override
    public boolean sameVersionAs(AppliedCredentials other) {
        return other instanceof Ready that
                && source.cell() == that.source.cell()
                && source.snapshot().sameCredentialAs(that.source.snapshot());
    }

    @Override
    public Verdict inspect(IncomingResponse response) {
        return source.understood().inspect(response);
    }

    @Override
    public Optional<Identity> identity() {
        return source.understood().identity();
    }

    @Override
    public Optional<AddressGuard> guard() {
        return source.opened().guard();
    }

    @Override
    public List<Part> headers() {
        return parts().headers();
    }

    @Override
    public List<Part> query() {
        return parts().query();
    }

    @Override
    public List<Part> form() {
        return parts().form();
    }

    @Override
    public List<Part> cookies() {
        return parts().cookies();
    }

    @Override
    public void applyTo(BiConsumer<String, String> headerSink) {
        for (Part header : onlyHeaders()) {
            headerSink.accept(header.name(), header.value());
        }
    }

    private List<Part> onlyHeaders() {
        Applied parts = parts();
        if (!parts.onlyHeaders()) {
            throw new ConnectionConfigurationException(
                    "not_only_headers",
                    "these credentials do not travel in headers alone; use the OkHttp interceptor, or applyTo(URI)"
                            + " where they travel in the query",
                    null);
        }
        return parts.headers();
    }

    @Override
    public URI applyTo(URI target) {
        Applied parts = parts();
        if (!parts.onlyQuery()) {
            throw new ConnectionConfigurationException(
                    "not_only_query",
                    "these credentials do not travel in the query alone; use applyTo(headers) or the OkHttp"
                            + " interceptor",
                    null);
        }
        if (!reach.admits(target)) {
            throw reach.refusal(target.getScheme() + "://" + target.getHost());
        }
        return QueryParts.append(target, parts.query());
    }

    @Override
    public Map<String, String> revealHeaders() {
        var headers = new LinkedHashMap<String, String>();
        onlyHeaders().forEach(header -> headers.put(header.name(), header.value()));
        return headers;
    }

    private Applied parts() {
        if (applied == null) {
            throw new IllegalStateException("credentials that depend on the request were not applied to one");
        }
        return applied;
    }

    @Override
    public void rejected() {
        if (source.opened().refreshable()) {
            source.cell().rejected(source.snapshot());
        }
    }

    @Override
    public String toString() {
        return "RequestCredentials[version " + source.snapshot().version() + ", " + reach.origins() + "]";
    }
}
