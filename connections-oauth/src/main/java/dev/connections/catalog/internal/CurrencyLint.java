package dev.connections.catalog.internal;

import dev.connections.catalog.ServiceFinding;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What ends or has ended, and how sure a definition is.
 *
 * @param today the day by which it judges
 * @param documentation whether missing documentation is told
 */
record CurrencyLint(LocalDate today, boolean documentation) {
    private static final int NEAR_DAYS = 90;

    Stream<ServiceFinding> of(Linted service) {
        var findings = new ArrayList<ServiceFinding>();
        sunset(service.at("sunset"), findings);
        if (known(service, "confidence").filter("low"::equals).isPresent()) {
            findings.add(service.hint(
                    "low_confidence",
                    "its facts have one source",
                    "compare explain() with the service's own documentation, then state how many sources agree"));
        }
        if (documentation && known(service, "documentation").isEmpty()) {
            findings.add(service.hint(
                    "documentation_missing", "nobody can look its facts up", "add the address of its documentation"));
        }
        return findings.stream();
    }

    /** An entry says it itself, and a service among what a catalogue knows of it. */
    private static Optional<String> known(Linted service, String member) {
        return service.text(member).or(() -> service.at("about").text(member));
    }

    private void sunset(Linted sunset, List<ServiceFinding> findings) {
        Optional<LocalDate> date = sunset.text("date").flatMap(CurrencyLint::date);
        if (date.isEmpty()) {
            return;
        }
        String advice = sunset.text("superseded_by")
                .map(next -> "use " + Refusal.quoted(next))
                .orElse("look its successor up in the service's documentation");
        if (!date.get().isAfter(today)) {
            findings.add(sunset.error("sunset_passed", "what it describes ended on " + date.get(), advice));
        } else if (!date.get().isAfter(today.plusDays(NEAR_DAYS))) {
            findings.add(sunset.warning("sunset_near", "what it describes ends on " + date.get(), advice));
        }
    }

    private static Optional<LocalDate> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }
}
