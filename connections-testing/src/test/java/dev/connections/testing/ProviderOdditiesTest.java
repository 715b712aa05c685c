package dev.connections.testing;

import static dev.connections.testing.RawProvider.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connections.RedirectFlow;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What each provider does otherwise, seen by a client that is not ours. */
class ProviderOdditiesTest {
    private final MutableClock clock = MutableClock.at("2026-11-20T08:00:00Z");
    private MockService<RedirectFlow> provider = MockService.authorizationCode();

    @AfterEach
    void close() {
        provider.close();
    }

    private RawProvider raw(MockService<RedirectFlow> mock) {
        provider = mock.timedBy(clock);
        return RawProvider.of(provider);
    }

    private RawProvider basic(MockService<RedirectFlow> mock) {
        provider = mock.timedBy(clock);
        return RawProvider.basic(provider);
    }

    @Test
    void zohoNamesTheDataCentreInItsCallback() {
        Map<String, String> callback = raw(MockService.zoho()).consent("scope", "ZohoCRM.users.READ");

        assertThat(callback).containsEntry("location", "eu").containsKey("accounts-server");
    }

    @Test
    void zohoSaysNoWithStatus200() {
        var refused = raw(MockService.zoho()).refresh("gone");

        assertThat(refused.statusCode()).isEqualTo(200);
        assertThat(refused.body()).isEqualTo("{\"error\":\"invalid_code\"}");
    }

    @Test
    void zohoMakesTenAccessTokensInTenMinutes() {
        RawProvider zoho = raw(MockService.zoho());
        String token = zoho.tokens("scope", "ZohoCRM.users.READ", "access_type", "offline")
                .path("refresh_token")
                .asText();
        for (int nth = 1; nth <= 10; nth++) {
            assertThat(json(zoho.refresh(token)).has("access_token"))
                    .as("token " + nth)
                    .isTrue();
        }

        assertThat(json(zoho.refresh(token)).path("error").asText()).isEqualTo("Access Denied");
        clock.advance(Duration.ofMinutes(11));
        assertThat(json(zoho.refresh(token)).has("access_token")).isTrue();
    }

    @Test
    void googleGivesARefreshTokenAtTheFirstConsentAlone() {
        RawProvider google = raw(MockService.google());

        JsonNode first = google.tokens("scope", "email", "access_type", "offline");
        JsonNode second = google.tokens("scope", "email", "access_type", "offline");
        JsonNode asked = google.tokens("scope", "email", "access_type", "offline", "prompt", "consent");

        assertThat(first.has("refresh_token")).isTrue();
        assertThat(second.has("refresh_token")).isFalse();
        assertThat(asked.has("refresh_token")).isTrue();
    }

    @Test
    void microsoftLetsFormerRefreshTokensLive() {
        RawProvider microsoft = raw(MockService.microsoft());
        String former = microsoft
                .tokens("scope", "User.Read offline_access")
                .path("refresh_token")
                .asText();

        JsonNode next = json(microsoft.refresh(former));

        assertThat(next.path("refresh_token").asText()).isNotEmpty().isNotEqualTo(former);
        assertThat(json(microsoft.refresh(former)).has("access_token")).isTrue();
    }

    @Test
    void microsoftTakesScopesOfOneResource() {
        var refused = raw(MockService.microsoft())
                .token(
                        "grant_type",
                        "refresh_token",
                        "scope",
                        "https://graph.microsoft.com/a https://outlook.office.com/b");

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("AADSTS28000");
    }

    @Test
    void gitHubAnswersWithAFormUnlessJsonIsAskedFor() {
        RawProvider github = raw(MockService.github());

        var answer = github.token(
                "code", github.consent("scope", "repo gist").get("code"), "redirect_uri", RawProvider.CALLBACK);

        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValue("application/x-www-form-urlencoded; charset=utf-8");
        assertThat(answer.body())
                .contains("scope=repo%2Cgist", "token_type=bearer")
                .doesNotContain("expires_in");
    }

    @Test
    void gitHubSaysNoWithStatus200() {
        var refused = raw(MockService.github()).token("code", "gone");

        assertThat(refused.statusCode()).isEqualTo(200);
        assertThat(refused.body()).startsWith("error=bad_verification_code");
    }

    @Test
    void slackGivesAUserTokenAlone() {
        JsonNode tokens = raw(MockService.slack()).tokens("user_scope", "search:read");

        assertThat(tokens.has("access_token")).isFalse();
        assertThat(tokens.at("/authed_user/token_type").asText()).isEqualTo("user");
        assertThat(tokens.at("/authed_user/access_token").asText()).isNotEmpty();
    }

