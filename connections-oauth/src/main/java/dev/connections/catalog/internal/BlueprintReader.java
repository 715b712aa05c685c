package dev.connections.catalog.internal;

import dev.connections.catalog.ServiceCatalog.Confidence;
import dev.connections.catalog.ServiceCatalog.Provenance;
import dev.connections.catalog.internal.Blueprint.Details;
import dev.connections.spi.Endpoints;
import java.net.URI;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads catalogue entries, strictly. */
final class BlueprintReader {
    private static final Pattern LINK_NAME = Pattern.compile("[a-z][a-z0-9_]{0,49}"); // as of every service
    private static final Pattern WORD = Pattern.compile("[a-z][a-z0-9_]{0,49}");
    private static final List<String> DOCUMENT = List.of(
            "resource_servers",
            "api_base",
            "headers",
            "probe",
            "default_scopes",
            "known_scopes",
            "limits",
            "authentication");
    private static final List<String> SUPPLIED_LATER = List.of("client_id", "client_secret");

    private final Source source;

    BlueprintReader(Source source) {
        this.source = source;
    }

    Blueprint read(Node node) {
        var members = new Members(node, source);
        boolean hasDataCenters = dataCenters(members);
        List<Input> inputs = new InputReader(source).read(members.elements("inputs"));
        Map<String, Node> document = document(members);
        Heading heading = heading(members);
        Details details = details(members);
        checkLinted(members);
        members.requireNoOthers();
        List<Input> placed = new TemplateCheck(source, inputs, hasDataCenters).place(document, members.at());
        return new Blueprint(heading, details, placed, hasDataCenters, document, node);
    }

    private Heading heading(Members members) {
        var authentication = new Members(members.required("authentication"), source);
        String type = authentication.requiredText("type");
        authentication.number("version");
        requireNoClient(authentication.required("settings"));
        authentication.requireNoOthers();
        return new Heading(
                shaped(members, "link_name", LINK_NAME),
                members.requiredText("name"),
                shaped(members, "category", WORD),
                type);
    }

    private String shaped(Members members, String name, Pattern shape) {
        String text = members.requiredText(name);
        if (!shape.matcher(text).matches()) {
            throw members.wrong(members.required(name), name, "a lower-case letter, then a-z, 0-9 or _");
        }
        return text;
    }

    private void requireNoClient(Node settings) {
        var members = new Members(settings, source);
        for (String each : SUPPLIED_LATER) {
            members.node(each).ifPresent(found -> {
                throw source.malformed(
                        found.at(), "holds \"" + each + "\", which belongs to who uses the service; remove it");
            });
        }
    }

    private boolean dataCenters(Members members) {
        Optional<Node> found = members.node("data_centers");
        if (found.isPresent() && !"zoho".equals(found.get().value())) {
            throw members.wrong(found.get(), "data_centers", "\"zoho\"");
        }
        return found.isPresent();
    }

    /** What only the linter looks at. */
    private void checkLinted(Members members) {
        members.node("related_domains").ifPresent(node -> {
            var related = new Members(node, source);
            var unused = related.requiredText("reason");
            if (related.texts("domains").size() < 2) {
                throw related.wrong(node, "related_domains", "two domains or more in \"domains\"");
            }
            related.requireNoOthers();
        });
        members.node("sunset").ifPresent(node -> {
            var sunset = new Members(node, source);
            LocalDate unused = date(sunset, "date");
            var unusedSuccessor = sunset.text("superseded_by");
            sunset.requireNoOthers();
        });
    }

    private static Map<String, Node> document(Members members) {
        var document = new LinkedHashMap<String, Node>();
        DOCUMENT.forEach(name -> members.node(name).ifPresent(node -> document.put(name, node)));
        return document;
    }

    private Details details(Members members) {
        return new Details(
                members.texts("notes"),
                provenance(members),
                address(members, "documentation"),
                address(members, "console"),
                members.flag("replace"));
    }

    private Optional<URI> address(Members members, String name) {
        return members.text(name).map(text -> Endpoints.https(text, name + " of a service"));
    }

    private Optional<Provenance> provenance(Members members) {
        if (List.of("confidence", "agreement", "checked").stream()
                .allMatch(name -> members.node(name).isEmpty())) {
            return Optional.empty();
        }
        int agreement = members.number("agreement");
        if (agreement < 1) {
            throw members.wrong(members.required("agreement"), "agreement", "how many sources agree, at least 1");
        }
        return Optional.of(new Provenance(confidence(members), agreement, date(members, "checked")));
    }

    private static Confidence confidence(Members members) {
        String text = members.requiredText("confidence");
        for (Confidence each : Confidence.values()) {
            if (each.name().toLowerCase(Locale.ROOT).equals(text)) {
                return each;
            }
        }
        throw members.wrong(members.required("confidence"), "confidence", "high, medium or low");
    }

    private static LocalDate date(Members members, String name) {
        try {
            return LocalDate.parse(members.requiredText(name));
        } catch (DateTimeException none) {
            throw members.wrong(members.required(name), name, "a date such as 2026-11-20");
        }
    }
}
