package dev.connections.examples.backend;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import dev.connections.ConnectionDefinition;
import dev.connections.testing.MockService.Endpoint;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The pages as people use them: in a real browser, with a mouse or with a keyboard alone. */
class ConnectionsPageTest {
    private static final String PRIYA = "Priya Raman";
    private static final int NARROW = 320;

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    @RegisterExtension
    final RunningBackend running = new RunningBackend();

    private Page page() {
        return CHROMIUM.page();
    }

    private void open(String path) {
        var unused = page().navigate(running.site().resolve(path).toString());
    }

    private Locator button(String name) {
        return page().getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(name));
    }

    private Locator link(String name) {
        return page().getByRole(
                        AriaRole.LINK, new GetByRoleOptions().setName(name).setExact(true));
    }

    private void fill(String label, String value) {
        page().getByLabel(label).fill(value);
    }

    /** Waits for the page that the last click leads to. */
    private void shows(String... texts) {
        for (String text : texts) {
            PlaywrightAssertions.assertThat(page().locator("main")).containsText(text);
        }
    }

    private void signIn(String person) {
        open("/sign-in");
        button(person).click();
        page().waitForURL("**/connections");
    }

    private void approveAs(String account) {
        fill("Account", account);
        button("Approve").click();
    }

    /** A connection that code declared. */
    private void declare() {
        var unused = running.backend().connections().shared(helpdesk());
    }

    private ConnectionDefinition<?> helpdesk() {
        return running.service()
                .service()
                .connection("Helpdesk")
                .withLinkName("helpdesk")
                .withScopes("tickets.read");
    }

    @Test
    void leadsThroughTheWholeLifeOfAConnection() {
        signIn(PRIYA);
        createAndConnect();
        call();
        expireAndReconnect();
        switchAccount();
        revoke();
        deleteOnceNothingUsesIt();
    }

    private void createAndConnect() {
        link("Create connection").click();
        link("OAuth 2").click();
        fill("Service name", "Acme Helpdesk");
        fill("API address", running.service().issuer() + "/api");
        fill("Client Id", running.service().clientId());
        page().locator("[name=client_secret]")
                .fill(running.service().clientSecret().reveal());
        fill("Authorize URL", running.service().endpoint(Endpoint.AUTHORIZATION).toString());
        fill("Access Token URL", running.service().endpoint(Endpoint.TOKEN).toString());
        fill("Revoke URL", running.service().endpoint(Endpoint.REVOCATION).toString());
        var unused = page().getByLabel("Scope Delimiter").selectOption(" ");
        fill("Connection name", "Helpdesk");
        fill("Scopes", "tickets.read tickets.write");
        button("Create and connect").click();
        approveAs("alice@example.com");
        shows("Connected with Acme Helpdesk Account 1.", "Active");
        CHROMIUM.look("life-1-connected");
    }

    private void call() {
        link("Call").click();
        fill("Path", "/tickets");
        button("Call").click();
        shows("200", "Printer is on fire");
        CHROMIUM.look("life-2-called");
    }

    private void expireAndReconnect() {
        running.clock().advance(Duration.ofHours(2));
        running.service().revokeAtService("alice@example.com");
        button("Call").click();
        shows("Code:");
        CHROMIUM.look("life-3-expired");
        link("Summary").click();
        shows("Needs authorization: revoked at the service");
        button("Reconnect").click();
        approveAs("alice@example.com");
        shows("Active");
        CHROMIUM.look("life-4-reconnected");
    }

    private void switchAccount() {
        button("Link new account").click();
        approveAs("bob@example.com");
        shows("Acme Helpdesk Account 2");
        link("Switch account, All environments").click();
        page().getByLabel("Acme Helpdesk Account 1").check();
        CHROMIUM.look("life-5-switching");
        button("Use this account").click();
        shows("Now using Acme Helpdesk Account 1.");
    }

    private void revoke() {
        link("Revoke, All environments").click();
        CHROMIUM.look("life-6-revoke-asks");
        button("Revoke").click();
        shows("Revoked.", "Disconnected");
        CHROMIUM.look("life-7-revoked");
    }

    private void deleteOnceNothingUsesIt() {
        link("References").click();
        fill("Application", "CRM sync");
        button("Record").click();
        shows("Recorded.");
        link("Delete").click();
        button("Delete Helpdesk").click();
        shows("connection_in_use", "CRM sync");
        CHROMIUM.look("life-8-delete-refused");
        open("/connections/helpdesk/references");
        button("Remove CRM sync").click();
        shows("Removed.");
        link("Delete").click();
        button("Delete Helpdesk").click();
        shows("Deleted \"Helpdesk\"", "no connection yet");
        CHROMIUM.look("life-9-deleted");
    }

    @Test
    void connectsAndRevokesByTabAndEnterAlone() {
        declare();
        open("/sign-in");
        CHROMIUM.tabToAndEnter("Priya Raman\nSuper admin");
        CHROMIUM.tabToAndEnter("Helpdesk");
        CHROMIUM.tabToAndEnter("Connect, All environments");
        CHROMIUM.tabToAndEnter("Approve");
        shows("Connected with");
        CHROMIUM.tabToAndEnter("Revoke, All environments");
        CHROMIUM.tabToAndEnter("Revoke");

        shows("Revoked.", "Disconnected");
    }

    @Test
    void copiesTheManifestEntry() {
        declare();
        signIn(PRIYA);
        CHROMIUM.profile().grantPermissions(List.of("clipboard-read", "clipboard-write"));
        open("/connections/helpdesk/json");

        button("Copy").click();

        shows("Copied.");
        assertThat((String) page().evaluate("navigator.clipboard.readText()"))
                .startsWith("{")
                .contains("\"connectionLinkName\": \"helpdesk\"");
    }

    @Test
    void needsNoJavaScriptToConnect() {
        declare();
        CHROMIUM.open(new Browser.NewContextOptions().setJavaScriptEnabled(false));
        signIn(PRIYA);
        link("Helpdesk").click();
        button("Connect").click();
        approveAs("alice@example.com");

        shows("Connected with", "Active");
    }

    @Test
    void keepsNobodyOutOfAnyPage() {
        FurnishedHouse.furnish(running);
        open("/sign-in");
        CHROMIUM.look("page-sign-in");
        button(PRIYA).click();
        page().waitForURL("**/connections");
        for (String path : EveryPage.PATHS) {
            open(path);
            CHROMIUM.look("page" + path.replaceAll("[/?=&]+", "-"));
        }
    }

    @Test
    void wouldNoticeWhatKeepsPeopleOut() {
        page().setContent("<!DOCTYPE html><html><title>x</title><img src=x><input></html>");

        assertThat(CHROMIUM.barriers().toString())
                .contains("image-alt")
                .contains("label")
                .contains("html-has-lang");
    }

    @Test
    void fitsOnANarrowScreen() {
        FurnishedHouse.furnish(running);
        CHROMIUM.open(new Browser.NewContextOptions().setViewportSize(NARROW, 640));
        signIn(PRIYA);
        for (String path : EveryPage.PATHS) {
            open(path);
            assertThat((Integer) page().evaluate("document.documentElement.scrollWidth"))
                    .as(path)
                    .isLessThanOrEqualTo(NARROW);
        }
        var unused = page().navigate(running.site().resolve("/connections").toString());
        CHROMIUM.look("narrow-connections");
    }
}
