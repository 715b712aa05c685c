package dev.connections.internal;

import dev.connections.AuthorizationStatus;
import dev.connections.ConnectionSummary;
import dev.connections.ConnectionsView;
import dev.connections.internal.definition.Texts;
import dev.connections.internal.flow.Authorizations;
import dev.connections.internal.serve.Defined;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The summaries of a tenant, narrowed down. */
record FoundSummaries(Reading reading, Predicate<Defined<?>> wanted, Optional<AuthorizationStatus> status)
        implements ConnectionsView.Summaries {

    /** What is read, for whom. */
    record Reading(Kernel kernel, Permission permission, String tenant, Declarations declarations) {}

    static FoundSummaries all(Reading reading) {
        return new FoundSummaries(reading, each -> true, Optional.empty());
    }

    @Override
    public FoundSummaries ofService(String serviceLinkName) {
        return with(each -> each.value().service().linkName().equals(serviceLinkName));
    }

    @Override
    public FoundSummaries ofKind(ConnectionSummary.Kind kind) {
        return with(each -> each.kind() == kind);
    }

    @Override
    public FoundSummaries createdBy(String actorId) {
        return with(each -> each.record().created().by().id().equals(actorId));
    }

    @Override
    public FoundSummaries search(String text) {
        String part = text.toLowerCase(Locale.ROOT);
        return with(each -> Stream.of(
                        each.value().name(),
                        each.linkName(),
                        each.value().service().name())
                .anyMatch(name -> name.toLowerCase(Locale.ROOT).contains(part)));
    }

    private FoundSummaries with(Predicate<Defined<?>> more) {
        return new FoundSummaries(reading, wanted.and(more), status);
    }

    @Override
    public FoundSummaries withStatus(AuthorizationStatus next) {
        return new FoundSummaries(reading, wanted, Optional.of(next));
    }

    @Override
    public List<ConnectionSummary> page(int number, int size) {
        if (status.isPresent()) {
            return Paging.page(summaries(), number, size);
        }
        return few(Paging.page(defined(), number, size));
    }

    /** Those of these link names. */
    List<ConnectionSummary> named(Set<String> linkNames) {
        return few(with(each -> linkNames.contains(each.linkName())).defined().toList());
    }

    private List<ConnectionSummary> few(List<Defined<?>> found) {
        var authorizations = Authorizations.few(reading.kernel().vault(), reading.tenant());
        return found.stream().map(each -> summary(authorizations, each)).toList();
    }

    @Override
    public Iterator<ConnectionSummary> iterator() {
        return summaries().iterator();
    }

    Stream<ConnectionSummary> summaries() {
        List<Defined<?>> all = defined().toList();
        var atOnce = Authorizations.all(reading.kernel().vault(), reading.tenant());
        return all.stream().map(each -> summary(atOnce, each)).filter(this::hasStatus);
    }

    private Stream<Defined<?>> defined() {
        return reading.declarations().all().stream().filter(wanted);
    }

    private ConnectionSummary summary(Authorizations authorizations, Defined<?> defined) {
        return Summary.of(authorizations, reading.permission(), defined);
    }

    private boolean hasStatus(ConnectionSummary summary) {
        return status.isEmpty()
                || (summary.authorizations().isEmpty()
                        ? status.get() == AuthorizationStatus.DISCONNECTED
                        : summary.authorizations().stream().anyMatch(each -> each.status() == status.get()));
    }

    @Override
    public String toString() {
        return "Summaries[" + Texts.clean(reading.tenant()) + "]";
    }
}
