package dev.connections.catalog.internal;

import dev.connections.ConnectionConfigurationException;
import dev.connections.Service;
import dev.connections.catalog.ServiceCatalog;
import dev.connections.catalog.ServiceFinding;
import dev.connections.catalog.ServiceFinding.Severity;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All rules, over services, entries and files.
 *
 * @param today the day by which it judges
 * @param documentation whether missing documentation is told
 */
public record Lint(LocalDate today, boolean documentation) {
    private static final Source SERVICE = new Source("the service");

    /** Checks a service as its document says it. */
    public List<ServiceFinding> of(Service<?> service) {
        Node document = JsonTree.read(service.toJson().getBytes(StandardCharsets.UTF_8), SERVICE);
        return of(new Linted(document, ""));
    }

    /** Checks an entry as it is written. */
    public List<ServiceFinding> of(ServiceCatalog.Entry entry) {
        if (entry instanceof CatalogEntry known) {
            return of(new Linted(known.rest().get().written(), ""));
        }
        throw new IllegalArgumentException("an entry is found in a ServiceCatalog, not made as " + entry);
    }

    /** Checks a file, and whether it can be read as a catalogue. */
    public List<ServiceFinding> ofFile(Path json) {
        var file = new CatalogFile(json);
        Linted root = new Linted(file.tree(), "");
        var findings = new ArrayList<ServiceFinding>();
        Optional<ServiceCatalog> catalog = catalog(json, findings);
        for (Linted each : root.at("services").elements()) {
            findings.addAll(of(whole(each, catalog)));
        }
        return List.copyOf(findings);
    }

    private static Optional<ServiceCatalog> catalog(Path json, List<ServiceFinding> findings) {
        try {
            return Optional.of(ServiceCatalog.bundled().withFile(json));
        } catch (ConnectionConfigurationException refused) {
            findings.add(new ServiceFinding(
                    Severity.ERROR,
                    refused.code(),
                    "",
                    refused.problem(),
                    "until then no service of the file can be used"));
            return Optional.empty();
        }
    }

    /** An entry that extends another one is checked with what it got from there. */
    private static Linted whole(Linted service, Optional<ServiceCatalog> catalog) {
        return service.has("extends")
                ? catalog.flatMap(all -> service.text("link_name").flatMap(all::find))
                        .map(entry ->
                                new Linted(((CatalogEntry) entry).rest().get().written(), service.pointer()))
                        .orElse(service)
                : service;
    }

    private List<ServiceFinding> of(Linted service) {
        return Stream.of(
                        AddressLint.of(service),
                        SecretLint.of(service),
                        TemplateLint.of(service),
                        RefreshLint.of(service),
                        DeviationLint.of(service),
                        new CurrencyLint(today, documentation).of(service))
                .flatMap(findings -> findings)
                .sorted(Comparator.comparing(ServiceFinding::severity))
                .toList();
    }
}
