package dev.connections.catalog;

import dev.connections.ApiKeyCredential;
import dev.connections.AuthorizationFlow;
import dev.connections.BasicCredential;
import dev.connections.DirectFlow;
import dev.connections.RedirectFlow;
import dev.connections.Secret;
import dev.connections.Service;
import dev.connections.catalog.internal.Stages;
import java.util.Map;

/**
 * The services that come with the SDK, each typed by what it needs next. Immutable, thread-safe.
 *
 * <pre>{@code
 * DefaultServices.ZOHO_CRM.at(DataCenter.EU)
 *     .client("1000.ABC", Secret.fromEnvironment("CRM_CLIENT_SECRET"))
 *     .connection("CRM primary")
 * }</pre>
 *
 * <p>A constant reads its entry of the catalogue when it is used, and costs nothing before. The same services by name
 * are in {@link ServiceCatalog}.
 */
public final class DefaultServices {
    // Everything between the marks is generated from services.json; CatalogGenerator writes it, a test compares it.
    // begin of the constants

    /**
     * Bitly, OAuth 2.0; {@code bitly} in the category {@code marketing}.
     * Confidence high: 7 sources agree, 2026-11-20.
     *
     * @see <a href="https://dev.bitly.com">Documentation</a>
     */
    public static final NeedsClient<Service<RedirectFlow>> BITLY =
            Stages.begin("bitly", Stages.client(Stages.service()));

    /**
     * Dropbox, OAuth 2.0; {@code dropbox} in the category {@code knowledge_base}.
     * Confidence high: 13 sources agree, 2026-11-20.
     *
     * @see <a href="https://developers.dropbox.com/oauth-guide">Documentation</a>
     */
    public static final NeedsClient<Service<RedirectFlow>> DROPBOX =
            Stages.begin("dropbox", Stages.client(Stages.service()));

    /**
     * Eventbrite, OAuth 2.0; {@code eventbrite} in the category {@code marketing}.
     * Confidence high: 9 sources agree, 2026-11-20.
     *
     * @see <a href="https://www.eventbrite.com/platform/api">Documentation</a>
     */
    public static final NeedsClient<Service<RedirectFlow>> EVENTBRITE =
            Stages.begin("eventbrite", Stages.client(Stages.service()));

    /**
     * GitHub, OAuth 2.0; {@code github} in the category {@code dev}.
     * Confidence high: 24 sources agree, 2026-11-20.
     *
     * @see <a href="https://docs.github.com/en/apps/oauth-apps/building-oauth-apps/authorizing-oauth-apps">Documentation</a>
     */
    public static final NeedsClient<Service<RedirectFlow>> GITHUB =
            Stages.begin("github", Stages.client(Stages.service()));

    /**
     * Gmail, OAuth 2.0; {@code gmail} in the category {@code productivity}.
     * Confidence high: 11 sources agree, 2026-11-20.
     *
     * @see <a href="https://developers.google.com/workspace/gmail/api">Documentation</a>
     */
    public static final NeedsClient<Service<RedirectFlow>> GMAIL =
            Stages.begin("gmail", Stages.client(Stages.service()));

    /**
     * Google, OAuth 2.0; {@code google} in the category {@code communication}.
     * Confidence high: 11 sources agree, 2026-11-20.
     *
     * @see <a href="https://developers.google.com/identity/protocols/oauth2/web-server">Documentation</a>
     */
    public static final NeedsClient<Service<RedirectFlow>> GOOGLE =
            Stages.begin("google", Stages.client(Stages.service()));

    /**
     * Google Calendar, OAuth 2.0; {@code google_calendar} in the category {@code productivity}.
     * Confidence high: 11 sources agree, 2026-11-20.
     *
     * @see <a href="https://developers.google.com/workspace/calendar/api">Documentation</a>
     */
    public static final NeedsClient<Service<RedirectFlow>> GOOGLE_CALENDAR =
            Stages.begin("google_calendar", Stages.client(Stages.service()));

    /**
     * Google Contacts, OAuth 2.0; {@code google_contacts} in the category {@code productivity}.
     * Confidence high: 11 sources agree, 2026-11-20.
     *
     * @see <a href="https://developers.google.com/people">Documentation</a>
     */
    public static final NeedsClient<Service<RedirectFlow>> GOOGLE_CONTACTS =
            Stages.begin("google_contacts", Stages.client(Stages.service()));

