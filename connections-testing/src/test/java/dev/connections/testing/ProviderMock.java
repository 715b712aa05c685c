package dev.connections.testing;

import dev.connections.RedirectFlow;
import java.util.List;
import java.util.function.Supplier;

/** The mock of each provider, with scopes that it knows and the header that carries its tokens. */
enum ProviderMock {
    ZOHO(MockService::zoho, "ZohoCRM.modules.READ", "ZohoCRM.users.READ"),
    GOOGLE(MockService::google, "https://www.googleapis.com/auth/drive.readonly"),
    MICROSOFT(MockService::microsoft, "User.Read", "Mail.Read"),
    GITHUB(MockService::github, "repo", "gist"),
    SLACK(MockService::slack, "chat:write", "commands"),
    SALESFORCE(MockService::salesforce, "api", "refresh_token"),
    HUBSPOT(MockService::hubspot, "oauth", "crm.objects.contacts.read"),
    SHOPIFY(MockService::shopify, "read_products", "write_orders"),
    NOTION(MockService::notion),
    XERO(MockService::xero, "accounting.contacts", "offline_access"),
    QUICKBOOKS(MockService::quickbooks, "com.intuit.quickbooks.accounting"),
    ATLASSIAN(MockService::atlassian, "read:jira-work", "offline_access"),
    DROPBOX(MockService::dropbox, "files.content.read", "account_info.read"),
    LINKEDIN(MockService::linkedin, "r_basicprofile", "w_member_social"),
    X(MockService::x, "tweet.read", "offline.access"),
    STRIPE(MockService::stripe, "read_write"),
    PAYPAL(MockService::paypal, "openid", "email"),
    AIRTABLE(MockService::airtable, "data.records:read", "data.records:write"),
    FACEBOOK(MockService::facebook, "pages_show_list", "public_profile"),
    TIKTOK(MockService::tiktok, "user.info.basic", "video.list");

    private final Supplier<MockService<RedirectFlow>> factory;
    private final List<String> scopes;

    ProviderMock(Supplier<MockService<RedirectFlow>> factory, String... scopes) {
        this.factory = factory;
        this.scopes = List.of(scopes);
    }

    MockService<RedirectFlow> start() {
        return factory.get();
    }

    String[] scopes() {
        return scopes.toArray(String[]::new);
    }
}
