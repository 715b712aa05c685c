package dev.connections.catalog;

import dev.connections.Service;
import dev.connections.catalog.internal.Lint;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * Looks for what a definition should not say, beyond what reading it refuses. Immutable, thread-safe, asks nobody.
 *
 * <pre>{@code
 * ServiceLinter.on(LocalDate.now(clock)).checkFile(Path.of("services.json")).forEach(System.err::println);
 * }</pre>
 *
 * <p>Codes. Errors: {@code http_url}, {@code secret_literal}, {@code template_unknown}, {@code input_unused}, {@code
 * scope_delimiter_in_scope}, {@code captured_host_open}, {@code refresh_unreachable}, {@code sunset_passed}, and the code that
 * reading a file or an entry ended with. Warnings: {@code domains_apart}, {@code offline_missing}, {@code sunset_near} (90
 * days), {@code deviation_no_pkce}, {@code deviation_plain_pkce}, {@code deviation_get}, {@code deviation_token_in_query},
 * {@code deviation_expiry_from_jwt}. Hints: {@code low_confidence}, {@code key_in_query}, {@code documentation_missing} (off
 * unless asked for).
 */
public final class ServiceLinter {
    private final LocalDate today;
    private final boolean documentation;

    private ServiceLinter(LocalDate today, boolean documentation) {
        this.today = Objects.requireNonNull(today, "today");
        this.documentation = documentation;
    }

    /**
     * Returns a linter.
     *
     * @param today the day by which it judges what ends
     * @return the linter
     */
    public static ServiceLinter on(LocalDate today) {
        return new ServiceLinter(today, false);
    }

    /**
     * Returns a copy that hints at services without documentation too.
     *
     * @return the copy
     */
    public ServiceLinter withMissingDocumentation() {
        return new ServiceLinter(today, true);
    }

    /**
     * Checks a service.
     *
     * @param service the service
     * @return the findings, with pointers into {@link Service#toJson()}; the worst first
     */
    public List<ServiceFinding> check(Service<?> service) {
        return new Lint(today, documentation).of(service);
    }

    /**
     * Checks a catalogue entry.
     *
     * @param entry the entry, of any catalogue
     * @return the findings, with pointers into the entry as it is written; the worst first
     */
    public List<ServiceFinding> check(ServiceCatalog.Entry entry) {
        return new Lint(today, documentation).of(entry);
    }

    /**
     * Checks a catalogue file. What {@link ServiceCatalog#withFile} refuses is a finding here, beside those of every service in
     * it.
     *
     * @param json the file
     * @return the findings, with pointers into the file; the worst of each service first
     * @throws dev.connections.ConnectionConfigurationException if the file cannot be read ({@code catalogue_unreadable}) or is no
     *     JSON ({@code catalogue_malformed})
     */
    public List<ServiceFinding> checkFile(Path json) {
        return new Lint(today, documentation).ofFile(json);
    }
}