    /**
     * Google Drive, OAuth 2.0; {@code google_drive} in the category {@code knowledge_base}.
     * Confidence high: 11 sources agree, 2026-11-20.
     *
     * @see <a href="https://developers.google.com/workspace/drive/api">Documentation</a>
     */
    public static final NeedsClient<Service<RedirectFlow>> GOOGLE_DRIVE =
            Stages.begin("google_drive", Stages.client(Stages.service()));

    /**
     * Google Sheets, OAuth 2.0; {@code google_sheets} in the category {@code productivity}.
     * Confidence high: 11 sources agree, 2026-11-20.
     *
     * @see <a href="https://developers.google.com/workspace/sheets/api">Documentation</a>
     */
    public static final NeedsClient<Service<RedirectFlow>> GOOGLE_SHEETS =
            Stages.begin("google_sheets", Stages.client(Stages.service()));

    /**
     * HubSpot, OAuth 2.0; {@code hubspot} in the category {@code marketing}.
     * Confidence high: 14 sources agree, 2026-11-20.
     *
     * @see <a href="https://developers.hubspot.com/docs">Documentation</a>
     */
    public static final NeedsClient<Service<RedirectFlow>> HUBSPOT =
            Stages.begin("hubspot", Stages.client(Stages.service()));

    /**
     * Microsoft, OAuth 2.0; {@code microsoft} in the category {@code communication}.
     * Confidence high: 12 sources agree, 2026-11-20.
     * Input {@code tenant}, by default {@code common}, for example {@code organizations}.
     *
     * @see <a href="https://learn.microsoft.com/en-us/entra/identity-platform/v2-oauth2-auth-code-flow">Documentation</a>
     */
    public static final TakesInputs<Service<RedirectFlow>> MICROSOFT =
            Stages.begin("microsoft", Stages.clientOrInputs(Stages.service()));

    /**
     * Microsoft Dynamics, OAuth 2.0; {@code microsoft_dynamics} in the category {@code crm}.
     * Confidence high: 12 sources agree, 2026-11-20.
     * Input {@code tenant}, by default {@code common}, for example {@code organizations}.
     *
     * @see <a href="https://learn.microsoft.com/en-us/power-apps/developer/data-platform/authenticate-oauth">Documentation</a>
     */
    public static final TakesInputs<NeedsResourceServers<RedirectFlow>> MICROSOFT_DYNAMICS =
            Stages.begin("microsoft_dynamics", Stages.clientOrInputs(Stages.resourceServers()));

    /**
     * OneDrive for Business, OAuth 2.0; {@code onedrive} in the category {@code knowledge_base}.
     * Confidence high: 13 sources agree, 2026-11-20.
     * Input {@code tenant}, by default {@code common}, for example {@code organizations}.
     *
     * @see <a href="https://learn.microsoft.com/en-us/onedrive/developer/">Documentation</a>
     */
    public static final TakesInputs<Service<RedirectFlow>> ONEDRIVE =
            Stages.begin("onedrive", Stages.clientOrInputs(Stages.service()));

    /**
     * Outlook, OAuth 2.0; {@code outlook} in the category {@code communication}.
     * Confidence high: 12 sources agree, 2026-11-20.
     * Input {@code tenant}, by default {@code common}, for example {@code organizations}.
     *
     * @see <a href="https://learn.microsoft.com/en-us/graph/outlook-mail-concept-overview">Documentation</a>
     */
    public static final TakesInputs<Service<RedirectFlow>> OUTLOOK =
            Stages.begin("outlook", Stages.clientOrInputs(Stages.service()));

    /**
     * QuickBooks, OAuth 2.0; {@code quickbooks} in the category {@code accounting}.
     * Confidence high: 5 sources agree, 2026-11-20.
     *
     * @see <a href="https://developer.intuit.com/app/developer/qbo/docs/develop/authentication-and-authorization/oauth-2.0">Documentation</a>
     */
    public static final NeedsClient<Service<RedirectFlow>> QUICKBOOKS =
            Stages.begin("quickbooks", Stages.client(Stages.service()));

    /**
     * Salesforce, OAuth 2.0; {@code salesforce} in the category {@code crm}.
     * Confidence high: 6 sources agree, 2026-11-20.
     * Input {@code hostname}, by default {@code login.salesforce.com}, for example {@code acme.my.salesforce.com}.
     *
     * @see <a href="https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/">Documentation</a>
     */
    public static final TakesInputs<Service<RedirectFlow>> SALESFORCE =
            Stages.begin("salesforce", Stages.clientOrInputs(Stages.service()));

