package dev.connections.manifest.internal.rule;

import dev.connections.manifest.internal.edit.Draft;
import dev.connections.manifest.internal.entry.Entry.ServiceName;
import dev.connections.manifest.internal.entry.Key;
import dev.connections.manifest.internal.entry.Section;
import dev.connections.manifest.internal.json.Kind;
import dev.connections.manifest.internal.json.Node;
import dev.connections.manifest.internal.text.Quote;
import java.util.Optional;

/** DESK keeps the one connection to Zoho's own services in zohoAuthorisation, and nothing else there. */
final class ZohoApart implements EntryRule {
    private static final String TYPE = "connectors";

    @Override
    public void check(Inspected entry, Diagnoses found) {
        if (entry.placed().section() == Section.ZOHO_AUTHORISATION) {
            checkService(entry, found);
            checkType(entry, found);
        } else {
            checkConnector(entry, found);
        }
    }

    private static void checkConnector(Inspected entry, Diagnoses found) {
        entry.fields()
                .value(Key.SERVICE)
                .filter(service -> service.says(ServiceName.ZOHO_OAUTH))
                .ifPresent(
                        service -> found.add(
                                Diagnosis.error(
                                        "zoho_service_in_connectors",
                                        entry.place(Key.SERVICE, service),
                                        "a connection to Zoho's own services stands among the connectors",
                                        "move the entry to \"zohoAuthorisation\" and give it \"type\": \"connectors\"; upsert does both")));
    }

    private static void checkService(Inspected entry, Diagnoses found) {
        Optional<Node> service = entry.fields().value(Key.SERVICE);
        if (service.isEmpty() || !service.get().is(Kind.STRING) || service.get().says(ServiceName.ZOHO_OAUTH)) {
            return;
        }
        Draft right = new Draft.Text(ServiceName.ZOHO_OAUTH);
        boolean zoho = new ServiceName(service.get().text(), false).zohoFamily();
        Fix fix = zoho ? entry.fix(editor -> editor.replace(service.get(), right, Optional.empty())) : Fix.NONE;
        found.add(Diagnosis.error(
                        "zoho_authorisation_service",
                        entry.place(Key.SERVICE, service.get()),
                        Quote.of(service.get().text()) + " is not the service of a zohoAuthorisation",
                        "write \"zlabs_integration\" for Zoho's own services, and put any other under \"connectors\"")
                .fixedBy(fix));
    }

    private static void checkType(Inspected entry, Diagnoses found) {
        Optional<Node> type = entry.fields().value(Key.TYPE);
        if (type.isPresent() && type.get().says(TYPE)) {
            return;
        }
        Draft right = new Draft.Text(TYPE);
        Fix fix = entry.fix(editor -> {
            if (type.isPresent()) {
                editor.replace(type.get(), right, Optional.empty());
            } else {
                editor.insert(entry.placed().node(), Optional.empty(), Key.TYPE.json(), right);
            }
        });
        found.add(Diagnosis.error(
                        "zoho_authorisation_type",
                        type.map(value -> entry.place(Key.TYPE, value)).orElseGet(entry::place),
                        type.isPresent() ? "\"type\" is not \"connectors\"" : "\"type\" is missing",
                        "write \"type\": \"connectors\"")
                .fixedBy(fix));
    }
}
