package dev.connections.internal.manage;

import dev.connections.Actor;
import dev.connections.ConnectionConfigurationException;
import dev.connections.internal.Kernel;
import dev.connections.internal.record.AuthorizationKey;
import dev.connections.internal.record.Concern;
import dev.connections.internal.serve.Defined;
import dev.connections.spi.ConnectionStore.Index;
import dev.connections.spi.ConnectionStore.Key.Kind;
import dev.connections.spi.ConnectionStore.Query;
import java.util.Map;
import java.util.Optional;

/** A connection that somebody manages, who was found to be allowed to. */
public record Administered(Kernel kernel, Defined<?> defined, Actor actor) {
    /** The same connection, read anew. */
    public Administered as(Defined<?> stored) {
        return new Administered(kernel, stored, actor);
    }

    String tenant() {
        return defined.tenant();
    }

    String linkName() {
        return defined.linkName();
    }

    Query recordsOf(Kind kind) {
        return Query.of(tenant(), kind).withEqual(Index.CONNECTION, linkName());
    }

    /** What somebody is told who manages what is gone. */
    public ConnectionConfigurationException deleted() {
        kernel.slots().deleted(tenant(), linkName());
        return new ConnectionConfigurationException(
                "connection_deleted", "the connection \"" + linkName() + "\" was deleted; declare it again", null);
    }

    void tell(String code, Map<String, String> details) {
        var whole = new AuthorizationKey(linkName(), Optional.empty(), Optional.empty());
        kernel.events().happened(new Concern(tenant(), whole), code, actor, details);
    }
}