    /**
     * SendGrid, API key; {@code sendgrid} in the category {@code marketing}.
     * Confidence high: 4 sources agree, 2026-11-20.
     *
     * @see <a href="https://www.twilio.com/docs/sendgrid/api-reference">Documentation</a>
     */
    public static final Service<DirectFlow<ApiKeyCredential>> SENDGRID = Stages.begin("sendgrid", Stages.lazyService());

    /**
     * Slack, OAuth 2.0; {@code slack} in the category {@code productivity}.
     * Confidence high: 5 sources agree, 2026-11-20.
     *
     * @see <a href="https://docs.slack.dev/authentication/installing-with-oauth">Documentation</a>
     */
    public static final NeedsClient<Service<RedirectFlow>> SLACK =
            Stages.begin("slack", Stages.client(Stages.service()));

    /**
     * Stripe Connect, OAuth 2.0; {@code stripe} in the category {@code payments}.
     * Confidence high: 8 sources agree, 2026-11-20.
     *
     * @see <a href="https://docs.stripe.com/connect/oauth-reference">Documentation</a>
     */
    public static final NeedsClient<Service<RedirectFlow>> STRIPE =
            Stages.begin("stripe", Stages.client(Stages.service()));

    /**
     * Stripe (API Key), API key; {@code stripe_api_key} in the category {@code payments}.
     * Confidence medium: 2 sources agree, 2026-11-20.
     *
     * @see <a href="https://docs.stripe.com/api/authentication">Documentation</a>
     */
    public static final Service<DirectFlow<ApiKeyCredential>> STRIPE_API_KEY =
            Stages.begin("stripe_api_key", Stages.lazyService());

    /**
     * SurveyMonkey, OAuth 2.0; {@code surveymonkey} in the category {@code surveys}.
     * Confidence high: 3 sources agree, 2026-11-20.
     *
     * @see <a href="https://api.surveymonkey.com/v3/docs">Documentation</a>
     */
    public static final NeedsClient<Service<RedirectFlow>> SURVEYMONKEY =
            Stages.begin("surveymonkey", Stages.client(Stages.service()));

    /**
     * Twilio, user name and password; {@code twilio} in the category {@code dev}.
     * Confidence high: 4 sources agree, 2026-11-20.
     *
     * @see <a href="https://www.twilio.com/docs/usage/requests-to-twilio">Documentation</a>
     */
    public static final Service<DirectFlow<BasicCredential>> TWILIO = Stages.begin("twilio", Stages.lazyService());

    /**
     * Typeform, OAuth 2.0; {@code typeform} in the category {@code surveys}.
     * Confidence high: 5 sources agree, 2026-11-20.
     *
     * @see <a href="https://www.typeform.com/developers/get-started/applications/">Documentation</a>
     */
    public static final NeedsClient<Service<RedirectFlow>> TYPEFORM =
            Stages.begin("typeform", Stages.client(Stages.service()));

    /**
     * WooCommerce, user name and password; {@code woocommerce} in the category {@code ecommerce}.
     * Confidence medium: 2 sources agree, 2026-11-20.
     * Input {@code store}, for example {@code shop.example.com}.
     *
     * @see <a href="https://woocommerce.github.io/woocommerce-rest-api-docs/">Documentation</a>
     */
    public static final NeedsInputs<Service<DirectFlow<BasicCredential>>> WOOCOMMERCE =
            Stages.begin("woocommerce", Stages.inputs(Stages.service()));

    /**
     * Zendesk, OAuth 2.0; {@code zendesk} in the category {@code support}.
     * Confidence high: 6 sources agree, 2026-11-20.
     * Input {@code subdomain}, for example {@code acme}.
     *
     * @see <a href="https://developer.zendesk.com/api-reference/">Documentation</a>
     */
    public static final NeedsInputs<NeedsClient<Service<RedirectFlow>>> ZENDESK =
            Stages.begin("zendesk", Stages.inputs(Stages.client(Stages.service())));

    /**
     * Zoho OAuth, OAuth 2.0; {@code zlabs_integration} in the category {@code other}.
     * Confidence high: 6 sources agree, 2026-11-20.
     *
     * @see <a href="https://www.zoho.com/accounts/protocol/oauth.html">Documentation</a>
     */
    public static final NeedsDataCenter<NeedsClient<Service<RedirectFlow>>> ZLABS_INTEGRATION =
            Stages.begin("zlabs_integration", Stages.dataCenter(Stages.client(Stages.service())));

    /**
     * Zoho Bigin, OAuth 2.0; {@code zoho_bigin} in the category {@code crm}.
     * Confidence high: 6 sources agree, 2026-11-20.
     *
     * @see <a href="https://www.bigin.com/developer/docs/apis/">Documentation</a>
     */
    public static final NeedsDataCenter<NeedsClient<Service<RedirectFlow>>> ZOHO_BIGIN =
            Stages.begin("zoho_bigin", Stages.dataCenter(Stages.client(Stages.service())));

