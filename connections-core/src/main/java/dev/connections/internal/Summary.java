package dev.connections.internal;

import dev.connections.Actor;
import dev.connections.Authorization;
import dev.connections.ConnectionSummary;
import dev.connections.internal.definition.DefinitionValue;
import dev.connections.internal.flow.Authorizations;
import dev.connections.internal.record.DefinitionRecord;
import dev.connections.internal.serve.Defined;
import dev.connections.spi.AccessPolicy.Operation;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Every field of Zoho's connection pages, at one moment. */
record Summary(DefinitionValue<?> definition, DefinitionRecord record, List<Authorization> authorizations)
        implements ConnectionSummary {
    static Summary of(Kernel kernel, Permission access, Defined<?> defined) {
        kernel.slots().refuseClosed();
        if (!access.maySee(defined.kind(), defined.linkName())) { // says who may
            access.check(Operation.VIEW, defined.kind(), defined.linkName());
        }
        return of(Authorizations.few(kernel.vault(), defined.tenant()), access, defined);
    }

    /** The actor may see the connection; of its authorizations, only those they may see are in it. */
    static Summary of(Authorizations authorizations, Permission access, Defined<?> defined) {
        List<Authorization> seen =
                authorizations
                        .of(defined, key -> access.maySee(defined.kind(), defined.linkName(), key.subject()))
                        .stream()
                        .map(access::seen)
                        .toList();
        return new Summary(defined.value(), defined.record(), seen);
    }

    @Override
    public String serviceName() {
        return definition.service().name();
    }

    @Override
    public String serviceLinkName() {
        return definition.service().linkName();
    }

    @Override
    public String name() {
        return definition.name();
    }

    @Override
    public String linkName() {
        return definition.linkName();
    }

    @Override
    public Kind kind() {
        return Defined.kind(record.nature());
    }

    @Override
    public List<String> requestedScopes() {
        return definition.scopes();
    }

    @Override
    public boolean perUser() {
        return record.nature().perUser();
    }

    @Override
    public boolean separateEnvironments() {
        return record.nature().separateEnvironments();
    }

    @Override
    public boolean enabled() {
        return record.switches().enabled();
    }

    @Override
    public Set<String> disabledApplications() {
        return record.switches().disabledApplications();
    }

    @Override
    public Actor createdBy() {
        return record.created().by();
    }

    @Override
    public Instant createdAt() {
        return record.created().at();
    }

    @Override
    public Actor modifiedBy() {
        return record.modified().by();
    }

    @Override
    public Instant modifiedAt() {
        return record.modified().at();
    }

    @Override
    public String revision() {
        return record.revision();
    }

    @Override
    public String toString() {
        return "ConnectionSummary[" + linkName() + ", " + kind() + "]";
    }
}
