package dev.connections.examples.backend;

import java.util.List;

/** The address of each page of a {@link FurnishedHouse}; the last one is of nothing. */
final class EveryPage {
    static final List<String> PATHS = List.of(
            "/connections",
            "/connections?search=nothing+has+this+name",
            "/create",
            "/create?search=zoho",
            "/create/default/zoho_crm",
            "/create/custom/oauth2",
            "/create/custom/oauth1",
            "/create/custom/basic",
            "/create/custom/api_key",
            "/create/again/helpdesk",
            "/services",
            "/accounts",
            "/used-in",
            "/used-in?application=CRM+sync",
            "/history",
            "/connections/helpdesk",
            "/connections/calendar",
            "/connections/weather",
            "/connections/orders",
            "/connections/erp_main",
            "/connections/weather/connect?purpose=RECONNECT",
            "/connections/helpdesk/switch",
            "/connections/orders/revoke?environment=STAGE",
            "/connections/helpdesk/revoke",
            "/connections/helpdesk/edit",
            "/connections/weather/edit",
            "/connections/calendar/users",
            "/connections/calendar/primary?subject=4241908",
            "/connections/helpdesk/history",
            "/connections/helpdesk/access",
            "/connections/helpdesk/references",
            "/connections/helpdesk/json",
            "/connections/calendar/json?product=WRITER",
            "/connections/helpdesk/call",
            "/connections/calendar/call",
            "/connections/helpdesk/diagnosis",
            "/connections/helpdesk/delete",
            "/connections/nothing_of_that_name");

    private EveryPage() {}
}