    @Test
    void slackRotatesEachTokenByItself() {
        RawProvider slack = raw(MockService.slack().rotatingRefreshTokens(Duration.ZERO));
        JsonNode tokens = slack.tokens("scope", "chat:write", "user_scope", "search:read");
        String user = tokens.at("/authed_user/refresh_token").asText();

        JsonNode next = json(slack.refresh(user));

        assertThat(tokens.path("expires_in").asInt()).isEqualTo(43_200);
        assertThat(next.path("token_type").asText()).isEqualTo("user");
        assertThat(json(slack.refresh(tokens.path("refresh_token").asText()))
                        .path("token_type")
                        .asText())
                .isEqualTo("bot");
        assertThat(json(slack.refresh(user)).path("error").asText()).isEqualTo("invalid_refresh_token");
    }

    @Test
    void slackTellsAnExpiredTokenWithStatus200() {
        RawProvider slack = raw(MockService.slack());

        var answer = slack.get("auth.test", "Authorization", "Bearer gone");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"ok\":false,\"error\":\"token_expired\"}");
    }

    @Test
    void salesforceEndsTheSessionToldByACode() {
        RawProvider salesforce = raw(MockService.salesforce());

        var rest = salesforce.get("/services/data", "Authorization", "Bearer gone");
        var soap = salesforce.get("/services/Soap/u/62.0", "Authorization", "Bearer gone");

        assertThat(rest.statusCode()).isEqualTo(401);
        assertThat(json(rest).at("/0/errorCode").asText()).isEqualTo("INVALID_SESSION_ID");
        assertThat(soap.statusCode()).isEqualTo(500);
        assertThat(soap.body()).contains("INVALID_SESSION_ID");
    }

    @Test
    void salesforceHidesTheLifetime() {
        JsonNode tokens = raw(MockService.salesforce()).tokens("scope", "api refresh_token");

        assertThat(tokens.has("expires_in")).isFalse();
        assertThat(tokens.path("issued_at").isTextual()).isTrue();
        assertThat(tokens.path("instance_url").asText()).startsWith("http://127.0.0.1:");
    }

    @Test
    void salesforceEndsAllWhenARefreshTokenComesAgain() {
        RawProvider salesforce = raw(MockService.salesforce());
        String former = salesforce
                .tokens("scope", "api refresh_token")
                .path("refresh_token")
                .asText();
        String current = json(salesforce.refresh(former)).path("refresh_token").asText();

        assertThat(salesforce.refresh(former).statusCode()).isEqualTo(400);
        assertThat(salesforce.refresh(current).statusCode()).isEqualTo(400);
    }

    @Test
    void shopifySignsItsCallback() {
        Map<String, String> callback = raw(MockService.shopify()).consent("scope", "read_products");

        assertThat(callback).containsEntry("shop", "acme.myshopify.com");
        assertThat(callback.get("hmac")).matches("[0-9a-f]{64}");
    }

    @Test
    void shopifyTokensEndWhereTheExchangeAsksForIt() {
        RawProvider shopify = raw(MockService.shopify());

        JsonNode classic = shopify.tokens("scope", "read_products");
        JsonNode expiring = json(
                shopify.token("code", shopify.consent("scope", "read_products").get("code"), "expiring", "1"));

        assertThat(classic.has("refresh_token") || classic.has("expires_in")).isFalse();
        assertThat(expiring.path("expires_in").asInt()).isEqualTo(3600);
        assertThat(expiring.has("token_type")).isFalse();
    }

    @Test
    void shopifyKeepsARefreshTokenUntilItsSuccessorIsUsed() {
        RawProvider shopify = raw(MockService.shopify());
        String former = json(shopify.token(
                        "code", shopify.consent("scope", "read_products").get("code"), "expiring", "1"))
                .path("refresh_token")
                .asText();
        String current = json(shopify.refresh(former)).path("refresh_token").asText();

        assertThat(json(shopify.refresh(former)).path("refresh_token").asText()).isEqualTo(current);
        assertThat(shopify.refresh(current).statusCode()).isEqualTo(200);
        assertThat(shopify.refresh(former).statusCode()).isEqualTo(400);
    }

    @Test
    void xeroForgivesARepetitionForHalfAnHour() {
        RawProvider xero = raw(MockService.xero());
        String former =
                xero.tokens("scope", "offline_access").path("refresh_token").asText();
        String current = json(xero.refresh(former)).path("refresh_token").asText();

        assertThat(json(xero.refresh(former)).path("refresh_token").asText()).isEqualTo(current);
        clock.advance(Duration.ofMinutes(31));
        assertThat(xero.refresh(former).statusCode()).isEqualTo(400);
        assertThat(xero.refresh(current).statusCode()).isEqualTo(200);
    }

    @Test
    void xeroWantsToKnowTheOrganisation() {
        RawProvider xero = raw(MockService.xero());
        String bearer = "Bearer "
                + xero.tokens("scope", "offline_access").path("access_token").asText();

        assertThat(xero.get("/api.xro/2.0/Contacts", "Authorization", bearer).statusCode())
                .isEqualTo(403);
        assertThat(xero.get("/connections", "Authorization", bearer).statusCode())
                .isEqualTo(200);
    }

    @Test
    void quickBooksReplacesARefreshTokenOnceADay() {
        RawProvider books = basic(MockService.quickbooks());
        String first = books.tokens("scope", "com.intuit.quickbooks.accounting")
                .path("refresh_token")
                .asText();

        assertThat(json(books.refresh(first)).path("refresh_token").asText()).isEqualTo(first);
        clock.advance(Duration.ofHours(25));
        assertThat(json(books.refresh(first)).path("refresh_token").asText()).isNotEqualTo(first);
        assertThat(books.refresh(first).statusCode()).isEqualTo(400);
    }

    @Test
    void atlassianRefusesWithStatus403() {
        var refused = raw(MockService.atlassian()).refresh("gone");

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(json(refused).path("error").asText()).isEqualTo("invalid_grant");
    }

    @Test
    void atlassianForgivesARepetitionForTenMinutes() {
        RawProvider atlassian = raw(MockService.atlassian());
        String former = atlassian
                .tokens("scope", "offline_access", "audience", "api.atlassian.com", "prompt", "consent")
                .path("refresh_token")
                .asText();
        var unused = atlassian.refresh(former);

        assertThat(atlassian.refresh(former).statusCode()).isEqualTo(200);
        clock.advance(Duration.ofMinutes(11));
        assertThat(atlassian.refresh(former).statusCode()).isEqualTo(403);
    }

    @Test
    void dropboxWantsTheSecretInOnePlace() {
        RawProvider dropbox = basic(MockService.dropbox());

        var refused = dropbox.token(
                "grant_type",
                "refresh_token",
                "client_secret",
                provider.clientSecret().reveal());

        assertThat(json(refused).path("error_description").asText()).contains("two ways");
    }

    @Test
    void linkedInLeavesTheTokenTypeOut() {
        JsonNode tokens = raw(MockService.linkedin()).tokens("scope", "r_basicprofile w_member_social");

        assertThat(tokens.has("token_type")).isFalse();
        assertThat(tokens.path("scope").asText()).isEqualTo("r_basicprofile,w_member_social");
        assertThat(tokens.path("refresh_token_expires_in").asInt()).isEqualTo(31_536_000);
    }

    @Test
    void wantsPkceAtXAndAirtable() {
        RawProvider x = basic(MockService.x());
        assertThatThrownBy(() -> x.consent("scope", "tweet.read")).hasMessageContaining("code_challenge is missing");
        provider.close();

        RawProvider airtable = basic(MockService.airtable());
        assertThatThrownBy(() -> airtable.consent("scope", "data.records:read"))
                .hasMessageContaining("code_challenge is missing");
    }

    @Test
    void xCallsADeadTokenAnInvalidRequest() {
        var refused = basic(MockService.x()).refresh("gone");

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(json(refused).path("error").asText()).isEqualTo("invalid_request");
    }

    @Test
    void airtableWantsTheClientInTheHeaderAlone() {
        var refused = basic(MockService.airtable()).token("grant_type", "refresh_token", "client_id", "mock-client");

        assertThat(json(refused).path("error_description").asText()).contains("in the header already");
    }

    @Test
    void payPalWritesTheLifetimeAsAText() {
        JsonNode tokens = basic(MockService.paypal()).tokens("scope", "openid");

        assertThat(tokens.path("expires_in").isTextual()).isTrue();
        assertThat(tokens.path("expires_in").asText()).isEqualTo("28800");
    }

    @Test
    void stripeSaysNothingOfAnEnd() {
        JsonNode tokens = raw(MockService.stripe()).tokens("scope", "read_write");

        assertThat(tokens.has("expires_in")).isFalse();
        assertThat(tokens.path("stripe_user_id").asText()).startsWith("acct_");
    }

    @Test
    void hubSpotSaysAnErrorInNewAndOldWords() {
        JsonNode refused = json(raw(MockService.hubspot()).refresh("gone"));

        assertThat(refused.path("error").asText()).isEqualTo("invalid_grant");
        assertThat(refused.path("status").asText()).isEqualTo("BAD_REFRESH_TOKEN");
    }

    @Test
    void facebookPutsErrorsIntoAnObject() {
        RawProvider facebook = raw(MockService.facebook());

        var refused = facebook.token("grant_type", "fb_exchange_token", "fb_exchange_token", "gone");

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(json(refused).at("/error/type").asText()).isEqualTo("OAuthException");
        assertThat(json(refused).at("/error/code").asInt()).isEqualTo(190);
    }
}