    /**
     * Zoho Books, OAuth 2.0; {@code zoho_books} in the category {@code accounting}.
     * Confidence high: 6 sources agree, 2026-11-20.
     *
     * @see <a href="https://www.zoho.com/books/api/v3/">Documentation</a>
     */
    public static final NeedsDataCenter<NeedsClient<Service<RedirectFlow>>> ZOHO_BOOKS =
            Stages.begin("zoho_books", Stages.dataCenter(Stages.client(Stages.service())));

    /**
     * Zoho Calendar, OAuth 2.0; {@code zoho_calendar} in the category {@code productivity}.
     * Confidence high: 7 sources agree, 2026-11-20.
     *
     * @see <a href="https://www.zoho.com/calendar/help/api/">Documentation</a>
     */
    public static final NeedsDataCenter<NeedsClient<Service<RedirectFlow>>> ZOHO_CALENDAR =
            Stages.begin("zoho_calendar", Stages.dataCenter(Stages.client(Stages.service())));

    /**
     * Zoho Creator, OAuth 2.0; {@code zoho_creator} in the category {@code dev}.
     * Confidence high: 6 sources agree, 2026-11-20.
     *
     * @see <a href="https://www.zoho.com/creator/help/api/v2.1/">Documentation</a>
     */
    public static final NeedsDataCenter<NeedsClient<Service<RedirectFlow>>> ZOHO_CREATOR =
            Stages.begin("zoho_creator", Stages.dataCenter(Stages.client(Stages.service())));

    /**
     * Zoho CRM, OAuth 2.0; {@code zoho_crm} in the category {@code crm}.
     * Confidence high: 6 sources agree, 2026-11-20.
     *
     * @see <a href="https://www.zoho.com/crm/developer/docs/api/v8/">Documentation</a>
     */
    public static final NeedsDataCenter<NeedsClient<Service<RedirectFlow>>> ZOHO_CRM =
            Stages.begin("zoho_crm", Stages.dataCenter(Stages.client(Stages.service())));

    /**
     * Zoho Desk, OAuth 2.0; {@code zoho_desk} in the category {@code support}.
     * Confidence high: 6 sources agree, 2026-11-20.
     *
     * @see <a href="https://desk.zoho.com/DeskAPIDocument">Documentation</a>
     */
    public static final NeedsDataCenter<NeedsClient<Service<RedirectFlow>>> ZOHO_DESK =
            Stages.begin("zoho_desk", Stages.dataCenter(Stages.client(Stages.service())));

    /**
     * Zoho Inventory, OAuth 2.0; {@code zoho_inventory} in the category {@code ecommerce}.
     * Confidence high: 6 sources agree, 2026-11-20.
     *
     * @see <a href="https://www.zoho.com/inventory/api/v1/">Documentation</a>
     */
    public static final NeedsDataCenter<NeedsClient<Service<RedirectFlow>>> ZOHO_INVENTORY =
            Stages.begin("zoho_inventory", Stages.dataCenter(Stages.client(Stages.service())));

    /**
     * Zoho Invoice, OAuth 2.0; {@code zoho_invoice} in the category {@code invoicing}.
     * Confidence high: 6 sources agree, 2026-11-20.
     *
     * @see <a href="https://www.zoho.com/invoice/api/v3/">Documentation</a>
     */
    public static final NeedsDataCenter<NeedsClient<Service<RedirectFlow>>> ZOHO_INVOICE =
            Stages.begin("zoho_invoice", Stages.dataCenter(Stages.client(Stages.service())));

    /**
     * Zoho Mail, OAuth 2.0; {@code zoho_mail} in the category {@code productivity}.
     * Confidence high: 7 sources agree, 2026-11-20.
     *
     * @see <a href="https://www.zoho.com/mail/help/api/">Documentation</a>
     */
    public static final NeedsDataCenter<NeedsClient<Service<RedirectFlow>>> ZOHO_MAIL =
            Stages.begin("zoho_mail", Stages.dataCenter(Stages.client(Stages.service())));

    /**
     * Zoho People, OAuth 2.0; {@code zoho_people} in the category {@code hr}.
     * Confidence high: 6 sources agree, 2026-11-20.
     *
     * @see <a href="https://www.zoho.com/people/api/overview.html">Documentation</a>
     */
    public static final NeedsDataCenter<NeedsClient<Service<RedirectFlow>>> ZOHO_PEOPLE =
            Stages.begin("zoho_people", Stages.dataCenter(Stages.client(Stages.service())));

