package dev.connections.internal.explain;

import dev.connections.Field;
import dev.connections.internal.definition.About;
import dev.connections.internal.definition.About.Sources;
import dev.connections.internal.definition.ServiceValue;
import dev.connections.spi.Rehearsal;
import dev.connections.spi.Rehearsal.Knob;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** An explanation as text. Confined to one call. */
final class Page {
    private static final int LONGEST = 240; // the whole of it is in the service's JSON

    private final ServiceValue<?> service;
    private final Rehearsal<?, ?> rehearsal;
    private final Mask mask;
    private final StringBuilder text = new StringBuilder();

    Page(ServiceValue<?> service, Rehearsal<?, ?> rehearsal, Mask mask) {
        this.service = service;
        this.rehearsal = rehearsal;
        this.mask = mask;
    }

    String of(Rehearsed<?, ?> run, Optional<String> redirectUri) {
        line(service.name() + " (" + service.linkName() + "), " + service.authenticationType());
        title("Before you connect");
        needs(run, redirectUri).forEach(each -> line("  - " + each));
        run.steps().forEach(this::step);
        differences(rehearsal.knobs());
        return text.toString();
    }

    private void differences(List<Knob> knobs) {
        if (!knobs.isEmpty()) {
            title("What differs from the standard, and the option that says so");
            knobs.forEach(this::knob);
            service.about().sources().ifPresent(sources -> line("  Where no reason stands: " + where(sources)));
        }
    }

    private String where(Sources sources) {
        return service.about().documentation().map(page -> page + ", ").orElse("") + sources;
    }

    private List<String> needs(Rehearsed<?, ?> run, Optional<String> redirectUri) {
        var needs = new ArrayList<String>();
        needs.add("an account at " + service.name());
        needs.addAll(rehearsal.needs());
        if (!run.fields().isEmpty()) {
            needs.add("from there: " + labels(run.fields()));
        }
        service.open().questions().forEach(question -> needs.add("asked for when connecting: " + question));
        if (service.reach().publicOnly() || service.open().nameHosts()) {
            needs.add("its hosts are at public addresses: others are refused");
        }
        if (run.opensBrowser()) {
            needs.add("this redirect URI, registered there exactly as it is here: "
                    + redirectUri.orElse("<redirect_uri>, the one that begin(…) gets"));
        }
        scopes().ifPresent(needs::add);
        needs.addAll(known(String.join("\n", needs)));
        return needs;
    }

    private static String labels(List<Field> fields) {
        return fields.stream().map(Field::displayName).collect(Collectors.joining(", "));
    }

    private List<String> known(String said) {
        var known = new ArrayList<String>();
        About about = service.about();
        about.console().filter(page -> !said.contains(page)).ifPresent(page -> known.add("it is made at " + page));
        about.documentation().ifPresent(page -> known.add("documentation: " + page));
        known.addAll(about.notes());
        about.sources()
                .map(sources -> sources
                        + (sources.isLow()
                                ? "; compare these requests with the service's own documentation first"
                                : ""))
                .ifPresent(known::add);
        return known;
    }

    private Optional<String> scopes() {
        return service.defaultScopes().isEmpty()
                ? Optional.empty()
                : Optional.of("scopes to enable there: " + String.join(", ", service.defaultScopes()));
    }

    private void step(Step step) {
        title(step.title());
        for (int i = 0; i < step.requests().size(); i++) {
            if (i > 0) {
                line("");
            }
            indented(step.requests().get(i).text(mask));
        }
        step.end().ifPresent(end -> line("  (" + mask.text(end) + ")"));
    }

    private void knob(Knob knob) {
        line("  - " + knob.option() + ", in JSON " + knob.member() + ": " + shortened(mask.text(knob.value())));
        knob.reason().ifPresent(why -> line("    because " + why));
    }

    private static String shortened(String value) {
        return value.length() <= LONGEST ? value : value.substring(0, LONGEST) + "…";
    }

    private void indented(String lines) {
        lines.lines().forEach(each -> line(each.isEmpty() ? "" : "  " + each));
    }

    private void title(String title) {
        line("");
        line(title);
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
