package dev.connections.manifest.internal.rule;

import dev.connections.manifest.internal.entry.Key;
import dev.connections.manifest.internal.json.Kind;
import dev.connections.manifest.internal.json.Node;
import dev.connections.manifest.internal.json.Pointer;
import dev.connections.manifest.internal.text.Quote;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Scopes that name another Zoho product than the service does. Only a hint: public manifests hold mixed and foreign forms.
 */
final class ForeignScopes implements EntryRule {
    private static final Map<String, String> SERVICES = Map.ofEntries(
            Map.entry("desk", "zoho_desk"),
            Map.entry("zohocrm", "zoho_crm"),
            Map.entry("zohobooks", "zoho_books"),
            Map.entry("zohoinventory", "zoho_inventory"),
            Map.entry("zohoexpense", "zoho_expense"),
            Map.entry("zohoprojects", "zoho_projects"),
            Map.entry("zohomail", "zoho_mail"),
            Map.entry("zohosprints", "zoho_sprints"),
            Map.entry("zohocreator", "zoho_creator"),
            Map.entry("zohosign", "zoho_sign"),
            Map.entry("zohopeople", "zoho_people"),
            Map.entry("zohorecruit", "zoho_recruit"),
            Map.entry("zohobigin", "zoho_bigin"),
            Map.entry("zohocliq", "zoho_cliq"),
            Map.entry("zohocalendar", "zoho_calendar"),
            Map.entry("zohoanalytics", "zoho_analytics"),
            Map.entry("zohocampaigns", "zoho_campaigns"));

    private static final String ZOHO_OAUTH = "zlabs_integration";

    @Override
    public void check(Inspected entry, Diagnoses found) {
        Optional<Node> service = entry.fields().value(Key.SERVICE).filter(node -> node.is(Kind.STRING));
        if (service.isEmpty() || service.get().says(ZOHO_OAUTH) || custom(entry)) {
            return;
        }
        Key key = entry.shape().scopes();
        Optional<Node> scopes = entry.fields().value(key);
        int index = 0;
        if (scopes.isPresent()) {
            for (Node scope : scopes.get().elements()) {
                String of = owner(scope);
                if (!of.isEmpty() && !service.get().says(of)) {
                    String pointer = Pointer.below(Pointer.below(entry.pointer(), key.json()), index);
                    found.add(foreign(new Place(pointer, scope.range()), scope, service.get(), of));
                }
                index++;
            }
        }
    }

    private static boolean custom(Inspected entry) {
        return entry.fields()
                .value(Key.USER_DEFINED)
                .filter(flag -> flag.is(Kind.TRUE))
                .isPresent();
    }

    /** The service whose scopes start like this one; empty if none is known. */
    private static String owner(Node scope) {
        String text = scope.is(Kind.STRING) ? scope.text() : "";
        int dot = text.indexOf('.');
        return dot < 0 ? "" : SERVICES.getOrDefault(text.substring(0, dot).toLowerCase(Locale.ROOT), "");
    }

    private static Diagnosis foreign(Place place, Node scope, Node service, String of) {
        return Diagnosis.hint(
                "scope_of_other_service",
                place,
                Quote.of(scope.text()) + " is a scope of " + of + ", not of " + Quote.of(service.text()),
                "check the scope, or use a connection to " + of + " or to Zoho OAuth");
    }
}
