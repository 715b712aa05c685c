package dev.connections.examples.backend;

import java.util.List;

/** The address of each page, where the connections helpdesk, calendar and weather are declared. */
final class EveryPage {
    static final List<String> PATHS = List.of(
            "/connections",
            "/connections?search=nothing+has+this+name",
            "/create",
            "/create?search=zoho",
            "/create/default/zoho_crm",
            "/create/custom/oauth2",
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
            "/connections/weather/connect?purpose=AUTHORIZE",
            "/connections/helpdesk/switch",
            "/connections/helpdesk/revoke",
            "/connections/helpdesk/edit",
            "/connections/weather/edit",
            "/connections/calendar/users",
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