    /**
     * Zoho Recruit, OAuth 2.0; {@code zoho_recruit} in the category {@code ats}.
     * Confidence high: 6 sources agree, 2026-11-20.
     *
     * @see <a href="https://www.zoho.com/recruit/developer-guide/apiv2/">Documentation</a>
     */
    public static final NeedsDataCenter<NeedsClient<Service<RedirectFlow>>> ZOHO_RECRUIT =
            Stages.begin("zoho_recruit", Stages.dataCenter(Stages.client(Stages.service())));

    /**
     * Zoho Writer, OAuth 2.0; {@code zoho_writer} in the category {@code productivity}.
     * Confidence high: 6 sources agree, 2026-11-20.
     *
     * @see <a href="https://www.zoho.com/writer/help/api/v1/">Documentation</a>
     */
    public static final NeedsDataCenter<NeedsClient<Service<RedirectFlow>>> ZOHO_WRITER =
            Stages.begin("zoho_writer", Stages.dataCenter(Stages.client(Stages.service())));

    // end of the constants

    private DefaultServices() {}

    /**
     * The stage that asks in which data centre of Zoho the client is registered. The account's own data centre is told
     * by Zoho at authorization.
     *
     * @param <S> the next stage
     */
    public interface NeedsDataCenter<S> {
        /**
         * States the client's data centre.
         *
         * @param home where the client is registered
         * @return the next stage
         */
        S at(DataCenter home);
    }

    /**
     * The stage that asks for values such as a subdomain.
     *
     * @param <S> the next stage
     */
    public interface NeedsInputs<S> {
        /**
         * States the inputs. Those with a default may be left out.
         *
         * @param inputs values by name
         * @return the next stage
         * @throws dev.connections.ConnectionConfigurationException if one is missing ({@code input_missing}), unknown
         *     ({@code input_unknown}) or of another shape ({@code input_malformed})
         */
        S with(Map<String, String> inputs);

        /**
         * States the only input.
         *
         * @param input its name
         * @param value its value
         * @return the next stage
         * @throws dev.connections.ConnectionConfigurationException as {@link #with(Map)}
         */
        default S with(String input, String value) {
            return with(Map.of(input, value));
        }
    }

    /**
     * The stage that asks for the client that was registered with the service.
     *
     * @param <S> the next stage
     */
    public interface NeedsClient<S> {
        /**
         * States a client with a secret.
         *
         * @param id the client id
         * @param secret the client secret
         * @return the next stage
         * @throws dev.connections.ConnectionConfigurationException if the id is blank ({@code input_missing}) or one
         *     cannot be used ({@code client_id_malformed}, {@code client_secret_malformed})
         */
        S client(String id, Secret secret);

        /**
         * States a client without a secret, such as a desktop tool. It always uses PKCE.
         *
         * @param id the client id
         * @return the next stage
         * @throws dev.connections.ConnectionConfigurationException as {@link #client}
         */
        S publicClient(String id);
    }

    /**
     * The stage that asks for the client, of a service whose inputs all have defaults.
     *
     * @param <S> the next stage
     */
    public interface TakesInputs<S> extends NeedsClient<S> {
        /**
         * States inputs that differ from their defaults.
         *
         * @param inputs values by name
         * @return the stage that asks for the client
         * @throws dev.connections.ConnectionConfigurationException if one is unknown ({@code input_unknown}) or of
         *     another shape ({@code input_malformed})
         */
        NeedsClient<S> with(Map<String, String> inputs);

        /**
         * States an input that differs from its default.
         *
         * @param input its name
         * @param value its value
         * @return the stage that asks for the client
         * @throws dev.connections.ConnectionConfigurationException as {@link #with(Map)}
         */
        default NeedsClient<S> with(String input, String value) {
            return with(Map.of(input, value));
        }
    }

    /**
     * The stage that asks where the API is, for services whose address nobody knows: each organisation has its own.
     *
     * @param <F> the flow of the service
     */
    public interface NeedsResourceServers<F extends AuthorizationFlow> {
        /**
         * States the origins credentials may go to.
         *
         * @param first an {@code https} origin; a path makes it the API base
         * @param more further origins
         * @return the service
         * @throws dev.connections.ConnectionConfigurationException if one cannot be used ({@code endpoint_malformed},
         *     {@code endpoint_not_https})
         */
        Service<F> resourceServers(String first, String... more);
    }
}
