package dev.connections.catalog;

import dev.connections.ApiKeyCredential;
import dev.connections.AuthorizationFlow;
import dev.connections.BasicCredential;
import dev.connections.DirectFlow;
import dev.connections.RedirectFlow;
import dev.connections.Secret;
import dev.connections.Service;
import dev.connections.UnattendedFlow;
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
     * Acclaim, OAuth 2.0; {@code acclaim} in the category {@code other}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final NeedsClient<NeedsResourceServers<RedirectFlow>> ACCLAIM =
            Stages.begin("acclaim", Stages.client(Stages.resourceServers()));

    /**
     * ActiveCampaign, API key; {@code active_campaign} in the category {@code marketing}.
     * Confidence high: 3 sources agree, 2026-11-20.
     * Input {@code hostname}, for example {@code company.activehosted.com}.
     */
    public static final NeedsInputs<Service<DirectFlow<ApiKeyCredential>>> ACTIVE_CAMPAIGN =
            Stages.begin("active_campaign", Stages.inputs(Stages.service()));

    /**
     * Acuity Scheduling, OAuth 2.0; {@code acuity_scheduling} in the category {@code productivity}.
     * Confidence high: 3 sources agree, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> ACUITY_SCHEDULING =
            Stages.begin("acuity_scheduling", Stages.client(Stages.service()));

    /**
     * Admitad, OAuth 2.0; {@code admitad} in the category {@code marketing}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final NeedsClient<NeedsResourceServers<RedirectFlow>> ADMITAD =
            Stages.begin("admitad", Stages.client(Stages.resourceServers()));

    /**
     * Adobe, OAuth 2.0; {@code adobe} in the category {@code design}.
     * Confidence medium: 2 sources agree, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> ADOBE =
            Stages.begin("adobe", Stages.client(Stages.service()));

    /**
     * Adobe Creative Cloud Libraries, OAuth 2.0; {@code adobe_creative_cloud_libraries} in the category {@code storage}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> ADOBE_CREATIVE_CLOUD_LIBRARIES =
            Stages.begin("adobe_creative_cloud_libraries", Stages.client(Stages.service()));

    /**
     * Adobe Acrobat Sign, OAuth 2.0; {@code adobe_sign} in the category {@code legal}.
     * Confidence medium: 2 sources agree, 2026-11-20.
     */
    public static final NeedsClient<NeedsResourceServers<RedirectFlow>> ADOBE_SIGN =
            Stages.begin("adobe_sign", Stages.client(Stages.resourceServers()));

    /**
     * Adyen, OAuth 2.0; {@code adyen} in the category {@code payments}.
     * Confidence low: one source, 2026-11-20.
     * Input {@code environment}.
     * Input {@code resource}, for example {@code kyc}.
     */
    public static final NeedsInputs<NeedsClient<Service<RedirectFlow>>> ADYEN =
            Stages.begin("adyen", Stages.inputs(Stages.client(Stages.service())));

    /**
     * Agave, OAuth 2.0; {@code agave} in the category {@code other}.
     * Confidence low: one source, 2026-11-20.
     * Input {@code domain}, for example {@code acme.example.com}.
     */
    public static final NeedsInputs<NeedsClient<NeedsResourceServers<RedirectFlow>>> AGAVE =
            Stages.begin("agave", Stages.inputs(Stages.client(Stages.resourceServers())));

    /**
     * AIForged, OAuth 2.0; {@code aiforged} in the category {@code other}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> AIFORGED =
            Stages.begin("aiforged", Stages.client(Stages.service()));

    /**
     * Aikido, OAuth 2.0; {@code aikido} in the category {@code other}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final NeedsClient<NeedsResourceServers<RedirectFlow>> AIKIDO =
            Stages.begin("aikido", Stages.client(Stages.resourceServers()));

    /**
     * Airtable, OAuth 2.0; {@code airtable} in the category {@code productivity}.
     * Confidence high: 4 sources agree, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> AIRTABLE =
            Stages.begin("airtable", Stages.client(Stages.service()));

    /**
     * Airtable (Personal Access Token), API key; {@code airtable_pat} in the category {@code productivity}.
     * Confidence high: 4 sources agree, 2026-11-20.
     */
    public static final Service<DirectFlow<ApiKeyCredential>> AIRTABLE_PAT =
            Stages.begin("airtable_pat", Stages.lazyService());

    /**
     * Algolia, API key; {@code algolia} in the category {@code search}.
     * Confidence low: one source, 2026-11-20.
     * Input {@code app_id}, for example {@code erbsowzo32}.
     */
    public static final NeedsInputs<Service<DirectFlow<ApiKeyCredential>>> ALGOLIA =
            Stages.begin("algolia", Stages.inputs(Stages.service()));

    /**
     * AlienVault, API key; {@code alienvault} in the category {@code other}.
     * Confidence medium: 2 sources agree, 2026-11-20.
     */
    public static final Service<DirectFlow<ApiKeyCredential>> ALIENVAULT =
            Stages.begin("alienvault", Stages.lazyService());

    /**
     * Alipay, OAuth 2.0; {@code alipay} in the category {@code ecommerce}.
     * Confidence medium: 2 sources agree, 2026-11-20.
     * Its gateway wants requests that are signed with RSA2, which no definition says: write a strategy of your own for them.
     */
    public static final NeedsClient<NeedsResourceServers<RedirectFlow>> ALIPAY =
            Stages.begin("alipay", Stages.client(Stages.resourceServers()));

    /**
     * Amazon, OAuth 2.0; {@code amazon} in the category {@code dev}.
     * Confidence high: 13 sources agree, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> AMAZON =
            Stages.begin("amazon", Stages.client(Stages.service()));

    /**
     * Ambee, API key; {@code ambee} in the category {@code other}.
     * Confidence medium: 2 sources agree, 2026-11-20.
     */
    public static final Service<DirectFlow<ApiKeyCredential>> AMBEE = Stages.begin("ambee", Stages.lazyService());

    /**
     * amoCRM, OAuth 2.0; {@code amo_crm} in the category {@code crm}.
     * Confidence low: one source, 2026-11-20.
     * Input {@code subdomain}, for example {@code acme}.
     */
    public static final NeedsInputs<NeedsClient<NeedsResourceServers<RedirectFlow>>> AMO_CRM =
            Stages.begin("amo_crm", Stages.inputs(Stages.client(Stages.resourceServers())));

    /**
     * Amplitude (Event Streaming API), user name and password; {@code amplitude} in the category {@code analytics}.
     * Confidence medium: 2 sources agree, 2026-11-20.
     * Input {@code hostname}, by default {@code amplitude.com}.
     */
    public static final NeedsInputs<Service<DirectFlow<BasicCredential>>> AMPLITUDE =
            Stages.begin("amplitude", Stages.inputs(Stages.service()));

    /**
     * Anilist, OAuth 2.0; {@code anilist} in the category {@code gaming}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final NeedsClient<NeedsResourceServers<RedirectFlow>> ANILIST =
            Stages.begin("anilist", Stages.client(Stages.resourceServers()));

    /**
     * Anthropic, API key; {@code anthropic} in the category {@code productivity}.
     * Confidence high: 3 sources agree, 2026-11-20.
     * Input {@code version}, by default {@code 2023-06-01}, for example {@code 2023-06-01}.
     */
    public static final NeedsInputs<Service<DirectFlow<ApiKeyCredential>>> ANTHROPIC =
            Stages.begin("anthropic", Stages.inputs(Stages.service()));

    /**
     * APITemplate, API key; {@code apitemplate} in the category {@code other}.
     * Confidence medium: 2 sources agree, 2026-11-20.
     */
    public static final Service<DirectFlow<ApiKeyCredential>> APITEMPLATE =
            Stages.begin("apitemplate", Stages.lazyService());

    /**
     * Apollo (API Key), API key; {@code apollo} in the category {@code marketing}.
     * Confidence medium: 2 sources agree, 2026-11-20.
     */
    public static final Service<DirectFlow<ApiKeyCredential>> APOLLO = Stages.begin("apollo", Stages.lazyService());

    /**
     * Apple, OAuth 2.0; {@code apple} in the category {@code social}.
     * Confidence high: 11 sources agree, 2026-11-20.
     * The client secret is a JWT that you sign with your ES256 key and renew within six months.
     * The callback arrives as a form: hand its parameters to complete.
     */
    public static final NeedsClient<NeedsResourceServers<RedirectFlow>> APPLE =
            Stages.begin("apple", Stages.client(Stages.resourceServers()));

    /**
     * ArcGIS, OAuth 2.0; {@code arcgis} in the category {@code maps}.
     * Confidence high: 5 sources agree, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> ARCGIS =
            Stages.begin("arcgis", Stages.client(Stages.service()));

    /**
     * Asana, OAuth 2.0; {@code asana} in the category {@code productivity}.
     * Confidence high: 12 sources agree, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> ASANA =
            Stages.begin("asana", Stages.client(Stages.service()));

    /**
     * Asana (SCIM API), API key; {@code asana_scim} in the category {@code productivity}.
     * Confidence high: 4 sources agree, 2026-11-20.
     */
    public static final Service<DirectFlow<ApiKeyCredential>> ASANA_SCIM =
            Stages.begin("asana_scim", Stages.lazyService());

    /**
     * Ashby, API key; {@code ashby} in the category {@code ats}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final Service<DirectFlow<ApiKeyCredential>> ASHBY = Stages.begin("ashby", Stages.lazyService());

    /**
     * Asite, OAuth 2.0; {@code asite} in the category {@code other}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> ASITE =
            Stages.begin("asite", Stages.client(Stages.service()));

    /**
     * Assembly AI, API key; {@code assembly_ai} in the category {@code other}.
     * Confidence medium: 2 sources agree, 2026-11-20.
     */
    public static final Service<DirectFlow<ApiKeyCredential>> ASSEMBLY_AI =
            Stages.begin("assembly_ai", Stages.lazyService());

    /**
     * Atlassian, OAuth 2.0; {@code atlassian} in the category {@code dev}.
     * Confidence high: 10 sources agree, 2026-11-20.
     * The cloud id in each path is listed by https://api.atlassian.com/oauth/token/accessible-resources.
     */
    public static final NeedsClient<Service<RedirectFlow>> ATLASSIAN =
            Stages.begin("atlassian", Stages.client(Stages.service()));

    /**
     * Atlassian Service Account (API Token), user name and password; {@code atlassian_service_account_api_token} in the category {@code dev}.
     * Confidence medium: 2 sources agree, 2026-11-20.
     */
    public static final Service<DirectFlow<BasicCredential>> ATLASSIAN_SERVICE_ACCOUNT_API_TOKEN =
            Stages.begin("atlassian_service_account_api_token", Stages.lazyService());

    /**
     * Autenti E-Signature Workflow, OAuth 2.0; {@code autenti_e_signature_standard_workflow_connector} in the category {@code other}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> AUTENTI_E_SIGNATURE_STANDARD_WORKFLOW_CONNECTOR =
            Stages.begin("autenti_e_signature_standard_workflow_connector", Stages.client(Stages.service()));

    /**
     * Auth0, OAuth 2.0; {@code auth0} in the category {@code iam}.
     * Confidence high: 4 sources agree, 2026-11-20.
     * Input {@code subdomain}, for example {@code domain}.
     */
    public static final NeedsInputs<NeedsClient<Service<RedirectFlow>>> AUTH0 =
            Stages.begin("auth0", Stages.inputs(Stages.client(Stages.service())));

    /**
     * Authentiq, OAuth 2.0; {@code authentiq} in the category {@code identity}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> AUTHENTIQ =
            Stages.begin("authentiq", Stages.client(Stages.service()));

    /**
     * Autodesk, OAuth 2.0; {@code autodesk} in the category {@code design}.
     * Confidence high: 5 sources agree, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> AUTODESK =
            Stages.begin("autodesk", Stages.client(Stages.service()));

    /**
     * AutoPylot, OAuth 2.0; {@code autopylot_connect} in the category {@code other}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> AUTOPYLOT_CONNECT =
            Stages.begin("autopylot_connect", Stages.client(Stages.service()));

    /**
     * Azure AD B2C, OAuth 2.0; {@code azure_ad_b2c} in the category {@code identity}.
     * Confidence low: one source, 2026-11-20.
     * Input {@code domain}, for example {@code acme.example.com}.
     */
    public static final NeedsInputs<NeedsClient<NeedsResourceServers<RedirectFlow>>> AZURE_AD_B2C =
            Stages.begin("azure_ad_b2c", Stages.inputs(Stages.client(Stages.resourceServers())));

    /**
     * Azure Blob Storage, OAuth 2.0; {@code azure_blob_storage} in the category {@code storage}.
     * Confidence high: 12 sources agree, 2026-11-20.
     * Input {@code account_name}, for example {@code acmestorage}.
     */
    public static final NeedsInputs<NeedsClient<Service<RedirectFlow>>> AZURE_BLOB_STORAGE =
            Stages.begin("azure_blob_storage", Stages.inputs(Stages.client(Stages.service())));

    /**
     * Azure DevOps, API key; {@code azure_devops} in the category {@code dev}.
     * Confidence medium: 2 sources agree, 2026-11-20.
     * Input {@code organization_url}, by default {@code dev.azure.com}, for example {@code acme.visualstudio.com}.
     */
    public static final NeedsInputs<Service<DirectFlow<ApiKeyCredential>>> AZURE_DEVOPS =
            Stages.begin("azure_devops", Stages.inputs(Stages.service()));

    /**
     * Azure DevOps, OAuth 2.0; {@code azure_devops_oauth} in the category {@code dev}.
     * Confidence medium: 2 sources agree, 2026-11-20.
     */
    public static final NeedsClient<NeedsResourceServers<RedirectFlow>> AZURE_DEVOPS_OAUTH =
            Stages.begin("azure_devops_oauth", Stages.client(Stages.resourceServers()));

    /**
     * Azure Storage, OAuth 2.0; {@code azure_storage} in the category {@code storage}.
     * Confidence high: 13 sources agree, 2026-11-20.
     */
    public static final NeedsClient<NeedsResourceServers<RedirectFlow>> AZURE_STORAGE =
            Stages.begin("azure_storage", Stages.client(Stages.resourceServers()));

    /**
     * Badgr, OAuth 2.0; {@code badgr} in the category {@code other}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> BADGR =
            Stages.begin("badgr", Stages.client(Stages.service()));

    /**
     * Baidu, OAuth 2.0; {@code baidu} in the category {@code social}.
     * Confidence high: 4 sources agree, 2026-11-20.
     */
    public static final NeedsClient<NeedsResourceServers<RedirectFlow>> BAIDU =
            Stages.begin("baidu", Stages.client(Stages.resourceServers()));

    /**
     * BambooHR, OAuth 2.0; {@code bamboohr} in the category {@code hr}.
     * Confidence low: one source, 2026-11-20.
     * Input {@code subdomain}, for example {@code acme}.
     */
    public static final NeedsInputs<NeedsClient<Service<RedirectFlow>>> BAMBOOHR =
            Stages.begin("bamboohr", Stages.inputs(Stages.client(Stages.service())));

    /**
     * Basecamp, OAuth 2.0; {@code basecamp} in the category {@code productivity}.
     * Confidence high: 8 sources agree, 2026-11-20.
     * Several accounts may be reached: connection.choices() lists them, choose(id) takes one for the path of each request.
     * Every request needs a User-Agent that says how to reach you.
     */
    public static final NeedsClient<Service<RedirectFlow>> BASECAMP =
            Stages.begin("basecamp", Stages.client(Stages.service()));

    /**
     * Baserow, API key; {@code baserow} in the category {@code productivity}.
     * Confidence medium: 2 sources agree, 2026-11-20.
     * Input {@code base_url}, by default {@code api.baserow.io}, for example {@code baserow.example.com}.
     */
    public static final NeedsInputs<Service<DirectFlow<ApiKeyCredential>>> BASEROW =
            Stages.begin("baserow", Stages.inputs(Stages.service()));

    /**
     * Battle.net, OAuth 2.0; {@code battlenet} in the category {@code gaming}.
     * Confidence high: 3 sources agree, 2026-11-20.
     * Input {@code oauth_host}, by default {@code oauth.battle.net}.
     * Input {@code api_domain}.
     */
    public static final NeedsInputs<NeedsClient<Service<RedirectFlow>>> BATTLENET =
            Stages.begin("battlenet", Stages.inputs(Stages.client(Stages.service())));

    /**
     * Behance, OAuth 2.0; {@code behance} in the category {@code social}.
     * Confidence medium: 2 sources agree, 2026-11-20.
     */
    public static final NeedsClient<NeedsResourceServers<RedirectFlow>> BEHANCE =
            Stages.begin("behance", Stages.client(Stages.resourceServers()));

    /**
     * Bexio, OAuth 2.0; {@code bexio} in the category {@code finance}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final NeedsClient<NeedsResourceServers<RedirectFlow>> BEXIO =
            Stages.begin("bexio", Stages.client(Stages.resourceServers()));

    /**
     * BigCommerce, OAuth 2.0; {@code bigcommerce} in the category {@code ecommerce}.
     * Confidence low: one source, 2026-11-20.
     * Input {@code store_hash}, for example {@code hpj4hvw2bb}.
     */
    public static final NeedsInputs<NeedsClient<Service<RedirectFlow>>> BIGCOMMERCE =
            Stages.begin("bigcommerce", Stages.inputs(Stages.client(Stages.service())));

    /**
     * Binance, OAuth 2.0; {@code binance} in the category {@code finance}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final NeedsClient<NeedsResourceServers<RedirectFlow>> BINANCE =
            Stages.begin("binance", Stages.client(Stages.resourceServers()));

    /**
     * Bitbucket, OAuth 2.0; {@code bitbucket} in the category {@code dev}.
     * Confidence high: 13 sources agree, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> BITBUCKET =
            Stages.begin("bitbucket", Stages.client(Stages.service()));

    /**
     * Bitly, OAuth 2.0; {@code bitly} in the category {@code marketing}.
     * Confidence high: 7 sources agree, 2026-11-20.
     *
     * @see <a href="https://dev.bitly.com">Documentation</a>
     */
    public static final NeedsClient<Service<RedirectFlow>> BITLY =
            Stages.begin("bitly", Stages.client(Stages.service()));

    /**
     * BoldSign, OAuth 2.0; {@code boldsign} in the category {@code legal}.
     * Confidence medium: 2 sources agree, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> BOLDSIGN =
            Stages.begin("boldsign", Stages.client(Stages.service()));

    /**
     * Box, OAuth 2.0; {@code box} in the category {@code knowledge_base}.
     * Confidence high: 8 sources agree, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> BOX = Stages.begin("box", Stages.client(Stages.service()));

    /**
     * Braintree, OAuth 2.0; {@code braintree} in the category {@code payments}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> BRAINTREE =
            Stages.begin("braintree", Stages.client(Stages.service()));

    /**
     * Brandfetch, API key; {@code brandfetch} in the category {@code other}.
     * Confidence medium: 2 sources agree, 2026-11-20.
     */
    public static final Service<DirectFlow<ApiKeyCredential>> BRANDFETCH =
            Stages.begin("brandfetch", Stages.lazyService());

    /**
     * Braze, API key; {@code braze} in the category {@code communication}.
     * Confidence low: one source, 2026-11-20.
     * Input {@code instance_url}.
     */
    public static final NeedsInputs<Service<DirectFlow<ApiKeyCredential>>> BRAZE =
            Stages.begin("braze", Stages.inputs(Stages.service()));

    /**
     * Brevo, API key; {@code brevo} in the category {@code other}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final Service<DirectFlow<ApiKeyCredential>> BREVO = Stages.begin("brevo", Stages.lazyService());

    /**
     * Brex, OAuth 2.0; {@code brex} in the category {@code banking}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> BREX = Stages.begin("brex", Stages.client(Stages.service()));

    /**
     * Browshot, API key; {@code browshot} in the category {@code other}.
     * Confidence medium: 2 sources agree, 2026-11-20.
     */
    public static final Service<DirectFlow<ApiKeyCredential>> BROWSHOT = Stages.begin("browshot", Stages.lazyService());

    /**
     * Bttn ONE, OAuth 2.0; {@code bttnone} in the category {@code other}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> BTTNONE =
            Stages.begin("bttnone", Stages.client(Stages.service()));

    /**
     * Buffer, OAuth 2.0; {@code buffer} in the category {@code marketing}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> BUFFER =
            Stages.begin("buffer", Stages.client(Stages.service()));

    /**
     * BuildingMinds DigitalTwin Core, OAuth 2.0; {@code buildingmindstwin} in the category {@code other}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> BUILDINGMINDSTWIN =
            Stages.begin("buildingmindstwin", Stages.client(Stages.service()));

    /**
     * Bulksms, user name and password; {@code bulksms} in the category {@code other}.
     * Confidence high: 3 sources agree, 2026-11-20.
     */
    public static final Service<DirectFlow<BasicCredential>> BULKSMS = Stages.begin("bulksms", Stages.lazyService());

    /**
     * Bungie, OAuth 2.0; {@code bungie} in the category {@code gaming}.
     * Confidence high: 4 sources agree, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> BUNGIE =
            Stages.begin("bungie", Stages.client(Stages.service()));

    /**
     * Calendarific, API key; {@code calendarific} in the category {@code other}.
     * Confidence medium: 2 sources agree, 2026-11-20.
     */
    public static final Service<DirectFlow<ApiKeyCredential>> CALENDARIFIC =
            Stages.begin("calendarific", Stages.lazyService());

    /**
     * Calendly, OAuth 2.0; {@code calendly} in the category {@code productivity}.
     * Confidence high: 4 sources agree, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> CALENDLY =
            Stages.begin("calendly", Stages.client(Stages.service()));

    /**
     * Campaign Monitor, OAuth 2.0; {@code campaign_monitor} in the category {@code marketing}.
     * Confidence high: 3 sources agree, 2026-11-20.
     */
    public static final NeedsClient<NeedsResourceServers<RedirectFlow>> CAMPAIGN_MONITOR =
            Stages.begin("campaign_monitor", Stages.client(Stages.resourceServers()));

    /**
     * Canva, OAuth 2.0; {@code canva} in the category {@code design}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> CANVA =
            Stages.begin("canva", Stages.client(Stages.service()));

    /**
     * Cascade Strategy New, OAuth 2.0; {@code cascade_strategy} in the category {@code other}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> CASCADE_STRATEGY =
            Stages.begin("cascade_strategy", Stages.client(Stages.service()));

    /**
     * Cern, OAuth 2.0; {@code cern} in the category {@code other}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final NeedsClient<NeedsResourceServers<RedirectFlow>> CERN =
            Stages.begin("cern", Stages.client(Stages.resourceServers()));

    /**
     * Chargebee, user name and password; {@code chargebee} in the category {@code payments}.
     * Confidence low: one source, 2026-11-20.
     * Input {@code subdomain}, for example {@code domain}.
     */
    public static final NeedsInputs<Service<DirectFlow<BasicCredential>>> CHARGEBEE =
            Stages.begin("chargebee", Stages.inputs(Stages.service()));

    /**
     * Chatwork, OAuth 2.0; {@code chatwork} in the category {@code other}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final NeedsClient<NeedsResourceServers<RedirectFlow>> CHATWORK =
            Stages.begin("chatwork", Stages.client(Stages.resourceServers()));

    /**
     * CILogon, OAuth 2.0; {@code cilogon} in the category {@code identity}.
     * Confidence medium: 2 sources agree, 2026-11-20.
     */
    public static final NeedsClient<NeedsResourceServers<RedirectFlow>> CILOGON =
            Stages.begin("cilogon", Stages.client(Stages.resourceServers()));

    /**
     * Classlink, OAuth 2.0; {@code classlink} in the category {@code identity}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final NeedsClient<NeedsResourceServers<RedirectFlow>> CLASSLINK =
            Stages.begin("classlink", Stages.client(Stages.resourceServers()));

    /**
     * Clave Unica, OAuth 2.0; {@code clave_unica} in the category {@code identity}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final NeedsClient<NeedsResourceServers<RedirectFlow>> CLAVE_UNICA =
            Stages.begin("clave_unica", Stages.client(Stages.resourceServers()));

    /**
     * Clearbit, API key; {@code clearbit} in the category {@code other}.
     * Confidence medium: 2 sources agree, 2026-11-20.
     */
    public static final Service<DirectFlow<ApiKeyCredential>> CLEARBIT = Stages.begin("clearbit", Stages.lazyService());

    /**
     * Clever, OAuth 2.0; {@code clever} in the category {@code identity}.
     * Confidence high: 3 sources agree, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> CLEVER =
            Stages.begin("clever", Stages.client(Stages.service()));

    /**
     * ClickSend, user name and password; {@code clicksend} in the category {@code communication}.
     * Confidence medium: 2 sources agree, 2026-11-20.
     */
    public static final Service<DirectFlow<BasicCredential>> CLICKSEND =
            Stages.begin("clicksend", Stages.lazyService());

    /**
     * ClickUp, OAuth 2.0; {@code clickup} in the category {@code productivity}.
     * Confidence high: 3 sources agree, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> CLICKUP =
            Stages.begin("clickup", Stages.client(Stages.service()));

    /**
     * Clio, OAuth 2.0; {@code clio} in the category {@code legal}.
     * Confidence high: 3 sources agree, 2026-11-20.
     * Input {@code hostname}, by default {@code app.clio.com}.
     */
    public static final TakesInputs<Service<RedirectFlow>> CLIO =
            Stages.begin("clio", Stages.clientOrInputs(Stages.service()));

    /**
     * Goclioeu, OAuth 2.0; {@code clio_eu} in the category {@code legal}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final NeedsClient<NeedsResourceServers<RedirectFlow>> CLIO_EU =
            Stages.begin("clio_eu", Stages.client(Stages.resourceServers()));

    /**
     * Clockify, API key; {@code clockify} in the category {@code other}.
     * Confidence high: 3 sources agree, 2026-11-20.
     */
    public static final Service<DirectFlow<ApiKeyCredential>> CLOCKIFY = Stages.begin("clockify", Stages.lazyService());

    /**
     * Cloud BOT, OAuth 2.0; {@code cloud_bot} in the category {@code other}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> CLOUD_BOT =
            Stages.begin("cloud_bot", Stages.client(Stages.service()));

    /**
     * CloudConvert, OAuth 2.0; {@code cloudconvert} in the category {@code other}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> CLOUDCONVERT =
            Stages.begin("cloudconvert", Stages.client(Stages.service()));

    /**
     * Cloudflare, API key; {@code cloudflare} in the category {@code dev}.
     * Confidence high: 3 sources agree, 2026-11-20.
     */
    public static final Service<DirectFlow<ApiKeyCredential>> CLOUDFLARE =
            Stages.begin("cloudflare", Stages.lazyService());

    /**
     * Cloudflare, OAuth 2.0; {@code cloudflare_oauth2} in the category {@code dev}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final NeedsClient<NeedsResourceServers<RedirectFlow>> CLOUDFLARE_OAUTH2 =
            Stages.begin("cloudflare_oauth2", Stages.client(Stages.resourceServers()));

    /**
     * Cloudmersive, API key; {@code cloudmersive} in the category {@code other}.
     * Confidence medium: 2 sources agree, 2026-11-20.
     */
    public static final Service<DirectFlow<ApiKeyCredential>> CLOUDMERSIVE =
            Stages.begin("cloudmersive", Stages.lazyService());

    /**
     * Coda, API key; {@code coda} in the category {@code knowledge_base}.
     * Confidence medium: 2 sources agree, 2026-11-20.
     */
    public static final Service<DirectFlow<ApiKeyCredential>> CODA = Stages.begin("coda", Stages.lazyService());

    /**
     * Code Climate, API key; {@code codeclimate} in the category {@code dev}.
     * Confidence medium: 2 sources agree, 2026-11-20.
     * Input {@code domain}, for example {@code acme.example.com}.
     */
    public static final NeedsInputs<Service<DirectFlow<ApiKeyCredential>>> CODECLIMATE =
            Stages.begin("codeclimate", Stages.inputs(Stages.service()));

    /**
     * CODING, OAuth 2.0; {@code coding} in the category {@code dev}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final NeedsClient<NeedsResourceServers<RedirectFlow>> CODING =
            Stages.begin("coding", Stages.client(Stages.resourceServers()));

    /**
     * Cognito, OAuth 2.0; {@code cognito} in the category {@code identity}.
     * Confidence medium: 2 sources agree, 2026-11-20.
     * Input {@code clean_domain}, for example {@code acme.auth.us-east-1.amazoncognito.com}.
     */
    public static final NeedsInputs<NeedsClient<NeedsResourceServers<RedirectFlow>>> COGNITO =
            Stages.begin("cognito", Stages.inputs(Stages.client(Stages.resourceServers())));

    /**
     * Cognito Forms, OAuth 2.0; {@code cognito_forms} in the category {@code other}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> COGNITO_FORMS =
            Stages.begin("cognito_forms", Stages.client(Stages.service()));

    /**
     * Coinbase, OAuth 2.0; {@code coinbase} in the category {@code finance}.
     * Confidence high: 4 sources agree, 2026-11-20.
     */
    public static final NeedsClient<NeedsResourceServers<RedirectFlow>> COINBASE =
            Stages.begin("coinbase", Stages.client(Stages.resourceServers()));

    /**
     * Concept2, OAuth 2.0; {@code concept2} in the category {@code health}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final NeedsClient<NeedsResourceServers<RedirectFlow>> CONCEPT2 =
            Stages.begin("concept2", Stages.client(Stages.resourceServers()));

    /**
     * Confluence, OAuth 2.0; {@code confluence} in the category {@code knowledge_base}.
     * Confidence medium: 2 sources agree, 2026-11-20.
     * Several sites may be reached: connection.choices() lists them, choose(id) takes one for the path of each request.
     */
    public static final NeedsClient<Service<RedirectFlow>> CONFLUENCE =
            Stages.begin("confluence", Stages.client(Stages.service()));

    /**
     * Constant Contact, OAuth 2.0; {@code constant_contact} in the category {@code marketing}.
     * Confidence medium: 2 sources agree, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> CONSTANT_CONTACT =
            Stages.begin("constant_contact", Stages.client(Stages.service()));

    /**
     * Contentful, OAuth 2.0; {@code contentful} in the category {@code dev}.
     * Confidence low: one source, 2026-11-20.
     * Input {@code subdomain}, for example {@code domain}.
     */
    public static final NeedsInputs<NeedsClient<Service<RedirectFlow>>> CONTENTFUL =
            Stages.begin("contentful", Stages.inputs(Stages.client(Stages.service())));

    /**
     * Copper (API Key), API key; {@code copper_api_key} in the category {@code crm}.
     * Confidence medium: 2 sources agree, 2026-11-20.
     * Input {@code user_email}, for example {@code someone@example.com}.
     */
    public static final NeedsInputs<Service<DirectFlow<ApiKeyCredential>>> COPPER_API_KEY =
            Stages.begin("copper_api_key", Stages.inputs(Stages.service()));

    /**
     * Coupa, OAuth 2.0; {@code coupa} in the category {@code other}.
     * Confidence low: one source, 2026-11-20.
     * Input {@code custom_host}, for example {@code acme}.
     */
    public static final NeedsInputs<NeedsClient<Service<RedirectFlow>>> COUPA =
            Stages.begin("coupa", Stages.inputs(Stages.client(Stages.service())));

    /**
     * Coursera, OAuth 2.0; {@code coursera} in the category {@code education}.
     * Confidence high: 3 sources agree, 2026-11-20.
     */
    public static final NeedsClient<NeedsResourceServers<RedirectFlow>> COURSERA =
            Stages.begin("coursera", Stages.client(Stages.resourceServers()));

    /**
     * Craft My PDF, API key; {@code craft_my_pdf} in the category {@code other}.
     * Confidence medium: 2 sources agree, 2026-11-20.
     */
    public static final Service<DirectFlow<ApiKeyCredential>> CRAFT_MY_PDF =
            Stages.begin("craft_my_pdf", Stages.lazyService());

    /**
     * Crisp, user name and password; {@code crisp} in the category {@code communication}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final Service<DirectFlow<BasicCredential>> CRISP = Stages.begin("crisp", Stages.lazyService());

    /**
     * Crowdin, OAuth 2.0; {@code crowdin} in the category {@code dev}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final NeedsClient<NeedsResourceServers<RedirectFlow>> CROWDIN =
            Stages.begin("crowdin", Stages.client(Stages.resourceServers()));

    /**
     * Customer.io, API key; {@code customer_io} in the category {@code marketing}.
     * Confidence low: one source, 2026-11-20.
     * Input {@code subdomain}.
     */
    public static final NeedsInputs<Service<DirectFlow<ApiKeyCredential>>> CUSTOMER_IO =
            Stages.begin("customer_io", Stages.inputs(Stages.service()));

    /**
     * Dailymotion, OAuth 2.0; {@code dailymotion} in the category {@code video}.
     * Confidence medium: 2 sources agree, 2026-11-20.
     */
    public static final NeedsClient<NeedsResourceServers<RedirectFlow>> DAILYMOTION =
            Stages.begin("dailymotion", Stages.client(Stages.resourceServers()));

    /**
     * Dandelion, API key; {@code dandelion} in the category {@code other}.
     * Confidence medium: 2 sources agree, 2026-11-20.
     */
    public static final Service<DirectFlow<ApiKeyCredential>> DANDELION =
            Stages.begin("dandelion", Stages.lazyService());

    /**
     * Daniweb.com, OAuth 2.0; {@code daniweb} in the category {@code other}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> DANIWEB =
            Stages.begin("daniweb", Stages.client(Stages.service()));

    /**
     * Data Gov, API key; {@code data_gov} in the category {@code other}.
     * Confidence medium: 2 sources agree, 2026-11-20.
     */
    public static final Service<DirectFlow<ApiKeyCredential>> DATA_GOV = Stages.begin("data_gov", Stages.lazyService());

    /**
     * Datablend, OAuth 2.0; {@code datablend} in the category {@code other}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> DATABLEND =
            Stages.begin("datablend", Stages.client(Stages.service()));

    /**
     * Datadog, API key; {@code datadog} in the category {@code analytics}.
     * Confidence low: one source, 2026-11-20.
     * Input {@code site_parameter}.
     */
    public static final NeedsInputs<Service<DirectFlow<ApiKeyCredential>>> DATADOG =
            Stages.begin("datadog", Stages.inputs(Stages.service()));

    /**
     * Datagouv, OAuth 2.0; {@code datagouv} in the category {@code dev}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final NeedsClient<NeedsResourceServers<RedirectFlow>> DATAGOUV =
            Stages.begin("datagouv", Stages.client(Stages.resourceServers()));

    /**
     * Dataporten, OAuth 2.0; {@code dataporten} in the category {@code identity}.
     * Confidence high: 3 sources agree, 2026-11-20.
     */
    public static final NeedsClient<NeedsResourceServers<RedirectFlow>> DATAPORTEN =
            Stages.begin("dataporten", Stages.client(Stages.resourceServers()));

    /**
     * Daum, OAuth 2.0; {@code daum} in the category {@code other}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final NeedsClient<NeedsResourceServers<RedirectFlow>> DAUM =
            Stages.begin("daum", Stages.client(Stages.resourceServers()));

    /**
     * Deel, OAuth 2.0; {@code deel} in the category {@code hr}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> DEEL = Stages.begin("deel", Stages.client(Stages.service()));

    /**
     * Deezer, OAuth 2.0; {@code deezer} in the category {@code music}.
     * Confidence high: 7 sources agree, 2026-11-20.
     */
    public static final NeedsClient<NeedsResourceServers<RedirectFlow>> DEEZER =
            Stages.begin("deezer", Stages.client(Stages.resourceServers()));

    /**
     * DeviantArt, OAuth 2.0; {@code deviantart} in the category {@code social}.
     * Confidence high: 4 sources agree, 2026-11-20.
     */
    public static final NeedsClient<NeedsResourceServers<RedirectFlow>> DEVIANTART =
            Stages.begin("deviantart", Stages.client(Stages.resourceServers()));

    /**
     * Dexcom, OAuth 2.0; {@code dexcom} in the category {@code health}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> DEXCOM =
            Stages.begin("dexcom", Stages.client(Stages.service()));

    /**
     * Didit, OAuth 2.0; {@code didit} in the category {@code other}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final NeedsClient<NeedsResourceServers<RedirectFlow>> DIDIT =
            Stages.begin("didit", Stages.client(Stages.resourceServers()));

    /**
     * Diffbot, API key; {@code diffbot} in the category {@code analytics}.
     * Confidence medium: 2 sources agree, 2026-11-20.
     */
    public static final Service<DirectFlow<ApiKeyCredential>> DIFFBOT = Stages.begin("diffbot", Stages.lazyService());

    /**
     * DigitalOcean, OAuth 2.0; {@code digitalocean} in the category {@code dev}.
     * Confidence high: 10 sources agree, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> DIGITALOCEAN =
            Stages.begin("digitalocean", Stages.client(Stages.service()));

    /**
     * Dingtalk, OAuth 2.0; {@code dingtalk} in the category {@code communication}.
     * Confidence high: 3 sources agree, 2026-11-20.
     */
    public static final NeedsClient<NeedsResourceServers<RedirectFlow>> DINGTALK =
            Stages.begin("dingtalk", Stages.client(Stages.resourceServers()));

    /**
     * Discogs, OAuth 1.0a; {@code discogs} in the category {@code music}.
     * Confidence high: 3 sources agree, 2026-11-20.
     */
    public static final NeedsConfidentialClient<NeedsResourceServers<RedirectFlow>> DISCOGS =
            Stages.begin("discogs", Stages.confidentialClient(Stages.resourceServers()));

    /**
     * Discord, OAuth 2.0; {@code discord} in the category {@code gaming}.
     * Confidence high: 15 sources agree, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> DISCORD =
            Stages.begin("discord", Stages.client(Stages.service()));

    /**
     * Disqus, OAuth 2.0; {@code disqus} in the category {@code social}.
     * Confidence high: 5 sources agree, 2026-11-20.
     */
    public static final NeedsClient<NeedsResourceServers<RedirectFlow>> DISQUS =
            Stages.begin("disqus", Stages.client(Stages.resourceServers()));

    /**
     * DocuSign, OAuth 2.0; {@code docusign} in the category {@code legal}.
     * Confidence medium: 2 sources agree, 2026-11-20.
     * The address of the API is base_uri in the answer of the userinfo endpoint.
     */
    public static final NeedsClient<Service<RedirectFlow>> DOCUSIGN =
            Stages.begin("docusign", Stages.client(Stages.service()));

    /**
     * Donation Alerts, OAuth 2.0; {@code donation_alerts} in the category {@code gaming}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final NeedsClient<NeedsResourceServers<RedirectFlow>> DONATION_ALERTS =
            Stages.begin("donation_alerts", Stages.client(Stages.resourceServers()));

    /**
     * Doximity, OAuth 2.0; {@code doximity} in the category {@code health}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final NeedsClient<NeedsResourceServers<RedirectFlow>> DOXIMITY =
            Stages.begin("doximity", Stages.client(Stages.resourceServers()));

    /**
     * DQ on Demand, OAuth 2.0; {@code dq_on_demand} in the category {@code other}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> DQ_ON_DEMAND =
            Stages.begin("dq_on_demand", Stages.client(Stages.service()));

    /**
     * DrChrono, OAuth 2.0; {@code drchrono} in the category {@code other}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> DRCHRONO =
            Stages.begin("drchrono", Stages.client(Stages.service()));

    /**
     * Dribbble, OAuth 2.0; {@code dribbble} in the category {@code social}.
     * Confidence high: 5 sources agree, 2026-11-20.
     */
    public static final NeedsClient<NeedsResourceServers<RedirectFlow>> DRIBBBLE =
            Stages.begin("dribbble", Stages.client(Stages.resourceServers()));

    /**
     * Drip, OAuth 2.0; {@code drip} in the category {@code marketing}.
     * Confidence high: 3 sources agree, 2026-11-20.
     */
    public static final NeedsClient<NeedsResourceServers<RedirectFlow>> DRIP =
            Stages.begin("drip", Stages.client(Stages.resourceServers()));

    /**
     * Dropbox, OAuth 2.0; {@code dropbox} in the category {@code knowledge_base}.
     * Confidence high: 13 sources agree, 2026-11-20.
     *
     * @see <a href="https://developers.dropbox.com/oauth-guide">Documentation</a>
     */
    public static final NeedsClient<Service<RedirectFlow>> DROPBOX =
            Stages.begin("dropbox", Stages.client(Stages.service()));

    /**
     * Dropbox, API key; {@code dropbox_api_key} in the category {@code knowledge_base}.
     * Confidence medium: 2 sources agree, 2026-11-20.
     */
    public static final Service<DirectFlow<ApiKeyCredential>> DROPBOX_API_KEY =
            Stages.begin("dropbox_api_key", Stages.lazyService());

    /**
     * Dropbox Sign, OAuth 2.0; {@code dropbox_sign} in the category {@code legal}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> DROPBOX_SIGN =
            Stages.begin("dropbox_sign", Stages.client(Stages.service()));

    /**
     * Dynatrace, API key; {@code dynatrace} in the category {@code analytics}.
     * Confidence high: 3 sources agree, 2026-11-20.
     * Input {@code environment_id}, for example {@code abc12345}.
     */
    public static final NeedsInputs<Service<DirectFlow<ApiKeyCredential>>> DYNATRACE =
            Stages.begin("dynatrace", Stages.inputs(Stages.service()));

    /**
     * E-Sign, OAuth 2.0; {@code e_sign} in the category {@code legal}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> E_SIGN =
            Stages.begin("e_sign", Stages.client(Stages.service()));

    /**
     * EasyPost, API key; {@code easypost} in the category {@code ecommerce}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final Service<DirectFlow<ApiKeyCredential>> EASYPOST = Stages.begin("easypost", Stages.lazyService());

    /**
     * eBay, OAuth 2.0; {@code ebay} in the category {@code ecommerce}.
     * Confidence high: 4 sources agree, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> EBAY = Stages.begin("ebay", Stages.client(Stages.service()));

    /**
     * Eduframe, OAuth 2.0; {@code eduframe} in the category {@code other}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> EDUFRAME =
            Stages.begin("eduframe", Stages.client(Stages.service()));

    /**
     * edX, OAuth 2.0; {@code edx} in the category {@code identity}.
     * Confidence low: one source, 2026-11-20.
     * Input {@code domain}, for example {@code acme.example.com}.
     */
    public static final NeedsInputs<NeedsClient<NeedsResourceServers<RedirectFlow>>> EDX =
            Stages.begin("edx", Stages.inputs(Stages.client(Stages.resourceServers())));

    /**
     * Egnyte, OAuth 2.0; {@code egnyte} in the category {@code storage}.
     * Confidence medium: 2 sources agree, 2026-11-20.
     * Input {@code subdomain}, for example {@code domain}.
     */
    public static final NeedsInputs<NeedsClient<Service<RedirectFlow>>> EGNYTE =
            Stages.begin("egnyte", Stages.inputs(Stages.client(Stages.service())));

    /**
     * Eleven Labs, API key; {@code elevenlabs} in the category {@code dev}.
     * Confidence high: 3 sources agree, 2026-11-20.
     */
    public static final Service<DirectFlow<ApiKeyCredential>> ELEVENLABS =
            Stages.begin("elevenlabs", Stages.lazyService());

    /**
     * Elfsquad Data, OAuth 2.0; {@code elfsquad_data} in the category {@code other}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> ELFSQUAD_DATA =
            Stages.begin("elfsquad_data", Stages.client(Stages.service()));

    /**
     * Elfsquad Product Configurator, OAuth 2.0; {@code elfsquadproductconfigurator} in the category {@code other}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> ELFSQUADPRODUCTCONFIGURATOR =
            Stages.begin("elfsquadproductconfigurator", Stages.client(Stages.service()));

    /**
     * Enadoc, OAuth 2.0; {@code enadoc} in the category {@code storage}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> ENADOC =
            Stages.begin("enadoc", Stages.client(Stages.service()));

    /**
     * Entersoft, OAuth 2.0; {@code entersoft} in the category {@code other}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> ENTERSOFT =
            Stages.begin("entersoft", Stages.client(Stages.service()));

    /**
     * Envato, OAuth 2.0; {@code envato} in the category {@code other}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final NeedsClient<NeedsResourceServers<RedirectFlow>> ENVATO =
            Stages.begin("envato", Stages.client(Stages.resourceServers()));

    /**
     * Ephesoft Semantik For Invoices, OAuth 2.0; {@code ephesoft} in the category {@code other}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> EPHESOFT =
            Stages.begin("ephesoft", Stages.client(Stages.service()));

    /**
     * Epic Games, OAuth 2.0; {@code epic_games} in the category {@code gaming}.
     * Confidence high: 4 sources agree, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> EPIC_GAMES =
            Stages.begin("epic_games", Stages.client(Stages.service()));

    /**
     * Etsy, OAuth 2.0; {@code etsy} in the category {@code ecommerce}.
     * Confidence high: 3 sources agree, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> ETSY = Stages.begin("etsy", Stages.client(Stages.service()));

    /**
     * EVE Online, OAuth 2.0; {@code eve_online} in the category {@code gaming}.
     * Confidence high: 3 sources agree, 2026-11-20.
     */
    public static final NeedsClient<NeedsResourceServers<RedirectFlow>> EVE_ONLINE =
            Stages.begin("eve_online", Stages.client(Stages.resourceServers()));

    /**
     * Eventbrite, OAuth 2.0; {@code eventbrite} in the category {@code marketing}.
     * Confidence high: 9 sources agree, 2026-11-20.
     *
     * @see <a href="https://www.eventbrite.com/platform/api">Documentation</a>
     */
    public static final NeedsClient<Service<RedirectFlow>> EVENTBRITE =
            Stages.begin("eventbrite", Stages.client(Stages.service()));

    /**
     * Evernote, OAuth 1.0a; {@code evernote} in the category {@code productivity}.
     * Confidence high: 5 sources agree, 2026-11-20.
     */
    public static final NeedsConfidentialClient<NeedsResourceServers<RedirectFlow>> EVERNOTE =
            Stages.begin("evernote", Stages.confidentialClient(Stages.resourceServers()));

    /**
     * Exact Online, OAuth 2.0; {@code exact_online} in the category {@code accounting}.
     * Confidence medium: 2 sources agree, 2026-11-20.
     * Input {@code extension}.
     */
    public static final NeedsInputs<NeedsClient<Service<RedirectFlow>>> EXACT_ONLINE =
            Stages.begin("exact_online", Stages.inputs(Stages.client(Stages.service())));

    /**
     * Exist, OAuth 2.0; {@code exist} in the category {@code other}.
     * Confidence medium: 2 sources agree, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> EXIST =
            Stages.begin("exist", Stages.client(Stages.service()));

    /**
     * Facebook, OAuth 2.0; {@code facebook} in the category {@code marketing}.
     * Confidence high: 13 sources agree, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> FACEBOOK =
            Stages.begin("facebook", Stages.client(Stages.service()));

    /**
     * FACEIT, OAuth 2.0; {@code faceit} in the category {@code gaming}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final NeedsClient<NeedsResourceServers<RedirectFlow>> FACEIT =
            Stages.begin("faceit", Stages.client(Stages.resourceServers()));

    /**
     * Factorial, OAuth 2.0; {@code factorial} in the category {@code hr}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> FACTORIAL =
            Stages.begin("factorial", Stages.client(Stages.service()));

    /**
     * FactSet, OAuth 2.0; {@code factset} in the category {@code other}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> FACTSET =
            Stages.begin("factset", Stages.client(Stages.service()));

    /**
     * Feedly, OAuth 2.0; {@code feedly} in the category {@code productivity}.
     * Confidence high: 3 sources agree, 2026-11-20.
     */
    public static final NeedsClient<NeedsResourceServers<RedirectFlow>> FEEDLY =
            Stages.begin("feedly", Stages.client(Stages.resourceServers()));

    /**
     * Feishu, OAuth 2.0; {@code feishu} in the category {@code communication}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final NeedsClient<NeedsResourceServers<RedirectFlow>> FEISHU =
            Stages.begin("feishu", Stages.client(Stages.resourceServers()));

    /**
     * Figma, OAuth 2.0; {@code figma} in the category {@code design}.
     * Confidence high: 5 sources agree, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> FIGMA =
            Stages.begin("figma", Stages.client(Stages.service()));

    /**
     * FigShare, OAuth 2.0; {@code figshare} in the category {@code other}.
     * Confidence medium: 2 sources agree, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> FIGSHARE =
            Stages.begin("figshare", Stages.client(Stages.service()));

    /**
     * Fiken, OAuth 2.0; {@code fiken} in the category {@code finance}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final NeedsClient<NeedsResourceServers<RedirectFlow>> FIKEN =
            Stages.begin("fiken", Stages.client(Stages.resourceServers()));

    /**
     * Fitbit, OAuth 2.0; {@code fitbit} in the category {@code sports}.
     * Confidence high: 10 sources agree, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> FITBIT =
            Stages.begin("fitbit", Stages.client(Stages.service()));

    /**
     * Flattr, OAuth 2.0; {@code flattr} in the category {@code other}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final NeedsClient<NeedsResourceServers<RedirectFlow>> FLATTR =
            Stages.begin("flattr", Stages.client(Stages.resourceServers()));

    /**
     * Flexmls, OAuth 2.0; {@code flexmls} in the category {@code other}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final NeedsClient<NeedsResourceServers<RedirectFlow>> FLEXMLS =
            Stages.begin("flexmls", Stages.client(Stages.resourceServers()));

    /**
     * Flickr, OAuth 1.0a; {@code flickr} in the category {@code social}.
     * Confidence high: 5 sources agree, 2026-11-20.
     */
    public static final NeedsConfidentialClient<NeedsResourceServers<RedirectFlow>> FLICKR =
            Stages.begin("flickr", Stages.confidentialClient(Stages.resourceServers()));

    /**
     * Float, API key; {@code float} in the category {@code productivity}.
     * Confidence medium: 2 sources agree, 2026-11-20.
     */
    public static final Service<DirectFlow<ApiKeyCredential>> FLOAT = Stages.begin("float", Stages.lazyService());

    /**
     * Formstack, OAuth 2.0; {@code formstack} in the category {@code productivity}.
     * Confidence high: 3 sources agree, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> FORMSTACK =
            Stages.begin("formstack", Stages.client(Stages.service()));

    /**
     * 42 School, OAuth 2.0; {@code forty_two} in the category {@code other}.
     * Confidence medium: 2 sources agree, 2026-11-20.
     */
    public static final NeedsClient<NeedsResourceServers<RedirectFlow>> FORTY_TWO =
            Stages.begin("forty_two", Stages.client(Stages.resourceServers()));

    /**
     * Foursquare, OAuth 2.0; {@code foursquare} in the category {@code social}.
     * Confidence high: 10 sources agree, 2026-11-20.
     * Requests need the parameter v, a date such as 20261120; send it yourself.
     */
    public static final NeedsClient<NeedsResourceServers<RedirectFlow>> FOURSQUARE =
            Stages.begin("foursquare", Stages.client(Stages.resourceServers()));

    /**
     * FreeAgent, OAuth 2.0; {@code freeagent} in the category {@code accounting}.
     * Confidence high: 3 sources agree, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> FREEAGENT =
            Stages.begin("freeagent", Stages.client(Stages.service()));

    /**
     * FreshBooks, OAuth 2.0; {@code freshbooks} in the category {@code accounting}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> FRESHBOOKS =
            Stages.begin("freshbooks", Stages.client(Stages.service()));

    /**
     * FreshDesk, API key; {@code freshdesk} in the category {@code support}.
     * Confidence medium: 2 sources agree, 2026-11-20.
     * Input {@code subdomain}, for example {@code domain}.
     */
    public static final NeedsInputs<Service<DirectFlow<ApiKeyCredential>>> FRESHDESK =
            Stages.begin("freshdesk", Stages.inputs(Stages.service()));

    /**
     * Freshsales, API key; {@code freshsales} in the category {@code crm}.
     * Confidence low: one source, 2026-11-20.
     * Input {@code bundle_alias}, for example {@code acme.myfreshworks.com}.
     */
    public static final NeedsInputs<Service<DirectFlow<ApiKeyCredential>>> FRESHSALES =
            Stages.begin("freshsales", Stages.inputs(Stages.service()));

    /**
     * Freshservice, API key; {@code freshservice} in the category {@code support}.
     * Confidence low: one source, 2026-11-20.
     * Input {@code subdomain}, for example {@code subdomain}.
     */
    public static final NeedsInputs<Service<DirectFlow<ApiKeyCredential>>> FRESHSERVICE =
            Stages.begin("freshservice", Stages.inputs(Stages.service()));

    /**
     * Front, OAuth 2.0; {@code front} in the category {@code support}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> FRONT =
            Stages.begin("front", Stages.client(Stages.service()));

    /**
     * Front (API Key), API key; {@code front_api_key} in the category {@code support}.
     * Confidence medium: 2 sources agree, 2026-11-20.
     */
    public static final Service<DirectFlow<ApiKeyCredential>> FRONT_API_KEY =
            Stages.begin("front_api_key", Stages.lazyService());

    /**
     * Frontegg, OAuth 2.0; {@code frontegg} in the category {@code identity}.
     * Confidence low: one source, 2026-11-20.
     * Input {@code domain}, for example {@code acme.example.com}.
     */
    public static final NeedsInputs<NeedsClient<NeedsResourceServers<RedirectFlow>>> FRONTEGG =
            Stages.begin("frontegg", Stages.inputs(Stages.client(Stages.resourceServers())));

    /**
     * Frontier, OAuth 2.0; {@code frontier} in the category {@code other}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final NeedsClient<NeedsResourceServers<RedirectFlow>> FRONTIER =
            Stages.begin("frontier", Stages.client(Stages.resourceServers()));

    /**
     * Furkot.com, OAuth 2.0; {@code furkot} in the category {@code other}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> FURKOT =
            Stages.begin("furkot", Stages.client(Stages.service()));

    /**
     * Garmin, OAuth 1.0a; {@code garmin} in the category {@code sports}.
     * Confidence high: 3 sources agree, 2026-11-20.
     */
    public static final NeedsConfidentialClient<Service<RedirectFlow>> GARMIN =
            Stages.begin("garmin", Stages.confidentialClient(Stages.service()));

    /**
     * GetResponse, API key; {@code get_response_api_key} in the category {@code other}.
     * Confidence medium: 2 sources agree, 2026-11-20.
     */
    public static final Service<DirectFlow<ApiKeyCredential>> GET_RESPONSE_API_KEY =
            Stages.begin("get_response_api_key", Stages.lazyService());

    /**
     * GetAccept, OAuth 2.0; {@code getaccept} in the category {@code other}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> GETACCEPT =
            Stages.begin("getaccept", Stages.client(Stages.service()));

    /**
     * GetResponse, OAuth 2.0; {@code getresponse} in the category {@code productivity}.
     * Confidence medium: 2 sources agree, 2026-11-20.
     */
    public static final NeedsClient<NeedsResourceServers<RedirectFlow>> GETRESPONSE =
            Stages.begin("getresponse", Stages.client(Stages.resourceServers()));

    /**
     * Getty Images, OAuth 2.0; {@code getty_images} in the category {@code design}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> GETTY_IMAGES =
            Stages.begin("getty_images", Stages.client(Stages.service()));

    /**
     * Gitea, OAuth 2.0; {@code gitea} in the category {@code dev}.
     * Confidence medium: 2 sources agree, 2026-11-20.
     */
    public static final NeedsClient<NeedsResourceServers<RedirectFlow>> GITEA =
            Stages.begin("gitea", Stages.client(Stages.resourceServers()));

    /**
     * Gitee, OAuth 2.0; {@code gitee} in the category {@code dev}.
     * Confidence high: 3 sources agree, 2026-11-20.
     */
    public static final NeedsClient<NeedsResourceServers<RedirectFlow>> GITEE =
            Stages.begin("gitee", Stages.client(Stages.resourceServers()));

    /**
     * GitHub, OAuth 2.0; {@code github} in the category {@code dev}.
     * Confidence high: 24 sources agree, 2026-11-20.
     *
     * @see <a href="https://docs.github.com/en/apps/oauth-apps/building-oauth-apps/authorizing-oauth-apps">Documentation</a>
     */
    public static final NeedsClient<Service<RedirectFlow>> GITHUB =
            Stages.begin("github", Stages.client(Stages.service()));

    /**
     * GitHub (App OAuth), OAuth 2.0; {@code github_app_oauth} in the category {@code dev}.
     * Confidence low: one source, 2026-11-20.
     * Input {@code app}, for example {@code acme-app}.
     */
    public static final NeedsInputs<NeedsClient<Service<RedirectFlow>>> GITHUB_APP_OAUTH =
            Stages.begin("github_app_oauth", Stages.inputs(Stages.client(Stages.service())));

    /**
     * Github (Personal Access Token), API key; {@code github_pat} in the category {@code dev}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final Service<DirectFlow<ApiKeyCredential>> GITHUB_PAT =
            Stages.begin("github_pat", Stages.lazyService());

    /**
     * GitLab, OAuth 2.0; {@code gitlab} in the category {@code dev}.
     * Confidence high: 11 sources agree, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> GITLAB =
            Stages.begin("gitlab", Stages.client(Stages.service()));

    /**
     * GitLab  (Personal Access Token), API key; {@code gitlab_pat} in the category {@code dev}.
     * Confidence high: 3 sources agree, 2026-11-20.
     * Input {@code hostname}, by default {@code gitlab.com}, for example {@code gitlab.com}.
     */
    public static final NeedsInputs<Service<DirectFlow<ApiKeyCredential>>> GITLAB_PAT =
            Stages.begin("gitlab_pat", Stages.inputs(Stages.service()));

    /**
     * Globus, OAuth 2.0; {@code globus} in the category {@code identity}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final NeedsClient<NeedsResourceServers<RedirectFlow>> GLOBUS =
            Stages.begin("globus", Stages.client(Stages.resourceServers()));

    /**
     * Gmail, OAuth 2.0; {@code gmail} in the category {@code productivity}.
     * Confidence high: 11 sources agree, 2026-11-20.
     *
     * @see <a href="https://developers.google.com/workspace/gmail/api">Documentation</a>
     */
    public static final NeedsClient<Service<RedirectFlow>> GMAIL =
            Stages.begin("gmail", Stages.client(Stages.service()));

    /**
     * Gong (Basic Auth), user name and password; {@code gong} in the category {@code communication}.
     * Confidence medium: 2 sources agree, 2026-11-20.
     */
    public static final Service<DirectFlow<BasicCredential>> GONG = Stages.begin("gong", Stages.lazyService());

    /**
     * Gong, OAuth 2.0; {@code gong_oauth} in the category {@code communication}.
     * Confidence medium: 2 sources agree, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> GONG_OAUTH =
            Stages.begin("gong_oauth", Stages.client(Stages.service()));

    /**
     * Google, OAuth 2.0; {@code google} in the category {@code communication}.
     * Confidence high: 11 sources agree, 2026-11-20.
     *
     * @see <a href="https://developers.google.com/identity/protocols/oauth2/web-server">Documentation</a>
     */
    public static final NeedsClient<Service<RedirectFlow>> GOOGLE =
            Stages.begin("google", Stages.client(Stages.service()));

    /**
     * Google Ads, OAuth 2.0; {@code google_ads} in the category {@code marketing}.
     * Confidence high: 11 sources agree, 2026-11-20.
     * Input {@code login_customer_id}, for example {@code 1234567890}.
     * Requests need the header developer-token with the token of your manager account; send it yourself.
     */
    public static final TakesInputs<Service<RedirectFlow>> GOOGLE_ADS =
            Stages.begin("google_ads", Stages.clientOrInputs(Stages.service()));

    /**
     * Google Analytics, OAuth 2.0; {@code google_analytics} in the category {@code analytics}.
     * Confidence high: 11 sources agree, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> GOOGLE_ANALYTICS =
            Stages.begin("google_analytics", Stages.client(Stages.service()));

    /**
     * Google BigQuery, OAuth 2.0; {@code google_bigquery} in the category {@code productivity}.
     * Confidence high: 11 sources agree, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> GOOGLE_BIGQUERY =
            Stages.begin("google_bigquery", Stages.client(Stages.service()));

    /**
     * Google Books, OAuth 2.0; {@code google_books} in the category {@code productivity}.
     * Confidence high: 11 sources agree, 2026-11-20.
     */
    public static final NeedsClient<NeedsResourceServers<RedirectFlow>> GOOGLE_BOOKS =
            Stages.begin("google_books", Stages.client(Stages.resourceServers()));

    /**
     * Google Business Profile, OAuth 2.0; {@code google_business_profile} in the category {@code marketing}.
     * Confidence high: 11 sources agree, 2026-11-20.
     */
    public static final NeedsClient<NeedsResourceServers<RedirectFlow>> GOOGLE_BUSINESS_PROFILE =
            Stages.begin("google_business_profile", Stages.client(Stages.resourceServers()));

    /**
     * Google Calendar, OAuth 2.0; {@code google_calendar} in the category {@code productivity}.
     * Confidence high: 11 sources agree, 2026-11-20.
     *
     * @see <a href="https://developers.google.com/workspace/calendar/api">Documentation</a>
     */
    public static final NeedsClient<Service<RedirectFlow>> GOOGLE_CALENDAR =
            Stages.begin("google_calendar", Stages.client(Stages.service()));

    /**
     * Google Calendar (MCP), OAuth 2.0; {@code google_calendar_mcp} in the category {@code productivity}.
     * Confidence high: 11 sources agree, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> GOOGLE_CALENDAR_MCP =
            Stages.begin("google_calendar_mcp", Stages.client(Stages.service()));

    /**
     * Google Chat, OAuth 2.0; {@code google_chat} in the category {@code productivity}.
     * Confidence high: 11 sources agree, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> GOOGLE_CHAT =
            Stages.begin("google_chat", Stages.client(Stages.service()));

    /**
     * Google Cloud Natural Language, OAuth 2.0; {@code google_cloud_natural_language} in the category {@code productivity}.
     * Confidence high: 11 sources agree, 2026-11-20.
     */
    public static final NeedsClient<NeedsResourceServers<RedirectFlow>> GOOGLE_CLOUD_NATURAL_LANGUAGE =
            Stages.begin("google_cloud_natural_language", Stages.client(Stages.resourceServers()));

    /**
     * Google Cloud Storage, OAuth 2.0; {@code google_cloud_storage} in the category {@code storage}.
     * Confidence high: 11 sources agree, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> GOOGLE_CLOUD_STORAGE =
            Stages.begin("google_cloud_storage", Stages.client(Stages.service()));

    /**
     * Google Contacts, OAuth 2.0; {@code google_contacts} in the category {@code productivity}.
     * Confidence high: 11 sources agree, 2026-11-20.
     *
     * @see <a href="https://developers.google.com/people">Documentation</a>
     */
    public static final NeedsClient<Service<RedirectFlow>> GOOGLE_CONTACTS =
            Stages.begin("google_contacts", Stages.client(Stages.service()));

    /**
     * Google Docs, OAuth 2.0; {@code google_docs} in the category {@code productivity}.
     * Confidence high: 11 sources agree, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> GOOGLE_DOCS =
            Stages.begin("google_docs", Stages.client(Stages.service()));

    /**
     * Google Drive, OAuth 2.0; {@code google_drive} in the category {@code knowledge_base}.
     * Confidence high: 11 sources agree, 2026-11-20.
     *
     * @see <a href="https://developers.google.com/workspace/drive/api">Documentation</a>
     */
    public static final NeedsClient<Service<RedirectFlow>> GOOGLE_DRIVE =
            Stages.begin("google_drive", Stages.client(Stages.service()));

    /**
     * Google Firebase Cloud Firestore, OAuth 2.0; {@code google_firebase_cloud_firestore} in the category {@code productivity}.
     * Confidence high: 11 sources agree, 2026-11-20.
     */
    public static final NeedsClient<NeedsResourceServers<RedirectFlow>> GOOGLE_FIREBASE_CLOUD_FIRESTORE =
            Stages.begin("google_firebase_cloud_firestore", Stages.client(Stages.resourceServers()));

    /**
     * Google Firebase Realtime Database, OAuth 2.0; {@code google_firebase_realtime_database} in the category {@code productivity}.
     * Confidence high: 11 sources agree, 2026-11-20.
     */
    public static final NeedsClient<NeedsResourceServers<RedirectFlow>> GOOGLE_FIREBASE_REALTIME_DATABASE =
            Stages.begin("google_firebase_realtime_database", Stages.client(Stages.resourceServers()));

    /**
     * Google Forms, OAuth 2.0; {@code google_forms} in the category {@code productivity}.
     * Confidence high: 11 sources agree, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> GOOGLE_FORMS =
            Stages.begin("google_forms", Stages.client(Stages.service()));

    /**
     * Google Gemini, API key; {@code google_gemini} in the category {@code productivity}.
     * Confidence medium: 2 sources agree, 2026-11-20.
     */
    public static final Service<DirectFlow<ApiKeyCredential>> GOOGLE_GEMINI =
            Stages.begin("google_gemini", Stages.lazyService());

    /**
     * Google Health, OAuth 2.0; {@code google_health} in the category {@code sports}.
     * Confidence high: 11 sources agree, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> GOOGLE_HEALTH =
            Stages.begin("google_health", Stages.client(Stages.service()));

    /**
     * Google Meet, OAuth 2.0; {@code google_meet} in the category {@code communication}.
     * Confidence high: 11 sources agree, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> GOOGLE_MEET =
            Stages.begin("google_meet", Stages.client(Stages.service()));

    /**
     * Google Play, OAuth 2.0; {@code google_play} in the category {@code dev}.
     * Confidence medium: 2 sources agree, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> GOOGLE_PLAY =
            Stages.begin("google_play", Stages.client(Stages.service()));

    /**
     * Google Search Console, OAuth 2.0; {@code google_search_console} in the category {@code productivity}.
     * Confidence high: 11 sources agree, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> GOOGLE_SEARCH_CONSOLE =
            Stages.begin("google_search_console", Stages.client(Stages.service()));

    /**
     * Google Sheets, OAuth 2.0; {@code google_sheets} in the category {@code productivity}.
     * Confidence high: 11 sources agree, 2026-11-20.
     *
     * @see <a href="https://developers.google.com/workspace/sheets/api">Documentation</a>
     */
    public static final NeedsClient<Service<RedirectFlow>> GOOGLE_SHEETS =
            Stages.begin("google_sheets", Stages.client(Stages.service()));

    /**
     * Google Slides, OAuth 2.0; {@code google_slides} in the category {@code productivity}.
     * Confidence high: 11 sources agree, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> GOOGLE_SLIDES =
            Stages.begin("google_slides", Stages.client(Stages.service()));

    /**
     * Google Tasks, OAuth 2.0; {@code google_tasks} in the category {@code productivity}.
     * Confidence high: 11 sources agree, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> GOOGLE_TASKS =
            Stages.begin("google_tasks", Stages.client(Stages.service()));

    /**
     * Google Translate, OAuth 2.0; {@code google_translate} in the category {@code productivity}.
     * Confidence high: 11 sources agree, 2026-11-20.
     */
    public static final NeedsClient<NeedsResourceServers<RedirectFlow>> GOOGLE_TRANSLATE =
            Stages.begin("google_translate", Stages.client(Stages.resourceServers()));

    /**
     * Google Workspace Admin, OAuth 2.0; {@code google_workspace_admin} in the category {@code productivity}.
     * Confidence high: 11 sources agree, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> GOOGLE_WORKSPACE_ADMIN =
            Stages.begin("google_workspace_admin", Stages.client(Stages.service()));

    /**
     * Gorgias, OAuth 2.0; {@code gorgias} in the category {@code ecommerce}.
     * Confidence low: one source, 2026-11-20.
     * Input {@code subdomain}, for example {@code domain}.
     */
    public static final NeedsInputs<NeedsClient<Service<RedirectFlow>>> GORGIAS =
            Stages.begin("gorgias", Stages.inputs(Stages.client(Stages.service())));

    /**
     * Grafana, API key; {@code grafana} in the category {@code dev}.
     * Confidence high: 3 sources agree, 2026-11-20.
     * Input {@code domain}, for example {@code acme.grafana.net}.
     */
    public static final NeedsInputs<Service<DirectFlow<ApiKeyCredential>>> GRAFANA =
            Stages.begin("grafana", Stages.inputs(Stages.service()));

    /**
     * Grafana, OAuth 2.0; {@code grafana_oauth2} in the category {@code other}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final NeedsClient<NeedsResourceServers<RedirectFlow>> GRAFANA_OAUTH2 =
            Stages.begin("grafana_oauth2", Stages.client(Stages.resourceServers()));

    /**
     * Graphhopper, API key; {@code graphhopper} in the category {@code other}.
     * Confidence medium: 2 sources agree, 2026-11-20.
     */
    public static final Service<DirectFlow<ApiKeyCredential>> GRAPHHOPPER =
            Stages.begin("graphhopper", Stages.lazyService());

    /**
     * Greenhouse, OAuth 2.0; {@code greenhouse} in the category {@code ats}.
     * Confidence low: one source, 2026-11-20.
     * Input {@code resource}, for example {@code api}.
     */
    public static final NeedsInputs<NeedsClient<Service<RedirectFlow>>> GREENHOUSE =
            Stages.begin("greenhouse", Stages.inputs(Stages.client(Stages.service())));

    /**
     * GreenSign, OAuth 2.0; {@code greensign} in the category {@code other}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> GREENSIGN =
            Stages.begin("greensign", Stages.client(Stages.service()));

    /**
     * Gumroad, OAuth 2.0; {@code gumroad} in the category {@code design}.
     * Confidence high: 3 sources agree, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> GUMROAD =
            Stages.begin("gumroad", Stages.client(Stages.service()));

    /**
     * Guru, user name and password; {@code guru} in the category {@code knowledge_base}.
     * Confidence medium: 2 sources agree, 2026-11-20.
     */
    public static final Service<DirectFlow<BasicCredential>> GURU = Stages.begin("guru", Stages.lazyService());

    /**
     * Gusto, OAuth 2.0; {@code gusto} in the category {@code hr}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> GUSTO =
            Stages.begin("gusto", Stages.client(Stages.service()));

    /**
     * Habr Career, OAuth 2.0; {@code habr_career} in the category {@code other}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final NeedsClient<NeedsResourceServers<RedirectFlow>> HABR_CAREER =
            Stages.begin("habr_career", Stages.client(Stages.resourceServers()));

    /**
     * Haiilo Advocacy, OAuth 2.0; {@code haiilo} in the category {@code other}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> HAIILO =
            Stages.begin("haiilo", Stages.client(Stages.service()));

    /**
     * Harvest, OAuth 2.0; {@code harvest} in the category {@code productivity}.
     * Confidence high: 5 sources agree, 2026-11-20.
     * Several accounts may be reached: connection.choices() lists them, choose(id) takes one for the header Harvest-Account-Id.
     */
    public static final NeedsClient<Service<RedirectFlow>> HARVEST =
            Stages.begin("harvest", Stages.client(Stages.service()));

    /**
     * HeadHunter, OAuth 2.0; {@code headhunter} in the category {@code hr}.
     * Confidence medium: 2 sources agree, 2026-11-20.
     */
    public static final NeedsClient<NeedsResourceServers<RedirectFlow>> HEADHUNTER =
            Stages.begin("headhunter", Stages.client(Stages.resourceServers()));

    /**
     * Help Scout Mailbox, OAuth 2.0; {@code helpscout_mailbox} in the category {@code support}.
     * Confidence medium: 2 sources agree, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> HELPSCOUT_MAILBOX =
            Stages.begin("helpscout_mailbox", Stages.client(Stages.service()));

    /**
     * Heroku, OAuth 2.0; {@code heroku} in the category {@code dev}.
     * Confidence high: 6 sources agree, 2026-11-20.
     */
    public static final NeedsClient<NeedsResourceServers<RedirectFlow>> HEROKU =
            Stages.begin("heroku", Stages.client(Stages.resourceServers()));

    /**
     * HighLevel, OAuth 2.0; {@code highlevel} in the category {@code marketing}.
     * Confidence medium: 2 sources agree, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> HIGHLEVEL =
            Stages.begin("highlevel", Stages.client(Stages.service()));

    /**
     * Highspot, OAuth 2.0; {@code highspot} in the category {@code other}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> HIGHSPOT =
            Stages.begin("highspot", Stages.client(Stages.service()));

    /**
     * HiveCPQ Product Configurator, OAuth 2.0; {@code hivecpq_product_configurator} in the category {@code other}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> HIVECPQ_PRODUCT_CONFIGURATOR =
            Stages.begin("hivecpq_product_configurator", Stages.client(Stages.service()));

    /**
     * HP Workforce Solutions, OAuth 2.0; {@code hp_workforce_solutions} in the category {@code other}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> HP_WORKFORCE_SOLUTIONS =
            Stages.begin("hp_workforce_solutions", Stages.client(Stages.service()));

    /**
     * Huawei, OAuth 2.0; {@code huawei} in the category {@code other}.
     * Confidence medium: 2 sources agree, 2026-11-20.
     */
    public static final NeedsClient<NeedsResourceServers<RedirectFlow>> HUAWEI =
            Stages.begin("huawei", Stages.client(Stages.resourceServers()));

    /**
     * HubSpot, OAuth 2.0; {@code hubspot} in the category {@code marketing}.
     * Confidence high: 14 sources agree, 2026-11-20.
     *
     * @see <a href="https://developers.hubspot.com/docs">Documentation</a>
     */
    public static final NeedsClient<Service<RedirectFlow>> HUBSPOT =
            Stages.begin("hubspot", Stages.client(Stages.service()));

    /**
     * Huddle, OAuth 2.0; {@code huddle} in the category {@code other}.
     * Confidence medium: 2 sources agree, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> HUDDLE =
            Stages.begin("huddle", Stages.client(Stages.service()));

    /**
     * Huddo Boards, OAuth 2.0; {@code huddoboards} in the category {@code other}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> HUDDOBOARDS =
            Stages.begin("huddoboards", Stages.client(Stages.service()));

    /**
     * Hugging Face, OAuth 2.0; {@code huggingface} in the category {@code dev}.
     * Confidence medium: 2 sources agree, 2026-11-20.
     */
    public static final NeedsClient<NeedsResourceServers<RedirectFlow>> HUGGINGFACE =
            Stages.begin("huggingface", Stages.client(Stages.resourceServers()));

    /**
     * Human API, OAuth 2.0; {@code humanapi} in the category {@code health}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final NeedsClient<NeedsResourceServers<RedirectFlow>> HUMANAPI =
            Stages.begin("humanapi", Stages.client(Stages.resourceServers()));

    /**
     * Hunter, API key; {@code hunter} in the category {@code other}.
     * Confidence medium: 2 sources agree, 2026-11-20.
     */
    public static final Service<DirectFlow<ApiKeyCredential>> HUNTER = Stages.begin("hunter", Stages.lazyService());

    /**
     * iManage Work, OAuth 2.0; {@code imanage_work} in the category {@code other}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> IMANAGE_WORK =
            Stages.begin("imanage_work", Stages.client(Stages.service()));

    /**
     * Imgur, OAuth 2.0; {@code imgur} in the category {@code social}.
     * Confidence high: 4 sources agree, 2026-11-20.
     */
    public static final NeedsClient<NeedsResourceServers<RedirectFlow>> IMGUR =
            Stages.begin("imgur", Stages.client(Stages.resourceServers()));

    /**
     * Indeed, OAuth 2.0; {@code indeed} in the category {@code hr}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final NeedsClient<NeedsResourceServers<RedirectFlow>> INDEED =
            Stages.begin("indeed", Stages.client(Stages.resourceServers()));

    /**
     * Industrial App Store, OAuth 2.0; {@code industrial_app_store} in the category {@code other}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> INDUSTRIAL_APP_STORE =
            Stages.begin("industrial_app_store", Stages.client(Stages.service()));

    /**
     * Infomaniak, OAuth 2.0; {@code infomaniak} in the category {@code other}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final NeedsClient<NeedsResourceServers<RedirectFlow>> INFOMANIAK =
            Stages.begin("infomaniak", Stages.client(Stages.resourceServers()));

    /**
     * Insightly, API key; {@code insightly} in the category {@code crm}.
     * Confidence medium: 2 sources agree, 2026-11-20.
     * Input {@code pod}, for example {@code na1}.
     */
    public static final NeedsInputs<Service<DirectFlow<ApiKeyCredential>>> INSIGHTLY =
            Stages.begin("insightly", Stages.inputs(Stages.service()));

    /**
     * Instagram, OAuth 2.0; {@code instagram} in the category {@code marketing}.
     * Confidence medium: 2 sources agree, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> INSTAGRAM =
            Stages.begin("instagram", Stages.client(Stages.service()));

    /**
     * Intercom, OAuth 2.0; {@code intercom} in the category {@code marketing}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> INTERCOM =
            Stages.begin("intercom", Stages.client(Stages.service()));

    /**
     * Intercom, API key; {@code intercom_api_key} in the category {@code marketing}.
     * Confidence medium: 2 sources agree, 2026-11-20.
     */
    public static final Service<DirectFlow<ApiKeyCredential>> INTERCOM_API_KEY =
            Stages.begin("intercom_api_key", Stages.lazyService());

    /**
     * Intuit, OAuth 2.0; {@code intuit} in the category {@code accounting}.
     * Confidence high: 3 sources agree, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> INTUIT =
            Stages.begin("intuit", Stages.client(Stages.service()));

    /**
     * iObeya, OAuth 2.0; {@code iobeya} in the category {@code other}.
     * Confidence low: one source, 2026-11-20.
     * Input {@code hostname_prefix}, for example {@code example}.
     */
    public static final NeedsInputs<NeedsClient<Service<RedirectFlow>>> IOBEYA =
            Stages.begin("iobeya", Stages.inputs(Stages.client(Stages.service())));

    /**
     * Ip2location, API key; {@code ip2location} in the category {@code other}.
     * Confidence medium: 2 sources agree, 2026-11-20.
     */
    public static final Service<DirectFlow<ApiKeyCredential>> IP2LOCATION =
            Stages.begin("ip2location", Stages.lazyService());

    /**
     * Ironclad, OAuth 2.0; {@code ironclad} in the category {@code legal}.
     * Confidence low: one source, 2026-11-20.
     * Input {@code subdomain}.
     */
    public static final NeedsInputs<NeedsClient<Service<RedirectFlow>>> IRONCLAD =
            Stages.begin("ironclad", Stages.inputs(Stages.client(Stages.service())));

    /**
     * ITautomate, OAuth 2.0; {@code itautomate} in the category {@code other}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> ITAUTOMATE =
            Stages.begin("itautomate", Stages.client(Stages.service()));

    /**
     * Iterable, API key; {@code iterable} in the category {@code other}.
     * Confidence low: one source, 2026-11-20.
     * Input {@code region}, by default {@code api.iterable.com}.
     */
    public static final NeedsInputs<Service<DirectFlow<ApiKeyCredential>>> ITERABLE =
            Stages.begin("iterable", Stages.inputs(Stages.service()));

    /**
     * IT Glue, API key; {@code itglue} in the category {@code productivity}.
     * Confidence medium: 2 sources agree, 2026-11-20.
     * Input {@code subdomain}.
     */
    public static final NeedsInputs<Service<DirectFlow<ApiKeyCredential>>> ITGLUE =
            Stages.begin("itglue", Stages.inputs(Stages.service()));

    /**
     * Ivao, OAuth 2.0; {@code ivao} in the category {@code gaming}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final NeedsClient<NeedsResourceServers<RedirectFlow>> IVAO =
            Stages.begin("ivao", Stages.client(Stages.resourceServers()));

    /**
     * JBHunt, OAuth 2.0; {@code jbhunt} in the category {@code other}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> JBHUNT =
            Stages.begin("jbhunt", Stages.client(Stages.service()));

    /**
     * Jira, OAuth 2.0; {@code jira} in the category {@code productivity}.
     * Confidence medium: 2 sources agree, 2026-11-20.
     * Several sites may be reached: connection.choices() lists them, choose(id) takes one for the path of each request.
     */
    public static final NeedsClient<Service<RedirectFlow>> JIRA = Stages.begin("jira", Stages.client(Stages.service()));

    /**
     * Jira (Basic Auth), user name and password; {@code jira_basic} in the category {@code productivity}.
     * Confidence high: 3 sources agree, 2026-11-20.
     * Input {@code subdomain}, for example {@code domain}.
     */
    public static final NeedsInputs<Service<DirectFlow<BasicCredential>>> JIRA_BASIC =
            Stages.begin("jira_basic", Stages.inputs(Stages.service()));

    /**
     * JumpCloud, API key; {@code jumpcloud} in the category {@code iam}.
     * Confidence medium: 2 sources agree, 2026-11-20.
     */
    public static final Service<DirectFlow<ApiKeyCredential>> JUMPCLOUD =
            Stages.begin("jumpcloud", Stages.lazyService());

    /**
     * JumpCloud, OAuth 2.0; {@code jumpcloud_oauth} in the category {@code identity}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final NeedsClient<NeedsResourceServers<RedirectFlow>> JUMPCLOUD_OAUTH =
            Stages.begin("jumpcloud_oauth", Stages.client(Stages.resourceServers()));

    /**
     * Jupyterhub, OAuth 2.0; {@code jupyterhub} in the category {@code identity}.
     * Confidence low: one source, 2026-11-20.
     * Input {@code domain}, for example {@code acme.example.com}.
     */
    public static final NeedsInputs<NeedsClient<NeedsResourceServers<RedirectFlow>>> JUPYTERHUB =
            Stages.begin("jupyterhub", Stages.inputs(Stages.client(Stages.resourceServers())));

    /**
     * JustGiving, OAuth 2.0; {@code justgiving} in the category {@code other}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final NeedsClient<NeedsResourceServers<RedirectFlow>> JUSTGIVING =
            Stages.begin("justgiving", Stages.client(Stages.resourceServers()));

    /**
     * Kakao, OAuth 2.0; {@code kakao} in the category {@code social}.
     * Confidence high: 13 sources agree, 2026-11-20.
     */
    public static final NeedsClient<NeedsResourceServers<RedirectFlow>> KAKAO =
            Stages.begin("kakao", Stages.client(Stages.resourceServers()));

    /**
     * Keap, OAuth 2.0; {@code keap} in the category {@code marketing}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> KEAP = Stages.begin("keap", Stages.client(Stages.service()));

    /**
     * Kick, OAuth 2.0; {@code kick} in the category {@code social}.
     * Confidence high: 5 sources agree, 2026-11-20.
     */
    public static final NeedsClient<NeedsResourceServers<RedirectFlow>> KICK =
            Stages.begin("kick", Stages.client(Stages.resourceServers()));

    /**
     * Kit, OAuth 2.0; {@code kit} in the category {@code marketing}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final NeedsClient<NeedsResourceServers<RedirectFlow>> KIT =
            Stages.begin("kit", Stages.client(Stages.resourceServers()));

    /**
     * Klarna, OAuth 2.0; {@code klarna} in the category {@code finance}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final NeedsClient<NeedsResourceServers<RedirectFlow>> KLARNA =
            Stages.begin("klarna", Stages.client(Stages.resourceServers()));

    /**
     * Klaviyo (API Key), API key; {@code klaviyo} in the category {@code marketing}.
     * Confidence medium: 2 sources agree, 2026-11-20.
     */
    public static final Service<DirectFlow<ApiKeyCredential>> KLAVIYO = Stages.begin("klaviyo", Stages.lazyService());

    /**
     * Klipfolio, API key; {@code klipfolio} in the category {@code productivity}.
     * Confidence medium: 2 sources agree, 2026-11-20.
     */
    public static final Service<DirectFlow<ApiKeyCredential>> KLIPFOLIO =
            Stages.begin("klipfolio", Stages.lazyService());

    /**
     * Kook, OAuth 2.0; {@code kook} in the category {@code other}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final NeedsClient<NeedsResourceServers<RedirectFlow>> KOOK =
            Stages.begin("kook", Stages.client(Stages.resourceServers()));

    /**
     * Kroger, OAuth 2.0; {@code kroger} in the category {@code ecommerce}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final NeedsClient<NeedsResourceServers<RedirectFlow>> KROGER =
            Stages.begin("kroger", Stages.client(Stages.resourceServers()));

    /**
     * Krozu PM, OAuth 2.0; {@code krozu_pm} in the category {@code other}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> KROZU_PM =
            Stages.begin("krozu_pm", Stages.client(Stages.service()));

    /**
     * Lark, OAuth 2.0; {@code lark} in the category {@code communication}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final NeedsClient<NeedsResourceServers<RedirectFlow>> LARK =
            Stages.begin("lark", Stages.client(Stages.resourceServers()));

    /**
     * Launch Darkly, API key; {@code launch_darkly} in the category {@code other}.
     * Confidence medium: 2 sources agree, 2026-11-20.
     */
    public static final Service<DirectFlow<ApiKeyCredential>> LAUNCH_DARKLY =
            Stages.begin("launch_darkly", Stages.lazyService());

    /**
     * LawVu, OAuth 2.0; {@code lawvu} in the category {@code other}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> LAWVU =
            Stages.begin("lawvu", Stages.client(Stages.service()));

    /**
     * LCP - iCordis, OAuth 2.0; {@code lcp_icordis} in the category {@code other}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> LCP_ICORDIS =
            Stages.begin("lcp_icordis", Stages.client(Stages.service()));

    /**
     * Leadinfo, OAuth 2.0; {@code leadinfo} in the category {@code other}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> LEADINFO =
            Stages.begin("leadinfo", Stages.client(Stages.service()));

    /**
     * lemlist, API key; {@code lemlist} in the category {@code marketing}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final Service<DirectFlow<ApiKeyCredential>> LEMLIST = Stages.begin("lemlist", Stages.lazyService());

    /**
     * Lemonldap, OAuth 2.0; {@code lemonldap} in the category {@code identity}.
     * Confidence low: one source, 2026-11-20.
     * Input {@code domain}, for example {@code acme.example.com}.
     */
    public static final NeedsInputs<NeedsClient<NeedsResourceServers<RedirectFlow>>> LEMONLDAP =
            Stages.begin("lemonldap", Stages.inputs(Stages.client(Stages.resourceServers())));

    /**
     * Lever, OAuth 2.0; {@code lever} in the category {@code ats}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> LEVER =
            Stages.begin("lever", Stages.client(Stages.service()));

    /**
     * Lichess, OAuth 2.0; {@code lichess} in the category {@code social}.
     * Confidence high: 3 sources agree, 2026-11-20.
     */
    public static final NeedsClient<NeedsResourceServers<RedirectFlow>> LICHESS =
            Stages.begin("lichess", Stages.client(Stages.resourceServers()));

    /**
     * LIFX, OAuth 2.0; {@code lifx} in the category {@code iot}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> LIFX = Stages.begin("lifx", Stages.client(Stages.service()));

    /**
     * LINE, OAuth 2.0; {@code line} in the category {@code social}.
     * Confidence high: 13 sources agree, 2026-11-20.
     */
    public static final NeedsClient<NeedsResourceServers<RedirectFlow>> LINE =
            Stages.begin("line", Stages.client(Stages.resourceServers()));

    /**
     * Linear, OAuth 2.0; {@code linear} in the category {@code productivity}.
     * Confidence high: 6 sources agree, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> LINEAR =
            Stages.begin("linear", Stages.client(Stages.service()));

    /**
     * LinkedIn, OAuth 2.0; {@code linkedin} in the category {@code ats}.
     * Confidence high: 19 sources agree, 2026-11-20.
     * Versioned APIs need the header LinkedIn-Version, such as 202611; send it yourself.
     */
    public static final NeedsClient<Service<RedirectFlow>> LINKEDIN =
            Stages.begin("linkedin", Stages.client(Stages.service()));

    /**
     * Linode, OAuth 2.0; {@code linode} in the category {@code dev}.
     * Confidence medium: 2 sources agree, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> LINODE =
            Stages.begin("linode", Stages.client(Stages.service()));

    /**
     * Livechat, OAuth 2.0; {@code livechat} in the category {@code communication}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final NeedsClient<NeedsResourceServers<RedirectFlow>> LIVECHAT =
            Stages.begin("livechat", Stages.client(Stages.resourceServers()));

    /**
     * Lnk.Bio, OAuth 2.0; {@code lnkbio} in the category {@code other}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> LNKBIO =
            Stages.begin("lnkbio", Stages.client(Stages.service()));

    /**
     * Lob, API key; {@code lob} in the category {@code marketing}.
     * Confidence medium: 2 sources agree, 2026-11-20.
     */
    public static final Service<DirectFlow<ApiKeyCredential>> LOB = Stages.begin("lob", Stages.lazyService());

    /**
     * Lyft, OAuth 2.0; {@code lyft} in the category {@code travel}.
     * Confidence high: 3 sources agree, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> LYFT = Stages.begin("lyft", Stages.client(Stages.service()));

    /**
     * Mail.ru, OAuth 2.0; {@code mail_ru} in the category {@code social}.
     * Confidence high: 5 sources agree, 2026-11-20.
     */
    public static final NeedsClient<NeedsResourceServers<RedirectFlow>> MAIL_RU =
            Stages.begin("mail_ru", Stages.client(Stages.resourceServers()));

    /**
     * Mailchimp, OAuth 2.0; {@code mailchimp} in the category {@code marketing}.
     * Confidence high: 12 sources agree, 2026-11-20.
     * Input {@code dc}, for example {@code us6}.
     * The data center is what api_endpoint of https://login.mailchimp.com/oauth2/metadata begins with.
     */
    public static final NeedsInputs<NeedsClient<Service<RedirectFlow>>> MAILCHIMP =
            Stages.begin("mailchimp", Stages.inputs(Stages.client(Stages.service())));

    /**
     * Mailgun, user name and password; {@code mailgun} in the category {@code marketing}.
     * Confidence high: 3 sources agree, 2026-11-20.
     * Input {@code region}.
     */
    public static final NeedsInputs<Service<DirectFlow<BasicCredential>>> MAILGUN =
            Stages.begin("mailgun", Stages.inputs(Stages.service()));

    /**
     * Mailjet, user name and password; {@code mailjet} in the category {@code marketing}.
     * Confidence medium: 2 sources agree, 2026-11-20.
     */
    public static final Service<DirectFlow<BasicCredential>> MAILJET = Stages.begin("mailjet", Stages.lazyService());

    /**
     * Mailjet SMS, API key; {@code mailjet_sms} in the category {@code other}.
     * Confidence medium: 2 sources agree, 2026-11-20.
     */
    public static final Service<DirectFlow<ApiKeyCredential>> MAILJET_SMS =
            Stages.begin("mailjet_sms", Stages.lazyService());

    /**
     * Mandrill, API key; {@code mandrill} in the category {@code marketing}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final Service<DirectFlow<ApiKeyCredential>> MANDRILL = Stages.begin("mandrill", Stages.lazyService());

    /**
     * Map Box, API key; {@code map_box} in the category {@code other}.
     * Confidence medium: 2 sources agree, 2026-11-20.
     */
    public static final Service<DirectFlow<ApiKeyCredential>> MAP_BOX = Stages.begin("map_box", Stages.lazyService());

    /**
     * Mastodon, OAuth 2.0; {@code mastodon} in the category {@code social}.
     * Confidence high: 3 sources agree, 2026-11-20.
     */
    public static final NeedsClient<NeedsResourceServers<RedirectFlow>> MASTODON =
            Stages.begin("mastodon", Stages.client(Stages.resourceServers()));

    /**
     * Mattermost, API key; {@code mattermost} in the category {@code communication}.
     * Confidence medium: 2 sources agree, 2026-11-20.
     * Input {@code hostname}, for example {@code mattermost.example.com}.
     */
    public static final NeedsInputs<Service<DirectFlow<ApiKeyCredential>>> MATTERMOST =
            Stages.begin("mattermost", Stages.inputs(Stages.service()));

    /**
     * Mattermost, OAuth 2.0; {@code mattermost_oauth2} in the category {@code communication}.
     * Confidence low: one source, 2026-11-20.
     * Input {@code domain}, for example {@code acme.example.com}.
     */
    public static final NeedsInputs<NeedsClient<NeedsResourceServers<RedirectFlow>>> MATTERMOST_OAUTH2 =
            Stages.begin("mattermost_oauth2", Stages.inputs(Stages.client(Stages.resourceServers())));

    /**
     * Maximizer (Cloud), OAuth 2.0; {@code maximizer} in the category {@code crm}.
     * Confidence low: one source, 2026-11-20.
     * Input {@code region}.
     * Input {@code company_alias}, for example {@code acme}.
     */
    public static final NeedsInputs<NeedsClient<Service<RedirectFlow>>> MAXIMIZER =
            Stages.begin("maximizer", Stages.inputs(Stages.client(Stages.service())));

    /**
     * Media Cube, OAuth 2.0; {@code media_cube} in the category {@code other}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final NeedsClient<NeedsResourceServers<RedirectFlow>> MEDIA_CUBE =
            Stages.begin("media_cube", Stages.client(Stages.resourceServers()));

    /**
     * Mediamath, OAuth 2.0; {@code mediamath} in the category {@code other}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final NeedsClient<NeedsResourceServers<RedirectFlow>> MEDIAMATH =
            Stages.begin("mediamath", Stages.client(Stages.resourceServers()));

    /**
     * Wikimedia, OAuth 2.0; {@code mediawiki} in the category {@code identity}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final NeedsClient<NeedsResourceServers<RedirectFlow>> MEDIAWIKI =
            Stages.begin("mediawiki", Stages.client(Stages.resourceServers()));

    /**
     * Medium, OAuth 2.0; {@code medium} in the category {@code social}.
     * Confidence high: 3 sources agree, 2026-11-20.
     */
    public static final NeedsClient<NeedsResourceServers<RedirectFlow>> MEDIUM =
            Stages.begin("medium", Stages.client(Stages.resourceServers()));

    /**
     * MeetUp, OAuth 2.0; {@code meetup} in the category {@code social}.
     * Confidence high: 9 sources agree, 2026-11-20.
     */
    public static final NeedsClient<NeedsResourceServers<RedirectFlow>> MEETUP =
            Stages.begin("meetup", Stages.client(Stages.resourceServers()));

    /**
     * Mendeley, OAuth 2.0; {@code mendeley} in the category {@code education}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final NeedsClient<NeedsResourceServers<RedirectFlow>> MENDELEY =
            Stages.begin("mendeley", Stages.client(Stages.resourceServers()));

    /**
     * Meraki, API key; {@code meraki} in the category {@code other}.
     * Confidence medium: 2 sources agree, 2026-11-20.
     */
    public static final Service<DirectFlow<ApiKeyCredential>> MERAKI = Stages.begin("meraki", Stages.lazyService());

    /**
     * Mercado Libre, OAuth 2.0; {@code mercado_libre} in the category {@code ecommerce}.
     * Confidence medium: 2 sources agree, 2026-11-20.
     */
    public static final NeedsClient<NeedsResourceServers<RedirectFlow>> MERCADO_LIBRE =
            Stages.begin("mercado_libre", Stages.client(Stages.resourceServers()));

    /**
     * Mercado Pago, OAuth 2.0; {@code mercado_pago} in the category {@code payments}.
     * Confidence medium: 2 sources agree, 2026-11-20.
     */
    public static final NeedsClient<NeedsResourceServers<RedirectFlow>> MERCADO_PAGO =
            Stages.begin("mercado_pago", Stages.client(Stages.resourceServers()));

    /**
     * Mercury, OAuth 2.0; {@code mercury} in the category {@code accounting}.
     * Confidence low: one source, 2026-11-20.
     * Input {@code oauth_hostname}, by default {@code oauth2.mercury.com}.
     * Input {@code hostname}, by default {@code api.mercury.com}.
     * Choose both hosts of the same environment.
     */
    public static final TakesInputs<Service<RedirectFlow>> MERCURY =
            Stages.begin("mercury", Stages.clientOrInputs(Stages.service()));

    /**
     * Meta Marketing API, OAuth 2.0; {@code meta_marketing_api} in the category {@code marketing}.
     * Confidence high: 13 sources agree, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> META_MARKETING_API =
            Stages.begin("meta_marketing_api", Stages.client(Stages.service()));

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
     * Microsoft Ads, OAuth 2.0; {@code microsoft_ads} in the category {@code marketing}.
     * Confidence high: 13 sources agree, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> MICROSOFT_ADS =
            Stages.begin("microsoft_ads", Stages.client(Stages.service()));

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
     * Microsoft Entra ID, OAuth 2.0; {@code microsoft_entra_id} in the category {@code iam}.
     * Confidence high: 12 sources agree, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> MICROSOFT_ENTRA_ID =
            Stages.begin("microsoft_entra_id", Stages.client(Stages.service()));

    /**
     * Microsoft Excel, OAuth 2.0; {@code microsoft_excel} in the category {@code productivity}.
     * Confidence high: 12 sources agree, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> MICROSOFT_EXCEL =
            Stages.begin("microsoft_excel", Stages.client(Stages.service()));

    /**
     * Microsoft Account (Live), OAuth 2.0; {@code microsoft_live} in the category {@code identity}.
     * Confidence high: 6 sources agree, 2026-11-20.
     */
    public static final NeedsClient<NeedsResourceServers<RedirectFlow>> MICROSOFT_LIVE =
            Stages.begin("microsoft_live", Stages.client(Stages.resourceServers()));

    /**
     * Microsoft People, OAuth 2.0; {@code microsoft_people} in the category {@code productivity}.
     * Confidence high: 12 sources agree, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> MICROSOFT_PEOPLE =
            Stages.begin("microsoft_people", Stages.client(Stages.service()));

    /**
     * Microsoft Planner, OAuth 2.0; {@code microsoft_planner} in the category {@code productivity}.
     * Confidence high: 12 sources agree, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> MICROSOFT_PLANNER =
            Stages.begin("microsoft_planner", Stages.client(Stages.service()));

    /**
     * Microsoft Power BI, OAuth 2.0; {@code microsoft_power_bi} in the category {@code productivity}.
     * Confidence high: 12 sources agree, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> MICROSOFT_POWER_BI =
            Stages.begin("microsoft_power_bi", Stages.client(Stages.service()));

    /**
     * Microsoft PowerPoint, OAuth 2.0; {@code microsoft_powerpoint} in the category {@code productivity}.
     * Confidence high: 12 sources agree, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> MICROSOFT_POWERPOINT =
            Stages.begin("microsoft_powerpoint", Stages.client(Stages.service()));

    /**
     * Microsoft Teams, OAuth 2.0; {@code microsoft_teams} in the category {@code productivity}.
     * Confidence high: 13 sources agree, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> MICROSOFT_TEAMS =
            Stages.begin("microsoft_teams", Stages.client(Stages.service()));

    /**
     * Microsoft To Do, OAuth 2.0; {@code microsoft_to_do} in the category {@code productivity}.
     * Confidence high: 12 sources agree, 2026-11-20.
     */
    public static final NeedsClient<NeedsResourceServers<RedirectFlow>> MICROSOFT_TO_DO =
            Stages.begin("microsoft_to_do", Stages.client(Stages.resourceServers()));

    /**
     * Microsoft Word, OAuth 2.0; {@code microsoft_word} in the category {@code productivity}.
     * Confidence high: 12 sources agree, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> MICROSOFT_WORD =
            Stages.begin("microsoft_word", Stages.client(Stages.service()));

    /**
     * Minecraft, OAuth 2.0; {@code minecraft} in the category {@code gaming}.
     * Confidence low: one source, 2026-11-20.
     * Its token endpoint takes a token of Xbox, not a code: this entry is here for its addresses alone.
     */
    public static final NeedsClient<NeedsResourceServers<RedirectFlow>> MINECRAFT =
            Stages.begin("minecraft", Stages.client(Stages.resourceServers()));

    /**
     * Miro, OAuth 2.0; {@code miro} in the category {@code design}.
     * Confidence high: 4 sources agree, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> MIRO = Stages.begin("miro", Stages.client(Stages.service()));

    /**
     * Miro (SCIM API), API key; {@code miro_scim} in the category {@code design}.
     * Confidence medium: 2 sources agree, 2026-11-20.
     */
    public static final Service<DirectFlow<ApiKeyCredential>> MIRO_SCIM =
            Stages.begin("miro_scim", Stages.lazyService());

    /**
     * MixCloud, OAuth 2.0; {@code mixcloud} in the category {@code social}.
     * Confidence high: 5 sources agree, 2026-11-20.
     */
    public static final NeedsClient<NeedsResourceServers<RedirectFlow>> MIXCLOUD =
            Stages.begin("mixcloud", Stages.client(Stages.resourceServers()));

    /**
     * Mixpanel, user name and password; {@code mixpanel} in the category {@code analytics}.
     * Confidence medium: 2 sources agree, 2026-11-20.
     */
    public static final Service<DirectFlow<BasicCredential>> MIXPANEL = Stages.begin("mixpanel", Stages.lazyService());

    /**
     * Mollie, OAuth 2.0; {@code mollie} in the category {@code payments}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> MOLLIE =
            Stages.begin("mollie", Stages.client(Stages.service()));

    /**
     * Monday, OAuth 2.0; {@code monday} in the category {@code productivity}.
     * Confidence high: 4 sources agree, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> MONDAY =
            Stages.begin("monday", Stages.client(Stages.service()));

    /**
     * Monzo, OAuth 2.0; {@code monzo} in the category {@code finance}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final NeedsClient<NeedsResourceServers<RedirectFlow>> MONZO =
            Stages.begin("monzo", Stages.client(Stages.resourceServers()));

    /**
     * Moosend, API key; {@code moosend} in the category {@code other}.
     * Confidence medium: 2 sources agree, 2026-11-20.
     */
    public static final Service<DirectFlow<ApiKeyCredential>> MOOSEND = Stages.begin("moosend", Stages.lazyService());

    /**
     * Muhimbi PDF, OAuth 2.0; {@code muhimbi_pdf_converter_online} in the category {@code other}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> MUHIMBI_PDF_CONVERTER_ONLINE =
            Stages.begin("muhimbi_pdf_converter_online", Stages.client(Stages.service()));

    /**
     * Mural, OAuth 2.0; {@code mural} in the category {@code design}.
     * Confidence medium: 2 sources agree, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> MURAL =
            Stages.begin("mural", Stages.client(Stages.service()));

    /**
     * MusicBrainz, OAuth 2.0; {@code musicbrainz} in the category {@code music}.
     * Confidence medium: 2 sources agree, 2026-11-20.
     */
    public static final NeedsClient<NeedsResourceServers<RedirectFlow>> MUSICBRAINZ =
            Stages.begin("musicbrainz", Stages.client(Stages.resourceServers()));

    /**
     * Mux, user name and password; {@code mux} in the category {@code other}.
     * Confidence medium: 2 sources agree, 2026-11-20.
     */
    public static final Service<DirectFlow<BasicCredential>> MUX = Stages.begin("mux", Stages.lazyService());

    /**
     * MyAnimeList, OAuth 2.0; {@code myanimelist} in the category {@code gaming}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final NeedsClient<NeedsResourceServers<RedirectFlow>> MYANIMELIST =
            Stages.begin("myanimelist", Stages.client(Stages.resourceServers()));

    /**
     * MYOB, OAuth 2.0; {@code myob} in the category {@code accounting}.
     * Confidence high: 4 sources agree, 2026-11-20.
     * The path of each request begins with the id of the company file, which is captured as businessId.
     */
    public static final NeedsClient<Service<RedirectFlow>> MYOB = Stages.begin("myob", Stages.client(Stages.service()));

    /**
     * n8n, API key; {@code n8n} in the category {@code productivity}.
     * Confidence medium: 2 sources agree, 2026-11-20.
     * Input {@code base_url}, for example {@code acme.app.n8n.cloud}.
     */
    public static final NeedsInputs<Service<DirectFlow<ApiKeyCredential>>> N8N =
            Stages.begin("n8n", Stages.inputs(Stages.service()));

    /**
     * NationBuilder, OAuth 2.0; {@code nationbuilder} in the category {@code crm}.
     * Confidence medium: 2 sources agree, 2026-11-20.
     * Input {@code account_id}, for example {@code acme}.
     */
    public static final NeedsInputs<NeedsClient<Service<RedirectFlow>>> NATIONBUILDER =
            Stages.begin("nationbuilder", Stages.inputs(Stages.client(Stages.service())));

    /**
     * Naver, OAuth 2.0; {@code naver} in the category {@code social}.
     * Confidence high: 12 sources agree, 2026-11-20.
     */
    public static final NeedsClient<NeedsResourceServers<RedirectFlow>> NAVER =
            Stages.begin("naver", Stages.client(Stages.resourceServers()));

    /**
     * Netatmo.net, OAuth 2.0; {@code netatmo} in the category {@code iot}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> NETATMO =
            Stages.begin("netatmo", Stages.client(Stages.service()));

    /**
     * NetDocuments, OAuth 2.0; {@code netdocuments} in the category {@code other}.
     * Confidence low: one source, 2026-11-20.
     * Input {@code domain}, by default {@code vault.netvoyage.com}.
     */
    public static final TakesInputs<Service<RedirectFlow>> NETDOCUMENTS =
            Stages.begin("netdocuments", Stages.clientOrInputs(Stages.service()));

    /**
     * NetEase, OAuth 2.0; {@code netease} in the category {@code other}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final NeedsClient<NeedsResourceServers<RedirectFlow>> NETEASE =
            Stages.begin("netease", Stages.client(Stages.resourceServers()));

    /**
     * Netlify, OAuth 2.0; {@code netlify} in the category {@code dev}.
     * Confidence high: 3 sources agree, 2026-11-20.
     */
    public static final NeedsClient<NeedsResourceServers<RedirectFlow>> NETLIFY =
            Stages.begin("netlify", Stages.client(Stages.resourceServers()));

    /**
     * Netlify, API key; {@code netlify_api_key} in the category {@code other}.
     * Confidence medium: 2 sources agree, 2026-11-20.
     */
    public static final Service<DirectFlow<ApiKeyCredential>> NETLIFY_API_KEY =
            Stages.begin("netlify_api_key", Stages.lazyService());

    /**
     * Neto, OAuth 2.0; {@code neto} in the category {@code ecommerce}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final NeedsClient<NeedsResourceServers<RedirectFlow>> NETO =
            Stages.begin("neto", Stages.client(Stages.resourceServers()));

    /**
     * NetSuite, OAuth 2.0; {@code netsuite} in the category {@code accounting}.
     * Confidence medium: 2 sources agree, 2026-11-20.
     * Input {@code account_id}, for example {@code tstdrv231585}.
     */
    public static final NeedsInputs<NeedsClient<Service<RedirectFlow>>> NETSUITE =
            Stages.begin("netsuite", Stages.inputs(Stages.client(Stages.service())));

    /**
     * Nexmo Api Key, API key; {@code nexmo_api_key} in the category {@code other}.
     * Confidence medium: 2 sources agree, 2026-11-20.
     */
    public static final Service<DirectFlow<ApiKeyCredential>> NEXMO_API_KEY =
            Stages.begin("nexmo_api_key", Stages.lazyService());

    /**
     * Nextcloud, OAuth 2.0; {@code nextcloud} in the category {@code other}.
     * Confidence low: one source, 2026-11-20.
     * Input {@code domain}, for example {@code acme.example.com}.
     */
    public static final NeedsInputs<NeedsClient<NeedsResourceServers<RedirectFlow>>> NEXTCLOUD =
            Stages.begin("nextcloud", Stages.inputs(Stages.client(Stages.resourceServers())));

    /**
     * NFDI Login, OAuth 2.0; {@code nfdilogin} in the category {@code identity}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final NeedsClient<NeedsResourceServers<RedirectFlow>> NFDILOGIN =
            Stages.begin("nfdilogin", Stages.client(Stages.resourceServers()));

    /**
     * Nitro, OAuth 2.0; {@code nitro} in the category {@code legal}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> NITRO =
            Stages.begin("nitro", Stages.client(Stages.service()));

    /**
     * Notion, OAuth 2.0; {@code notion} in the category {@code knowledge_base}.
     * Confidence high: 9 sources agree, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> NOTION =
            Stages.begin("notion", Stages.client(Stages.service()));

    /**
     * Notion (SCIM API), API key; {@code notion_scim} in the category {@code knowledge_base}.
     * Confidence high: 3 sources agree, 2026-11-20.
     */
    public static final Service<DirectFlow<ApiKeyCredential>> NOTION_SCIM =
            Stages.begin("notion_scim", Stages.lazyService());

    /**
     * NPR, OAuth 2.0; {@code npr} in the category {@code other}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> NPR = Stages.begin("npr", Stages.client(Stages.service()));

    /**
     * Odnoklassniki, OAuth 2.0; {@code odnoklassniki} in the category {@code social}.
     * Confidence high: 4 sources agree, 2026-11-20.
     * Requests need the application key and an MD5 signature; sign them yourself.
     */
    public static final NeedsClient<NeedsResourceServers<RedirectFlow>> ODNOKLASSNIKI =
            Stages.begin("odnoklassniki", Stages.client(Stages.resourceServers()));

    /**
     * Odoo (API Key), API key; {@code odoo_api_key} in the category {@code erp}.
     * Confidence medium: 2 sources agree, 2026-11-20.
     * Input {@code server_url}, for example {@code acme.odoo.com}.
     * Input {@code database}, for example {@code example}.
     */
    public static final NeedsInputs<Service<DirectFlow<ApiKeyCredential>>> ODOO_API_KEY =
            Stages.begin("odoo_api_key", Stages.inputs(Stages.service()));

    /**
     * Okta, OAuth 2.0; {@code okta} in the category {@code dev}.
     * Confidence high: 3 sources agree, 2026-11-20.
     * Input {@code subdomain}, for example {@code domain}.
     */
    public static final NeedsInputs<NeedsClient<Service<RedirectFlow>>> OKTA =
            Stages.begin("okta", Stages.inputs(Stages.client(Stages.service())));

    /**
     * Okta (API Token), API key; {@code okta_api_key} in the category {@code dev}.
     * Confidence medium: 2 sources agree, 2026-11-20.
     * Input {@code hostname}, for example {@code dev-12345678.okta.com}.
     */
    public static final NeedsInputs<Service<DirectFlow<ApiKeyCredential>>> OKTA_API_KEY =
            Stages.begin("okta_api_key", Stages.inputs(Stages.service()));

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
     * OneLogin, OAuth 2.0; {@code onelogin} in the category {@code dev}.
     * Confidence low: one source, 2026-11-20.
     * Input {@code subdomain}, for example {@code acme}.
     */
    public static final NeedsInputs<NeedsConfidentialClient<Service<UnattendedFlow>>> ONELOGIN =
            Stages.begin("onelogin", Stages.inputs(Stages.confidentialClient(Stages.service())));

    /**
     * One Note, OAuth 2.0; {@code onenote} in the category {@code productivity}.
     * Confidence high: 12 sources agree, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> ONENOTE =
            Stages.begin("onenote", Stages.client(Stages.service()));

    /**
     * Online Scout Manager, OAuth 2.0; {@code online_scout_manager} in the category {@code other}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final NeedsClient<NeedsResourceServers<RedirectFlow>> ONLINE_SCOUT_MANAGER =
            Stages.begin("online_scout_manager", Stages.client(Stages.resourceServers()));

    /**
     * Onshape, OAuth 2.0; {@code onshape} in the category {@code design}.
     * Confidence medium: 2 sources agree, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> ONSHAPE =
            Stages.begin("onshape", Stages.client(Stages.service()));

    /**
     * Open Weather, API key; {@code open_weather} in the category {@code other}.
     * Confidence medium: 2 sources agree, 2026-11-20.
     */
    public static final Service<DirectFlow<ApiKeyCredential>> OPEN_WEATHER =
            Stages.begin("open_weather", Stages.lazyService());

    /**
     * OpenAI, API key; {@code openai} in the category {@code productivity}.
     * Confidence high: 3 sources agree, 2026-11-20.
     */
    public static final Service<DirectFlow<ApiKeyCredential>> OPENAI = Stages.begin("openai", Stages.lazyService());

    /**
     * OpenAI (Admin), API key; {@code openai_admin} in the category {@code productivity}.
     * Confidence medium: 2 sources agree, 2026-11-20.
     */
    public static final Service<DirectFlow<ApiKeyCredential>> OPENAI_ADMIN =
            Stages.begin("openai_admin", Stages.lazyService());

    /**
     * Open Experience, OAuth 2.0; {@code openexperience} in the category {@code other}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> OPENEXPERIENCE =
            Stages.begin("openexperience", Stages.client(Stages.service()));

    /**
     * OpenStreetMap, OAuth 2.0; {@code openstreetmap} in the category {@code identity}.
     * Confidence high: 3 sources agree, 2026-11-20.
     */
    public static final NeedsClient<NeedsResourceServers<RedirectFlow>> OPENSTREETMAP =
            Stages.begin("openstreetmap", Stages.client(Stages.resourceServers()));

    /**
     * OpenWeatherMap, API key; {@code openweathermap} in the category {@code other}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final Service<DirectFlow<ApiKeyCredential>> OPENWEATHERMAP =
            Stages.begin("openweathermap", Stages.lazyService());

    /**
     * Orbi, OAuth 2.0; {@code orbi} in the category {@code other}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final NeedsClient<NeedsResourceServers<RedirectFlow>> ORBI =
            Stages.begin("orbi", Stages.client(Stages.resourceServers()));

    /**
     * ORCID, OAuth 2.0; {@code orcid} in the category {@code identity}.
     * Confidence medium: 2 sources agree, 2026-11-20.
     */
    public static final NeedsClient<NeedsResourceServers<RedirectFlow>> ORCID =
            Stages.begin("orcid", Stages.client(Stages.resourceServers()));

    /**
     * OSChina, OAuth 2.0; {@code oschina} in the category {@code dev}.
     * Confidence medium: 2 sources agree, 2026-11-20.
     */
    public static final NeedsClient<NeedsResourceServers<RedirectFlow>> OSCHINA =
            Stages.begin("oschina", Stages.client(Stages.resourceServers()));

    /**
     * Osu, OAuth 2.0; {@code osu} in the category {@code gaming}.
     * Confidence high: 5 sources agree, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> OSU = Stages.begin("osu", Stages.client(Stages.service()));

    /**
     * Oura, OAuth 2.0; {@code oura} in the category {@code sports}.
     * Confidence medium: 2 sources agree, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> OURA = Stages.begin("oura", Stages.client(Stages.service()));

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
     * Outreach, OAuth 2.0; {@code outreach} in the category {@code marketing}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> OUTREACH =
            Stages.begin("outreach", Stages.client(Stages.service()));

    /**
     * Paddle, API key; {@code paddle} in the category {@code payments}.
     * Confidence low: one source, 2026-11-20.
     * Input {@code subdomain}.
     */
    public static final NeedsInputs<Service<DirectFlow<ApiKeyCredential>>> PADDLE =
            Stages.begin("paddle", Stages.inputs(Stages.service()));

    /**
     * PagerDuty, OAuth 2.0; {@code pagerduty} in the category {@code dev}.
     * Confidence medium: 2 sources agree, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> PAGERDUTY =
            Stages.begin("pagerduty", Stages.client(Stages.service()));

    /**
     * Panda Score, API key; {@code panda_score} in the category {@code other}.
     * Confidence medium: 2 sources agree, 2026-11-20.
     */
    public static final Service<DirectFlow<ApiKeyCredential>> PANDA_SCORE =
            Stages.begin("panda_score", Stages.lazyService());

    /**
     * Pandadoc, OAuth 2.0; {@code pandadoc} in the category {@code legal}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> PANDADOC =
            Stages.begin("pandadoc", Stages.client(Stages.service()));

    /**
     * Pandadoc (API Key), API key; {@code pandadoc_api_key} in the category {@code legal}.
     * Confidence medium: 2 sources agree, 2026-11-20.
     */
    public static final Service<DirectFlow<ApiKeyCredential>> PANDADOC_API_KEY =
            Stages.begin("pandadoc_api_key", Stages.lazyService());

    /**
     * Patreon, OAuth 2.0; {@code patreon} in the category {@code social}.
     * Confidence high: 10 sources agree, 2026-11-20.
     */
    public static final NeedsClient<NeedsResourceServers<RedirectFlow>> PATREON =
            Stages.begin("patreon", Stages.client(Stages.resourceServers()));

    /**
     * PayPal, OAuth 2.0; {@code paypal} in the category {@code payments}.
     * Confidence medium: 2 sources agree, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> PAYPAL =
            Stages.begin("paypal", Stages.client(Stages.service()));

    /**
     * Paypal (Sandbox), OAuth 2.0; {@code paypal_sandbox} in the category {@code payments}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> PAYPAL_SANDBOX =
            Stages.begin("paypal_sandbox", Stages.client(Stages.service()));

    /**
     * PDF4me, OAuth 2.0; {@code pdf4me} in the category {@code other}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> PDF4ME =
            Stages.begin("pdf4me", Stages.client(Stages.service()));

    /**
     * PDF Blocks, API key; {@code pdf_blocks} in the category {@code other}.
     * Confidence medium: 2 sources agree, 2026-11-20.
     */
    public static final Service<DirectFlow<ApiKeyCredential>> PDF_BLOCKS =
            Stages.begin("pdf_blocks", Stages.lazyService());

    /**
     * PeeringDB, OAuth 2.0; {@code peeringdb} in the category {@code other}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final NeedsClient<NeedsResourceServers<RedirectFlow>> PEERINGDB =
            Stages.begin("peeringdb", Stages.client(Stages.resourceServers()));

    /**
     * Pendo, API key; {@code pendo} in the category {@code analytics}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final Service<DirectFlow<ApiKeyCredential>> PENDO = Stages.begin("pendo", Stages.lazyService());

    /**
     * Perplexity, API key; {@code perplexity} in the category {@code productivity}.
     * Confidence medium: 2 sources agree, 2026-11-20.
     */
    public static final Service<DirectFlow<ApiKeyCredential>> PERPLEXITY =
            Stages.begin("perplexity", Stages.lazyService());

    /**
     * Personio (v1), OAuth 2.0; {@code personio} in the category {@code hr}.
     * Confidence low: one source, 2026-11-20.
     * Input {@code partner_id}, for example {@code example}.
     * Input {@code app_id}, for example {@code example}.
     */
    public static final NeedsInputs<NeedsConfidentialClient<Service<UnattendedFlow>>> PERSONIO =
            Stages.begin("personio", Stages.inputs(Stages.confidentialClient(Stages.service())));

    /**
     * Phabricator, OAuth 2.0; {@code phabricator} in the category {@code dev}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final NeedsClient<NeedsResourceServers<RedirectFlow>> PHABRICATOR =
            Stages.begin("phabricator", Stages.client(Stages.resourceServers()));

    /**
     * PhilipHue, OAuth 2.0; {@code philips_hue} in the category {@code iot}.
     * Confidence medium: 2 sources agree, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> PHILIPS_HUE =
            Stages.begin("philips_hue", Stages.client(Stages.service()));

    /**
     * Phrase, API key; {@code phrase} in the category {@code dev}.
     * Confidence medium: 2 sources agree, 2026-11-20.
     * Input {@code hostname}.
     */
    public static final NeedsInputs<Service<DirectFlow<ApiKeyCredential>>> PHRASE =
            Stages.begin("phrase", Stages.inputs(Stages.service()));

    /**
     * Pinecone, API key; {@code pinecone} in the category {@code other}.
     * Confidence high: 3 sources agree, 2026-11-20.
     */
    public static final Service<DirectFlow<ApiKeyCredential>> PINECONE = Stages.begin("pinecone", Stages.lazyService());

    /**
     * Pinterest, OAuth 2.0; {@code pinterest} in the category {@code design}.
     * Confidence high: 4 sources agree, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> PINTEREST =
            Stages.begin("pinterest", Stages.client(Stages.service()));

    /**
     * Pipedream (API Key), API key; {@code pipedream} in the category {@code dev}.
     * Confidence medium: 2 sources agree, 2026-11-20.
     */
    public static final Service<DirectFlow<ApiKeyCredential>> PIPEDREAM =
            Stages.begin("pipedream", Stages.lazyService());

    /**
     * Pipedrive, OAuth 2.0; {@code pipedrive} in the category {@code crm}.
     * Confidence high: 6 sources agree, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> PIPEDRIVE =
            Stages.begin("pipedrive", Stages.client(Stages.service()));

    /**
     * Pivotal Tracker, API key; {@code pivotaltracker} in the category {@code productivity}.
     * Confidence medium: 2 sources agree, 2026-11-20.
     */
    public static final Service<DirectFlow<ApiKeyCredential>> PIVOTALTRACKER =
            Stages.begin("pivotaltracker", Stages.lazyService());

    /**
     * Pixelpin Openidconnect, OAuth 2.0; {@code pixelpin} in the category {@code other}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final NeedsClient<NeedsResourceServers<RedirectFlow>> PIXELPIN =
            Stages.begin("pixelpin", Stages.client(Stages.resourceServers()));

    /**
     * Pixnet, OAuth 2.0; {@code pixnet} in the category {@code social}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final NeedsClient<NeedsResourceServers<RedirectFlow>> PIXNET =
            Stages.begin("pixnet", Stages.client(Stages.resourceServers()));

    /**
     * PKIsigning, OAuth 2.0; {@code pkisigning} in the category {@code other}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> PKISIGNING =
            Stages.begin("pkisigning", Stages.client(Stages.service()));

    /**
     * Planning Center Online, OAuth 2.0; {@code planning_center_online} in the category {@code crm}.
     * Confidence medium: 2 sources agree, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> PLANNING_CENTER_ONLINE =
            Stages.begin("planning_center_online", Stages.client(Stages.service()));

    /**
     * Plumsail Forms, OAuth 2.0; {@code plumsail_forms} in the category {@code other}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> PLUMSAIL_FORMS =
            Stages.begin("plumsail_forms", Stages.client(Stages.service()));

    /**
     * Pocketsmith.com, OAuth 2.0; {@code pocketsmith} in the category {@code other}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> POCKETSMITH =
            Stages.begin("pocketsmith", Stages.client(Stages.service()));

    /**
     * Podio, OAuth 2.0; {@code podio} in the category {@code productivity}.
     * Confidence high: 4 sources agree, 2026-11-20.
     */
    public static final NeedsClient<NeedsResourceServers<RedirectFlow>> PODIO =
            Stages.begin("podio", Stages.client(Stages.resourceServers()));

    /**
     * Polar (polar.sh), OAuth 2.0; {@code polar_sh} in the category {@code health}.
     * Confidence high: 3 sources agree, 2026-11-20.
     */
    public static final NeedsClient<NeedsResourceServers<RedirectFlow>> POLAR_SH =
            Stages.begin("polar_sh", Stages.client(Stages.resourceServers()));

    /**
     * Polaris PSA, OAuth 2.0; {@code polaris_psa} in the category {@code other}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> POLARIS_PSA =
            Stages.begin("polaris_psa", Stages.client(Stages.service()));

    /**
     * Polygon, API key; {@code polygon} in the category {@code other}.
     * Confidence medium: 2 sources agree, 2026-11-20.
     */
    public static final Service<DirectFlow<ApiKeyCredential>> POLYGON = Stages.begin("polygon", Stages.lazyService());

    /**
     * PostHog, API key; {@code posthog} in the category {@code dev}.
     * Confidence low: one source, 2026-11-20.
     * Input {@code subdomain}.
     */
    public static final NeedsInputs<Service<DirectFlow<ApiKeyCredential>>> POSTHOG =
            Stages.begin("posthog", Stages.inputs(Stages.service()));

    /**
     * Postman, API key; {@code postman} in the category {@code other}.
     * Confidence medium: 2 sources agree, 2026-11-20.
     */
    public static final Service<DirectFlow<ApiKeyCredential>> POSTMAN = Stages.begin("postman", Stages.lazyService());

    /**
     * Postmark, API key; {@code postmark} in the category {@code other}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final Service<DirectFlow<ApiKeyCredential>> POSTMARK = Stages.begin("postmark", Stages.lazyService());

    /**
     * pr0gramm, OAuth 2.0; {@code pr0gramm} in the category {@code other}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final NeedsClient<NeedsResourceServers<RedirectFlow>> PR0GRAMM =
            Stages.begin("pr0gramm", Stages.client(Stages.resourceServers()));

    /**
     * Procore, OAuth 2.0; {@code procore} in the category {@code erp}.
     * Confidence high: 3 sources agree, 2026-11-20.
     * Input {@code company_id}, for example {@code 598134325779301}.
     */
    public static final TakesInputs<Service<RedirectFlow>> PROCORE =
            Stages.begin("procore", Stages.clientOrInputs(Stages.service()));

    /**
     * Product Hunt, OAuth 2.0; {@code product_hunt} in the category {@code social}.
     * Confidence medium: 2 sources agree, 2026-11-20.
     */
    public static final NeedsClient<NeedsResourceServers<RedirectFlow>> PRODUCT_HUNT =
            Stages.begin("product_hunt", Stages.client(Stages.resourceServers()));

    /**
     * Productboard, OAuth 2.0; {@code productboard} in the category {@code productivity}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> PRODUCTBOARD =
            Stages.begin("productboard", Stages.client(Stages.service()));

    /**
     * ProjectPlace, OAuth 2.0; {@code projectplace_oauth2} in the category {@code other}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> PROJECTPLACE_OAUTH2 =
            Stages.begin("projectplace_oauth2", Stages.client(Stages.service()));

    /**
     * Pushbullet, OAuth 2.0; {@code pushbullet} in the category {@code communication}.
     * Confidence high: 4 sources agree, 2026-11-20.
     */
    public static final NeedsClient<NeedsResourceServers<RedirectFlow>> PUSHBULLET =
            Stages.begin("pushbullet", Stages.client(Stages.resourceServers()));

    /**
     * Pushcut, OAuth 2.0; {@code pushcut} in the category {@code other}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> PUSHCUT =
            Stages.begin("pushcut", Stages.client(Stages.service()));

    /**
     * Qiita, OAuth 2.0; {@code qiita} in the category {@code dev}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final NeedsClient<NeedsResourceServers<RedirectFlow>> QIITA =
            Stages.begin("qiita", Stages.client(Stages.resourceServers()));

    /**
     * QQ, OAuth 2.0; {@code qq} in the category {@code social}.
     * Confidence high: 6 sources agree, 2026-11-20.
     */
    public static final NeedsClient<NeedsResourceServers<RedirectFlow>> QQ =
            Stages.begin("qq", Stages.client(Stages.resourceServers()));

    /**
     * Questrade, OAuth 2.0; {@code questrade} in the category {@code finance}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final NeedsClient<NeedsResourceServers<RedirectFlow>> QUESTRADE =
            Stages.begin("questrade", Stages.client(Stages.resourceServers()));

    /**
     * Quickbase, API key; {@code quickbase} in the category {@code productivity}.
     * Confidence medium: 2 sources agree, 2026-11-20.
     * Input {@code domain}, for example {@code demo.quickbase.com}.
     * Requests need the parameter apiKey; send it yourself.
     */
    public static final NeedsInputs<Service<DirectFlow<ApiKeyCredential>>> QUICKBASE =
            Stages.begin("quickbase", Stages.inputs(Stages.service()));

    /**
     * QuickBooks, OAuth 2.0; {@code quickbooks} in the category {@code accounting}.
     * Confidence high: 5 sources agree, 2026-11-20.
     *
     * @see <a href="https://developer.intuit.com/app/developer/qbo/docs/develop/authentication-and-authorization/oauth-2.0">Documentation</a>
     */
    public static final NeedsClient<Service<RedirectFlow>> QUICKBOOKS =
            Stages.begin("quickbooks", Stages.client(Stages.service()));

    /**
     * Railway, OAuth 2.0; {@code railway} in the category {@code dev}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final NeedsClient<NeedsResourceServers<RedirectFlow>> RAILWAY =
            Stages.begin("railway", Stages.client(Stages.resourceServers()));

    /**
     * Ramp, OAuth 2.0; {@code ramp} in the category {@code banking}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> RAMP = Stages.begin("ramp", Stages.client(Stages.service()));

    /**
     * RapidAPI, API key; {@code rapidapi} in the category {@code dev}.
     * Confidence medium: 2 sources agree, 2026-11-20.
     * Input {@code subdomain}, for example {@code api-football-v1}.
     */
    public static final NeedsInputs<Service<DirectFlow<ApiKeyCredential>>> RAPIDAPI =
            Stages.begin("rapidapi", Stages.inputs(Stages.service()));

    /**
     * Razorpay, user name and password; {@code razorpay} in the category {@code payments}.
     * Confidence medium: 2 sources agree, 2026-11-20.
     */
    public static final Service<DirectFlow<BasicCredential>> RAZORPAY = Stages.begin("razorpay", Stages.lazyService());

    /**
     * Read Me, API key; {@code read_me} in the category {@code other}.
     * Confidence medium: 2 sources agree, 2026-11-20.
     */
    public static final Service<DirectFlow<ApiKeyCredential>> READ_ME = Stages.begin("read_me", Stages.lazyService());

    /**
     * Readwise, API key; {@code readwise} in the category {@code productivity}.
     * Confidence medium: 2 sources agree, 2026-11-20.
     */
    public static final Service<DirectFlow<ApiKeyCredential>> READWISE = Stages.begin("readwise", Stages.lazyService());

    /**
     * Rebrandly, API key; {@code rebrandly} in the category {@code other}.
     * Confidence medium: 2 sources agree, 2026-11-20.
     */
    public static final Service<DirectFlow<ApiKeyCredential>> REBRANDLY =
            Stages.begin("rebrandly", Stages.lazyService());

    /**
     * Recorded Future, API key; {@code recorded_future} in the category {@code other}.
     * Confidence medium: 2 sources agree, 2026-11-20.
     */
    public static final Service<DirectFlow<ApiKeyCredential>> RECORDED_FUTURE =
            Stages.begin("recorded_future", Stages.lazyService());

    /**
     * Reddit, OAuth 2.0; {@code reddit} in the category {@code social}.
     * Confidence high: 10 sources agree, 2026-11-20.
     * Every request needs a User-Agent of your own.
     */
    public static final NeedsClient<Service<RedirectFlow>> REDDIT =
            Stages.begin("reddit", Stages.client(Stages.service()));

    /**
     * Redque, OAuth 2.0; {@code redque} in the category {@code other}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> REDQUE =
            Stages.begin("redque", Stages.client(Stages.service()));

    /**
     * Referoo, OAuth 2.0; {@code referoo} in the category {@code other}.
     * Confidence low: one source, 2026-11-20.
     * Input {@code referoo_host}, for example {@code acme.example.com}.
     */
    public static final NeedsInputs<NeedsClient<Service<RedirectFlow>>> REFEROO =
            Stages.begin("referoo", Stages.inputs(Stages.client(Stages.service())));

    /**
     * Refiner, API key; {@code refiner} in the category {@code surveys}.
     * Confidence medium: 2 sources agree, 2026-11-20.
     */
    public static final Service<DirectFlow<ApiKeyCredential>> REFINER = Stages.begin("refiner", Stages.lazyService());

    /**
     * Rekono, OAuth 2.0; {@code rekono} in the category {@code other}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final NeedsClient<NeedsResourceServers<RedirectFlow>> REKONO =
            Stages.begin("rekono", Stages.client(Stages.resourceServers()));

    /**
     * Rencore Governance, OAuth 2.0; {@code rencore_governance} in the category {@code other}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> RENCORE_GOVERNANCE =
            Stages.begin("rencore_governance", Stages.client(Stages.service()));

    /**
     * Replicate, API key; {@code replicate} in the category {@code dev}.
     * Confidence medium: 2 sources agree, 2026-11-20.
     */
    public static final Service<DirectFlow<ApiKeyCredential>> REPLICATE =
            Stages.begin("replicate", Stages.lazyService());

    /**
     * Reply.io, API key; {@code reply_io} in the category {@code marketing}.
     * Confidence medium: 2 sources agree, 2026-11-20.
     */
    public static final Service<DirectFlow<ApiKeyCredential>> REPLY_IO = Stages.begin("reply_io", Stages.lazyService());

    /**
     * Resend, API key; {@code resend} in the category {@code communication}.
     * Confidence medium: 2 sources agree, 2026-11-20.
     */
    public static final Service<DirectFlow<ApiKeyCredential>> RESEND = Stages.begin("resend", Stages.lazyService());

    /**
     * Revelation helpdesk, OAuth 2.0; {@code revelation_helpdesk} in the category {@code other}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> REVELATION_HELPDESK =
            Stages.begin("revelation_helpdesk", Stages.client(Stages.service()));

    /**
     * Riotgames, OAuth 2.0; {@code riotgames} in the category {@code gaming}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final NeedsClient<NeedsResourceServers<RedirectFlow>> RIOTGAMES =
            Stages.begin("riotgames", Stages.client(Stages.resourceServers()));

    /**
     * Rippling, API key; {@code rippling} in the category {@code hr}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final Service<DirectFlow<ApiKeyCredential>> RIPPLING = Stages.begin("rippling", Stages.lazyService());

    /**
     * Roblox, OAuth 2.0; {@code roblox} in the category {@code gaming}.
     * Confidence high: 4 sources agree, 2026-11-20.
     */
    public static final NeedsClient<NeedsResourceServers<RedirectFlow>> ROBLOX =
            Stages.begin("roblox", Stages.client(Stages.resourceServers()));

    /**
     * RocketReach, API key; {@code rocketreach} in the category {@code crm}.
     * Confidence medium: 2 sources agree, 2026-11-20.
     */
    public static final Service<DirectFlow<ApiKeyCredential>> ROCKETREACH =
            Stages.begin("rocketreach", Stages.lazyService());

    /**
     * Rootly, API key; {@code rootly} in the category {@code dev}.
     * Confidence medium: 2 sources agree, 2026-11-20.
     */
    public static final Service<DirectFlow<ApiKeyCredential>> ROOTLY = Stages.begin("rootly", Stages.lazyService());

    /**
     * Runscope.com, OAuth 2.0; {@code runscope} in the category {@code dev}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> RUNSCOPE =
            Stages.begin("runscope", Stages.client(Stages.service()));

    /**
     * Sage, OAuth 2.0; {@code sage} in the category {@code accounting}.
     * Confidence medium: 2 sources agree, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> SAGE = Stages.begin("sage", Stages.client(Stages.service()));

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
     * Salesforce (Sandbox), OAuth 2.0; {@code salesforce_sandbox} in the category {@code crm}.
     * Confidence medium: 2 sources agree, 2026-11-20.
     * Input {@code hostname}, by default {@code test.salesforce.com}, for example {@code acme--dev.sandbox.my.salesforce.com}.
     */
    public static final TakesInputs<Service<RedirectFlow>> SALESFORCE_SANDBOX =
            Stages.begin("salesforce_sandbox", Stages.clientOrInputs(Stages.service()));

    /**
     * Salesloft, OAuth 2.0; {@code salesloft} in the category {@code marketing}.
     * Confidence medium: 2 sources agree, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> SALESLOFT =
            Stages.begin("salesloft", Stages.client(Stages.service()));

    /**
     * Salla, OAuth 2.0; {@code salla} in the category {@code ecommerce}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final NeedsClient<NeedsResourceServers<RedirectFlow>> SALLA =
            Stages.begin("salla", Stages.client(Stages.resourceServers()));

    /**
     * SAP Concur, OAuth 2.0; {@code sap_concur} in the category {@code erp}.
     * Confidence low: one source, 2026-11-20.
     * Input {@code region}, for example {@code us}.
     */
    public static final NeedsInputs<NeedsConfidentialClient<Service<UnattendedFlow>>> SAP_CONCUR =
            Stages.begin("sap_concur", Stages.inputs(Stages.confidentialClient(Stages.service())));

    /**
     * Sapo Id, OAuth 2.0; {@code sapo_id} in the category {@code finance}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final NeedsClient<NeedsResourceServers<RedirectFlow>> SAPO_ID =
            Stages.begin("sapo_id", Stages.client(Stages.resourceServers()));

    /**
     * Scistarter, OAuth 2.0; {@code scistarter} in the category {@code other}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final NeedsClient<NeedsResourceServers<RedirectFlow>> SCISTARTER =
            Stages.begin("scistarter", Stages.client(Stages.resourceServers()));

    /**
     * Scraping Bee, API key; {@code scraping_bee} in the category {@code other}.
     * Confidence medium: 2 sources agree, 2026-11-20.
     */
    public static final Service<DirectFlow<ApiKeyCredential>> SCRAPING_BEE =
            Stages.begin("scraping_bee", Stages.lazyService());

    /**
     * Segment, OAuth 2.0; {@code segment} in the category {@code analytics}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> SEGMENT =
            Stages.begin("segment", Stages.client(Stages.service()));

    /**
     * SendGrid, API key; {@code sendgrid} in the category {@code marketing}.
     * Confidence high: 4 sources agree, 2026-11-20.
     *
     * @see <a href="https://www.twilio.com/docs/sendgrid/api-reference">Documentation</a>
     */
    public static final Service<DirectFlow<ApiKeyCredential>> SENDGRID = Stages.begin("sendgrid", Stages.lazyService());

    /**
     * SendSMS, OAuth 2.0; {@code sendsms} in the category {@code other}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> SENDSMS =
            Stages.begin("sendsms", Stages.client(Stages.service()));

    /**
     * Sentry, API key; {@code sentry} in the category {@code dev}.
     * Confidence low: one source, 2026-11-20.
     * Input {@code hostname}.
     */
    public static final NeedsInputs<Service<DirectFlow<ApiKeyCredential>>> SENTRY =
            Stages.begin("sentry", Stages.inputs(Stages.service()));

    /**
     * Service Channel, OAuth 2.0; {@code service_channel} in the category {@code other}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final NeedsClient<NeedsResourceServers<RedirectFlow>> SERVICE_CHANNEL =
            Stages.begin("service_channel", Stages.client(Stages.resourceServers()));

    /**
     * ServiceNow, OAuth 2.0; {@code servicenow} in the category {@code productivity}.
     * Confidence medium: 2 sources agree, 2026-11-20.
     * Input {@code hostname}, for example {@code acme.service-now.com}.
     */
    public static final NeedsInputs<NeedsClient<Service<RedirectFlow>>> SERVICENOW =
            Stages.begin("servicenow", Stages.inputs(Stages.client(Stages.service())));

    /**
     * SerwerSMS, OAuth 2.0; {@code serwersms} in the category {@code other}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> SERWERSMS =
            Stages.begin("serwersms", Stages.client(Stages.service()));

    /**
     * seven, API key; {@code seven} in the category {@code other}.
     * Confidence medium: 2 sources agree, 2026-11-20.
     */
    public static final Service<DirectFlow<ApiKeyCredential>> SEVEN = Stages.begin("seven", Stages.lazyService());

    /**
     * Seznam, OAuth 2.0; {@code seznam} in the category {@code social}.
     * Confidence medium: 2 sources agree, 2026-11-20.
     */
    public static final NeedsClient<NeedsResourceServers<RedirectFlow>> SEZNAM =
            Stages.begin("seznam", Stages.client(Stages.resourceServers()));

    /**
     * SharePoint Online (v2), OAuth 2.0; {@code sharepoint_online} in the category {@code storage}.
     * Confidence high: 13 sources agree, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> SHAREPOINT_ONLINE =
            Stages.begin("sharepoint_online", Stages.client(Stages.service()));

    /**
     * Shikimori, OAuth 2.0; {@code shikimori} in the category {@code gaming}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final NeedsClient<NeedsResourceServers<RedirectFlow>> SHIKIMORI =
            Stages.begin("shikimori", Stages.client(Stages.resourceServers()));

    /**
     * Shippo, API key; {@code shippo} in the category {@code ecommerce}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final Service<DirectFlow<ApiKeyCredential>> SHIPPO = Stages.begin("shippo", Stages.lazyService());

    /**
     * Shipstation (v1), user name and password; {@code shipstation} in the category {@code ecommerce}.
     * Confidence medium: 2 sources agree, 2026-11-20.
     */
    public static final Service<DirectFlow<BasicCredential>> SHIPSTATION =
            Stages.begin("shipstation", Stages.lazyService());

    /**
     * Shopify, OAuth 2.0; {@code shopify} in the category {@code ecommerce}.
     * Confidence high: 5 sources agree, 2026-11-20.
     * Input {@code subdomain}, for example {@code domain}.
     */
    public static final NeedsInputs<NeedsClient<Service<RedirectFlow>>> SHOPIFY =
            Stages.begin("shopify", Stages.inputs(Stages.client(Stages.service())));

    /**
     * Shopify (API Key), API key; {@code shopify_api_key} in the category {@code ecommerce}.
     * Confidence high: 3 sources agree, 2026-11-20.
     * Input {@code subdomain}, for example {@code domain}.
     */
    public static final NeedsInputs<Service<DirectFlow<ApiKeyCredential>>> SHOPIFY_API_KEY =
            Stages.begin("shopify_api_key", Stages.inputs(Stages.service()));

    /**
     * Shortcut, API key; {@code shortcut} in the category {@code dev}.
     * Confidence medium: 2 sources agree, 2026-11-20.
     */
    public static final Service<DirectFlow<ApiKeyCredential>> SHORTCUT = Stages.begin("shortcut", Stages.lazyService());

    /**
     * Shotstack, API key; {@code shotstack} in the category {@code other}.
     * Confidence medium: 2 sources agree, 2026-11-20.
     * Input {@code version}, by default {@code v1}.
     */
    public static final NeedsInputs<Service<DirectFlow<ApiKeyCredential>>> SHOTSTACK =
            Stages.begin("shotstack", Stages.inputs(Stages.service()));

    /**
     * Shutterstock.com, OAuth 2.0; {@code shutterstock} in the category {@code other}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> SHUTTERSTOCK =
            Stages.begin("shutterstock", Stages.client(Stages.service()));

    /**
     * Shutterstock.com, user name and password; {@code shutterstock_basic} in the category {@code other}.
     * Confidence medium: 2 sources agree, 2026-11-20.
     */
    public static final Service<DirectFlow<BasicCredential>> SHUTTERSTOCK_BASIC =
            Stages.begin("shutterstock_basic", Stages.lazyService());

    /**
     * Signl4.com, OAuth 2.0; {@code signl4} in the category {@code other}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> SIGNL4 =
            Stages.begin("signl4", Stages.client(Stages.service()));

    /**
     * SignNow, OAuth 2.0; {@code signnow} in the category {@code legal}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> SIGNNOW =
            Stages.begin("signnow", Stages.client(Stages.service()));

    /**
     * SignRequest, OAuth 2.0; {@code signrequest} in the category {@code other}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> SIGNREQUEST =
            Stages.begin("signrequest", Stages.client(Stages.service()));

    /**
     * Signupgenius, API key; {@code signupgenius} in the category {@code other}.
     * Confidence medium: 2 sources agree, 2026-11-20.
     */
    public static final Service<DirectFlow<ApiKeyCredential>> SIGNUPGENIUS =
            Stages.begin("signupgenius", Stages.lazyService());

    /**
     * SimpleLogin, OAuth 2.0; {@code simplelogin} in the category {@code identity}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final NeedsClient<NeedsResourceServers<RedirectFlow>> SIMPLELOGIN =
            Stages.begin("simplelogin", Stages.client(Stages.resourceServers()));

    /**
     * Sketchfab, OAuth 2.0; {@code sketchfab} in the category {@code other}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final NeedsClient<NeedsResourceServers<RedirectFlow>> SKETCHFAB =
            Stages.begin("sketchfab", Stages.client(Stages.resourceServers()));

    /**
     * SkyPoint Cloud, OAuth 2.0; {@code skypointcloud} in the category {@code other}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> SKYPOINTCLOUD =
            Stages.begin("skypointcloud", Stages.client(Stages.service()));

    /**
     * Slack, OAuth 2.0; {@code slack} in the category {@code productivity}.
     * Confidence high: 5 sources agree, 2026-11-20.
     *
     * @see <a href="https://docs.slack.dev/authentication/installing-with-oauth">Documentation</a>
     */
    public static final NeedsClient<Service<RedirectFlow>> SLACK =
            Stages.begin("slack", Stages.client(Stages.service()));

    /**
     * Slack, API key; {@code slack_api_key} in the category {@code productivity}.
     * Confidence medium: 2 sources agree, 2026-11-20.
     */
    public static final Service<DirectFlow<ApiKeyCredential>> SLACK_API_KEY =
            Stages.begin("slack_api_key", Stages.lazyService());

    /**
     * Sign in with Slack, OAuth 2.0; {@code slack_openid} in the category {@code identity}.
     * Confidence high: 3 sources agree, 2026-11-20.
     */
    public static final NeedsClient<NeedsResourceServers<RedirectFlow>> SLACK_OPENID =
            Stages.begin("slack_openid", Stages.client(Stages.resourceServers()));

    /**
     * SmartCOMM DocGen, OAuth 2.0; {@code smartcomm_doc_gen} in the category {@code other}.
     * Confidence low: one source, 2026-11-20.
     * Input {@code region}, for example {@code us}.
     */
    public static final NeedsInputs<NeedsClient<Service<RedirectFlow>>> SMARTCOMM_DOC_GEN =
            Stages.begin("smartcomm_doc_gen", Stages.inputs(Stages.client(Stages.service())));

    /**
     * SmartDialog, OAuth 2.0; {@code smartdialog} in the category {@code other}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> SMARTDIALOG =
            Stages.begin("smartdialog", Stages.client(Stages.service()));

    /**
     * Smartsheet, OAuth 2.0; {@code smartsheet} in the category {@code productivity}.
     * Confidence high: 4 sources agree, 2026-11-20.
     * Input {@code region}, by default {@code smartsheet.com}.
     */
    public static final TakesInputs<Service<RedirectFlow>> SMARTSHEET =
            Stages.begin("smartsheet", Stages.clientOrInputs(Stages.service()));

    /**
     * SMSAPI, OAuth 2.0; {@code smsapi} in the category {@code communication}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> SMSAPI =
            Stages.begin("smsapi", Stages.client(Stages.service()));

    /**
     * Smugmug, OAuth 1.0a; {@code smugmug} in the category {@code storage}.
     * Confidence medium: 2 sources agree, 2026-11-20.
     */
    public static final NeedsConfidentialClient<Service<RedirectFlow>> SMUGMUG =
            Stages.begin("smugmug", Stages.confidentialClient(Stages.service()));

    /**
     * Snapchat (Ads API), OAuth 2.0; {@code snapchat} in the category {@code video}.
     * Confidence high: 3 sources agree, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> SNAPCHAT =
            Stages.begin("snapchat", Stages.client(Stages.service()));

    /**
     * Snowflake, OAuth 2.0; {@code snowflake} in the category {@code dev}.
     * Confidence high: 3 sources agree, 2026-11-20.
     * Input {@code snowflake_account_url}, for example {@code acme-account.snowflakecomputing.com}.
     */
    public static final NeedsInputs<NeedsClient<Service<RedirectFlow>>> SNOWFLAKE =
            Stages.begin("snowflake", Stages.inputs(Stages.client(Stages.service())));

    /**
     * Soft1, OAuth 2.0; {@code soft1} in the category {@code other}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> SOFT1 =
            Stages.begin("soft1", Stages.client(Stages.service()));

    /**
     * SOS Inventory, OAuth 2.0; {@code sos_inventory} in the category {@code other}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> SOS_INVENTORY =
            Stages.begin("sos_inventory", Stages.client(Stages.service()));

    /**
     * SoundCloud, OAuth 2.0; {@code soundcloud} in the category {@code music}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final NeedsClient<NeedsResourceServers<RedirectFlow>> SOUNDCLOUD =
            Stages.begin("soundcloud", Stages.client(Stages.resourceServers()));

    /**
     * Splunk, API key; {@code splunk} in the category {@code analytics}.
     * Confidence medium: 2 sources agree, 2026-11-20.
     * Input {@code hostname}, for example {@code splunk.example.com}.
     */
    public static final NeedsInputs<Service<DirectFlow<ApiKeyCredential>>> SPLUNK =
            Stages.begin("splunk", Stages.inputs(Stages.service()));

    /**
     * Spotify, OAuth 2.0; {@code spotify} in the category {@code other}.
     * Confidence high: 21 sources agree, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> SPOTIFY =
            Stages.begin("spotify", Stages.client(Stages.service()));

    /**
     * Squareup, OAuth 2.0; {@code square} in the category {@code payments}.
     * Confidence high: 5 sources agree, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> SQUARE =
            Stages.begin("square", Stages.client(Stages.service()));

    /**
     * Stack Exchange, OAuth 2.0; {@code stackexchange} in the category {@code knowledge_base}.
     * Confidence high: 3 sources agree, 2026-11-20.
     * Requests need the parameter key of your application; send it yourself.
     */
    public static final NeedsClient<Service<RedirectFlow>> STACKEXCHANGE =
            Stages.begin("stackexchange", Stages.client(Stages.service()));

    /**
     * StaffCircle, OAuth 2.0; {@code staffcircle} in the category {@code other}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> STAFFCIRCLE =
            Stages.begin("staffcircle", Stages.client(Stages.service()));

    /**
     * Start.gg, OAuth 2.0; {@code start_gg} in the category {@code gaming}.
     * Confidence medium: 2 sources agree, 2026-11-20.
     */
    public static final NeedsClient<NeedsResourceServers<RedirectFlow>> START_GG =
            Stages.begin("start_gg", Stages.client(Stages.resourceServers()));

    /**
     * Steem, OAuth 2.0; {@code steem} in the category {@code social}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final NeedsClient<NeedsResourceServers<RedirectFlow>> STEEM =
            Stages.begin("steem", Stages.client(Stages.resourceServers()));

    /**
     * Stitch (MCP), OAuth 2.0; {@code stitch_mcp} in the category {@code design}.
     * Confidence high: 11 sources agree, 2026-11-20.
     * Input {@code project_id}, for example {@code example}.
     */
    public static final NeedsInputs<NeedsClient<Service<RedirectFlow>>> STITCH_MCP =
            Stages.begin("stitch_mcp", Stages.inputs(Stages.client(Stages.service())));

    /**
     * StockTwits, OAuth 2.0; {@code stocktwits} in the category {@code social}.
     * Confidence high: 5 sources agree, 2026-11-20.
     */
    public static final NeedsClient<NeedsResourceServers<RedirectFlow>> STOCKTWITS =
            Stages.begin("stocktwits", Stages.client(Stages.resourceServers()));

    /**
     * Stormboard, OAuth 2.0; {@code stormboard} in the category {@code productivity}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> STORMBOARD =
            Stages.begin("stormboard", Stages.client(Stages.service()));

    /**
     * Stormglass, API key; {@code stormglass} in the category {@code other}.
     * Confidence medium: 2 sources agree, 2026-11-20.
     */
    public static final Service<DirectFlow<ApiKeyCredential>> STORMGLASS =
            Stages.begin("stormglass", Stages.lazyService());

    /**
     * Strapi API, API key; {@code strapi} in the category {@code other}.
     * Confidence low: one source, 2026-11-20.
     * Input {@code url}, for example {@code cms.example.com}.
     */
    public static final NeedsInputs<Service<DirectFlow<ApiKeyCredential>>> STRAPI =
            Stages.begin("strapi", Stages.inputs(Stages.service()));

    /**
     * Strava (Mobile), OAuth 2.0; {@code strava} in the category {@code social}.
     * Confidence high: 13 sources agree, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> STRAVA =
            Stages.begin("strava", Stages.client(Stages.service()));

    /**
     * StreamElements, OAuth 2.0; {@code streamelements} in the category {@code gaming}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final NeedsClient<NeedsResourceServers<RedirectFlow>> STREAMELEMENTS =
            Stages.begin("streamelements", Stages.client(Stages.resourceServers()));

    /**
     * Streamlabs, OAuth 2.0; {@code streamlabs} in the category {@code gaming}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final NeedsClient<NeedsResourceServers<RedirectFlow>> STREAMLABS =
            Stages.begin("streamlabs", Stages.client(Stages.resourceServers()));

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
     * Input {@code context}, for example {@code acct_1032D82eZvKYlo2C}.
     *
     * @see <a href="https://docs.stripe.com/api/authentication">Documentation</a>
     */
    public static final NeedsInputs<Service<DirectFlow<ApiKeyCredential>>> STRIPE_API_KEY =
            Stages.begin("stripe_api_key", Stages.inputs(Stages.service()));

    /**
     * Subscribestar, OAuth 2.0; {@code subscribestar} in the category {@code social}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final NeedsClient<NeedsResourceServers<RedirectFlow>> SUBSCRIBESTAR =
            Stages.begin("subscribestar", Stages.client(Stages.resourceServers()));

    /**
     * Supabase, API key; {@code supabase} in the category {@code dev}.
     * Confidence low: one source, 2026-11-20.
     * Input {@code project_url}, for example {@code project.supabase.co}.
     */
    public static final NeedsInputs<Service<DirectFlow<ApiKeyCredential>>> SUPABASE =
            Stages.begin("supabase", Stages.inputs(Stages.service()));

    /**
     * SURFconext, OAuth 2.0; {@code surfconext} in the category {@code identity}.
     * Confidence low: one source, 2026-11-20.
     * Input {@code get_hostname}, for example {@code acme.example.com}.
     */
    public static final NeedsInputs<NeedsClient<NeedsResourceServers<RedirectFlow>>> SURFCONEXT =
            Stages.begin("surfconext", Stages.inputs(Stages.client(Stages.resourceServers())));

    /**
     * Survalyzer EU, OAuth 2.0; {@code survalyzer_eu} in the category {@code other}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> SURVALYZER_EU =
            Stages.begin("survalyzer_eu", Stages.client(Stages.service()));

    /**
     * SurveyMonkey, OAuth 2.0; {@code surveymonkey} in the category {@code surveys}.
     * Confidence high: 3 sources agree, 2026-11-20.
     *
     * @see <a href="https://api.surveymonkey.com/v3/docs">Documentation</a>
     */
    public static final NeedsClient<Service<RedirectFlow>> SURVEYMONKEY =
            Stages.begin("surveymonkey", Stages.client(Stages.service()));

    /**
     * Talkdesk, OAuth 2.0; {@code talkdesk} in the category {@code communication}.
     * Confidence low: one source, 2026-11-20.
     * Input {@code talkdesk_account_name}, for example {@code acme}.
     */
    public static final NeedsInputs<NeedsClient<Service<RedirectFlow>>> TALKDESK =
            Stages.begin("talkdesk", Stages.inputs(Stages.client(Stages.service())));

    /**
     * Tallyfy, OAuth 2.0; {@code tallyfy} in the category {@code other}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> TALLYFY =
            Stages.begin("tallyfy", Stages.client(Stages.service()));

    /**
     * Taobao, OAuth 2.0; {@code taobao} in the category {@code ecommerce}.
     * Confidence medium: 2 sources agree, 2026-11-20.
     */
    public static final NeedsClient<NeedsResourceServers<RedirectFlow>> TAOBAO =
            Stages.begin("taobao", Stages.client(Stages.resourceServers()));

    /**
     * Teamleader Focus, OAuth 2.0; {@code teamleader} in the category {@code invoicing}.
     * Confidence medium: 2 sources agree, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> TEAMLEADER =
            Stages.begin("teamleader", Stages.client(Stages.service()));

    /**
     * Teamwork, OAuth 2.0; {@code teamwork} in the category {@code productivity}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> TEAMWORK =
            Stages.begin("teamwork", Stages.client(Stages.service()));

    /**
     * Telnyx, API key; {@code telnyx} in the category {@code other}.
     * Confidence medium: 2 sources agree, 2026-11-20.
     */
    public static final Service<DirectFlow<ApiKeyCredential>> TELNYX = Stages.begin("telnyx", Stages.lazyService());

    /**
     * The Bot Platform, OAuth 2.0; {@code the_bot_platform} in the category {@code other}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> THE_BOT_PLATFORM =
            Stages.begin("the_bot_platform", Stages.client(Stages.service()));

    /**
     * The SMS Works, API key; {@code the_sms_works} in the category {@code other}.
     * Confidence medium: 2 sources agree, 2026-11-20.
     */
    public static final Service<DirectFlow<ApiKeyCredential>> THE_SMS_WORKS =
            Stages.begin("the_sms_works", Stages.lazyService());

    /**
     * Threads, OAuth 2.0; {@code threads} in the category {@code social}.
     * Confidence high: 3 sources agree, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> THREADS =
            Stages.begin("threads", Stages.client(Stages.service()));

    /**
     * TikTok Personal, OAuth 2.0; {@code tiktok} in the category {@code social}.
     * Confidence high: 5 sources agree, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> TIKTOK =
            Stages.begin("tiktok", Stages.client(Stages.service()));

    /**
     * TikTok Shop, OAuth 2.0; {@code tiktok_shop} in the category {@code ecommerce}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final NeedsClient<NeedsResourceServers<RedirectFlow>> TIKTOK_SHOP =
            Stages.begin("tiktok_shop", Stages.client(Stages.resourceServers()));

    /**
     * Tilkee, OAuth 2.0; {@code tilkee} in the category {@code other}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> TILKEE =
            Stages.begin("tilkee", Stages.client(Stages.service()));

    /**
     * Tiltify, OAuth 2.0; {@code tiltify} in the category {@code gaming}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final NeedsClient<NeedsResourceServers<RedirectFlow>> TILTIFY =
            Stages.begin("tiltify", Stages.client(Stages.resourceServers()));

    /**
     * Timely, OAuth 2.0; {@code timely} in the category {@code productivity}.
     * Confidence medium: 2 sources agree, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> TIMELY =
            Stages.begin("timely", Stages.client(Stages.service()));

    /**
     * Todoist, OAuth 2.0; {@code todoist} in the category {@code productivity}.
     * Confidence high: 5 sources agree, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> TODOIST =
            Stages.begin("todoist", Stages.client(Stages.service()));

    /**
     * Todoist, API key; {@code todoist_api_key} in the category {@code productivity}.
     * Confidence medium: 2 sources agree, 2026-11-20.
     */
    public static final Service<DirectFlow<ApiKeyCredential>> TODOIST_API_KEY =
            Stages.begin("todoist_api_key", Stages.lazyService());

    /**
     * Toggl Track, user name and password; {@code toggl} in the category {@code productivity}.
     * Confidence medium: 2 sources agree, 2026-11-20.
     */
    public static final Service<DirectFlow<BasicCredential>> TOGGL = Stages.begin("toggl", Stages.lazyService());

    /**
     * Toggl Plan, OAuth 2.0; {@code toggl_plan} in the category {@code other}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> TOGGL_PLAN =
            Stages.begin("toggl_plan", Stages.client(Stages.service()));

    /**
     * Tomorrow IO, API key; {@code tomorrow_io} in the category {@code other}.
     * Confidence medium: 2 sources agree, 2026-11-20.
     */
    public static final Service<DirectFlow<ApiKeyCredential>> TOMORROW_IO =
            Stages.begin("tomorrow_io", Stages.lazyService());

    /**
     * Tomtom, API key; {@code tomtom} in the category {@code other}.
     * Confidence medium: 2 sources agree, 2026-11-20.
     */
    public static final Service<DirectFlow<ApiKeyCredential>> TOMTOM = Stages.begin("tomtom", Stages.lazyService());

    /**
     * Toyhouse, OAuth 2.0; {@code toyhouse} in the category {@code other}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final NeedsClient<NeedsResourceServers<RedirectFlow>> TOYHOUSE =
            Stages.begin("toyhouse", Stages.client(Stages.resourceServers()));

    /**
     * Traction Guest, OAuth 2.0; {@code tractionguest} in the category {@code other}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> TRACTIONGUEST =
            Stages.begin("tractionguest", Stages.client(Stages.service()));

    /**
     * Trakt, OAuth 2.0; {@code trakt} in the category {@code video}.
     * Confidence medium: 2 sources agree, 2026-11-20.
     */
    public static final NeedsClient<NeedsResourceServers<RedirectFlow>> TRAKT =
            Stages.begin("trakt", Stages.client(Stages.resourceServers()));

    /**
     * Trello, OAuth 1.0a; {@code trello} in the category {@code productivity}.
     * Confidence high: 8 sources agree, 2026-11-20.
     */
    public static final NeedsConfidentialClient<Service<RedirectFlow>> TRELLO =
            Stages.begin("trello", Stages.confidentialClient(Stages.service()));

    /**
     * TRIGGERcmd, OAuth 2.0; {@code triggercmd} in the category {@code other}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> TRIGGERCMD =
            Stages.begin("triggercmd", Stages.client(Stages.service()));

    /**
     * TripIt, OAuth 1.0a; {@code tripit} in the category {@code travel}.
     * Confidence high: 3 sources agree, 2026-11-20.
     */
    public static final NeedsConfidentialClient<NeedsResourceServers<RedirectFlow>> TRIPIT =
            Stages.begin("tripit", Stages.confidentialClient(Stages.resourceServers()));

    /**
     * Trovo, OAuth 2.0; {@code trovo} in the category {@code social}.
     * Confidence medium: 2 sources agree, 2026-11-20.
     */
    public static final NeedsClient<NeedsResourceServers<RedirectFlow>> TROVO =
            Stages.begin("trovo", Stages.client(Stages.resourceServers()));

    /**
     * Trustpilot, OAuth 2.0; {@code trustpilot} in the category {@code marketing}.
     * Confidence medium: 2 sources agree, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> TRUSTPILOT =
            Stages.begin("trustpilot", Stages.client(Stages.service()));

    /**
     * TSheets, OAuth 2.0; {@code tsheetsteam} in the category {@code hr}.
     * Confidence medium: 2 sources agree, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> TSHEETSTEAM =
            Stages.begin("tsheetsteam", Stages.client(Stages.service()));

    /**
     * Tumblr, OAuth 2.0; {@code tumblr} in the category {@code social}.
     * Confidence high: 4 sources agree, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> TUMBLR =
            Stages.begin("tumblr", Stages.client(Stages.service()));

    /**
     * Tumblr, OAuth 1.0a; {@code tumblr_oauth1} in the category {@code social}.
     * Confidence high: 10 sources agree, 2026-11-20.
     */
    public static final NeedsConfidentialClient<NeedsResourceServers<RedirectFlow>> TUMBLR_OAUTH1 =
            Stages.begin("tumblr_oauth1", Stages.confidentialClient(Stages.resourceServers()));

    /**
     * 23andMe, OAuth 2.0; {@code twenty_three_and_me} in the category {@code health}.
     * Confidence high: 4 sources agree, 2026-11-20.
     */
    public static final NeedsClient<NeedsResourceServers<RedirectFlow>> TWENTY_THREE_AND_ME =
            Stages.begin("twenty_three_and_me", Stages.client(Stages.resourceServers()));

    /**
     * Twilio, user name and password; {@code twilio} in the category {@code dev}.
     * Confidence high: 4 sources agree, 2026-11-20.
     *
     * @see <a href="https://www.twilio.com/docs/usage/requests-to-twilio">Documentation</a>
     */
    public static final Service<DirectFlow<BasicCredential>> TWILIO = Stages.begin("twilio", Stages.lazyService());

    /**
     * TwitCasting, OAuth 2.0; {@code twitcasting} in the category {@code social}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final NeedsClient<NeedsResourceServers<RedirectFlow>> TWITCASTING =
            Stages.begin("twitcasting", Stages.client(Stages.resourceServers()));

    /**
     * Twitch, OAuth 2.0; {@code twitch} in the category {@code gaming}.
     * Confidence high: 13 sources agree, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> TWITCH =
            Stages.begin("twitch", Stages.client(Stages.service()));

    /**
     * Twitter (v1), OAuth 1.0a; {@code twitter} in the category {@code marketing}.
     * Confidence high: 4 sources agree, 2026-11-20.
     */
    public static final NeedsConfidentialClient<Service<RedirectFlow>> TWITTER =
            Stages.begin("twitter", Stages.confidentialClient(Stages.service()));

    /**
     * Twitter (v2), OAuth 2.0; {@code twitter_v2} in the category {@code marketing}.
     * Confidence high: 6 sources agree, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> TWITTER_V2 =
            Stages.begin("twitter_v2", Stages.client(Stages.service()));

    /**
     * Typeform, OAuth 2.0; {@code typeform} in the category {@code surveys}.
     * Confidence high: 5 sources agree, 2026-11-20.
     *
     * @see <a href="https://www.typeform.com/developers/get-started/applications/">Documentation</a>
     */
    public static final NeedsClient<Service<RedirectFlow>> TYPEFORM =
            Stages.begin("typeform", Stages.client(Stages.service()));

    /**
     * Typeform, API key; {@code typeform_api_key} in the category {@code surveys}.
     * Confidence medium: 2 sources agree, 2026-11-20.
     */
    public static final Service<DirectFlow<ApiKeyCredential>> TYPEFORM_API_KEY =
            Stages.begin("typeform_api_key", Stages.lazyService());

    /**
     * Uber, OAuth 2.0; {@code uber} in the category {@code other}.
     * Confidence high: 3 sources agree, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> UBER = Stages.begin("uber", Stages.client(Stages.service()));

    /**
     * UCL, OAuth 2.0; {@code ucl} in the category {@code identity}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final NeedsClient<NeedsResourceServers<RedirectFlow>> UCL =
            Stages.begin("ucl", Stages.client(Stages.resourceServers()));

    /**
     * UiPath Automation Cloud, OAuth 2.0; {@code uipath_automation_cloud} in the category {@code other}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> UIPATH_AUTOMATION_CLOUD =
            Stages.begin("uipath_automation_cloud", Stages.client(Stages.service()));

    /**
     * Universe, OAuth 2.0; {@code universe} in the category {@code other}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final NeedsClient<NeedsResourceServers<RedirectFlow>> UNIVERSE =
            Stages.begin("universe", Stages.client(Stages.resourceServers()));

    /**
     * Unsplash, OAuth 2.0; {@code unsplash} in the category {@code social}.
     * Confidence medium: 2 sources agree, 2026-11-20.
     */
    public static final NeedsClient<NeedsResourceServers<RedirectFlow>> UNSPLASH =
            Stages.begin("unsplash", Stages.client(Stages.resourceServers()));

    /**
     * Unsplash, API key; {@code unsplash_api_key} in the category {@code other}.
     * Confidence medium: 2 sources agree, 2026-11-20.
     */
    public static final Service<DirectFlow<ApiKeyCredential>> UNSPLASH_API_KEY =
            Stages.begin("unsplash_api_key", Stages.lazyService());

    /**
     * Untappd, OAuth 2.0; {@code untappd} in the category {@code social}.
     * Confidence high: 5 sources agree, 2026-11-20.
     */
    public static final NeedsClient<NeedsResourceServers<RedirectFlow>> UNTAPPD =
            Stages.begin("untappd", Stages.client(Stages.resourceServers()));

    /**
     * Upwork, OAuth 1.0a; {@code upwork} in the category {@code other}.
     * Confidence medium: 2 sources agree, 2026-11-20.
     */
    public static final NeedsConfidentialClient<NeedsResourceServers<RedirectFlow>> UPWORK =
            Stages.begin("upwork", Stages.confidentialClient(Stages.resourceServers()));

    /**
     * Vatsim, OAuth 2.0; {@code vatsim} in the category {@code gaming}.
     * Confidence medium: 2 sources agree, 2026-11-20.
     */
    public static final NeedsClient<NeedsResourceServers<RedirectFlow>> VATSIM =
            Stages.begin("vatsim", Stages.client(Stages.resourceServers()));

    /**
     * Vend, OAuth 2.0; {@code vend} in the category {@code ecommerce}.
     * Confidence medium: 2 sources agree, 2026-11-20.
     * Input {@code subdomain}, for example {@code acme}.
     */
    public static final NeedsInputs<NeedsClient<NeedsResourceServers<RedirectFlow>>> VEND =
            Stages.begin("vend", Stages.inputs(Stages.client(Stages.resourceServers())));

    /**
     * Vercel, API key; {@code vercel} in the category {@code dev}.
     * Confidence high: 3 sources agree, 2026-11-20.
     */
    public static final Service<DirectFlow<ApiKeyCredential>> VERCEL = Stages.begin("vercel", Stages.lazyService());

    /**
     * Vercel, OAuth 2.0; {@code vercel_oauth2} in the category {@code dev}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> VERCEL_OAUTH2 =
            Stages.begin("vercel_oauth2", Stages.client(Stages.service()));

    /**
     * Version Eye, API key; {@code version_eye} in the category {@code other}.
     * Confidence medium: 2 sources agree, 2026-11-20.
     * Input {@code default_host}, for example {@code acme.example.com}.
     */
    public static final NeedsInputs<Service<DirectFlow<ApiKeyCredential>>> VERSION_EYE =
            Stages.begin("version_eye", Stages.inputs(Stages.service()));

    /**
     * Version One, OAuth 2.0; {@code version_one} in the category {@code other}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final NeedsClient<NeedsResourceServers<RedirectFlow>> VERSION_ONE =
            Stages.begin("version_one", Stages.client(Stages.resourceServers()));

    /**
     * Viafirma, OAuth 2.0; {@code viafirma} in the category {@code other}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> VIAFIRMA =
            Stages.begin("viafirma", Stages.client(Stages.service()));

    /**
     * Vimeo, OAuth 2.0; {@code vimeo} in the category {@code video}.
     * Confidence high: 7 sources agree, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> VIMEO =
            Stages.begin("vimeo", Stages.client(Stages.service()));

    /**
     * VirusTotal, API key; {@code virustotal} in the category {@code other}.
     * Confidence high: 3 sources agree, 2026-11-20.
     */
    public static final Service<DirectFlow<ApiKeyCredential>> VIRUSTOTAL =
            Stages.begin("virustotal", Stages.lazyService());

    /**
     * Visma.net, OAuth 2.0; {@code visma} in the category {@code finance}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final NeedsClient<NeedsResourceServers<RedirectFlow>> VISMA =
            Stages.begin("visma", Stages.client(Stages.resourceServers()));

    /**
     * VK, OAuth 2.0; {@code vk} in the category {@code social}.
     * Confidence high: 12 sources agree, 2026-11-20.
     */
    public static final NeedsClient<NeedsResourceServers<RedirectFlow>> VK =
            Stages.begin("vk", Stages.client(Stages.resourceServers()));

    /**
     * VK ID, OAuth 2.0; {@code vk_id} in the category {@code social}.
     * Confidence medium: 2 sources agree, 2026-11-20.
     */
    public static final NeedsClient<NeedsResourceServers<RedirectFlow>> VK_ID =
            Stages.begin("vk_id", Stages.client(Stages.resourceServers()));

    /**
     * Vocean, OAuth 2.0; {@code vocean} in the category {@code other}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> VOCEAN =
            Stages.begin("vocean", Stages.client(Stages.service()));

    /**
     * Wahoo, OAuth 2.0; {@code wahoo} in the category {@code health}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final NeedsClient<NeedsResourceServers<RedirectFlow>> WAHOO =
            Stages.begin("wahoo", Stages.client(Stages.resourceServers()));

    /**
     * Wave Accounting, OAuth 2.0; {@code wave_accounting} in the category {@code accounting}.
     * Confidence medium: 2 sources agree, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> WAVE_ACCOUNTING =
            Stages.begin("wave_accounting", Stages.client(Stages.service()));

    /**
     * Webex, OAuth 2.0; {@code webex} in the category {@code communication}.
     * Confidence high: 5 sources agree, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> WEBEX =
            Stages.begin("webex", Stages.client(Stages.service()));

    /**
     * Webflow, OAuth 2.0; {@code webflow} in the category {@code dev}.
     * Confidence high: 3 sources agree, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> WEBFLOW =
            Stages.begin("webflow", Stages.client(Stages.service()));

    /**
     * Webflow, API key; {@code webflow_api_key} in the category {@code dev}.
     * Confidence medium: 2 sources agree, 2026-11-20.
     */
    public static final Service<DirectFlow<ApiKeyCredential>> WEBFLOW_API_KEY =
            Stages.begin("webflow_api_key", Stages.lazyService());

    /**
     * WeChat, OAuth 2.0; {@code wechat} in the category {@code social}.
     * Confidence high: 7 sources agree, 2026-11-20.
     * Its API takes the token as the parameter access_token of each request; send it yourself.
     */
    public static final NeedsClient<NeedsResourceServers<RedirectFlow>> WECHAT =
            Stages.begin("wechat", Stages.client(Stages.resourceServers()));

    /**
     * WeChat Official Account, OAuth 2.0; {@code wechat_mp} in the category {@code social}.
     * Confidence high: 3 sources agree, 2026-11-20.
     * Its API takes the token as the parameter access_token of each request; send it yourself.
     */
    public static final NeedsClient<NeedsResourceServers<RedirectFlow>> WECHAT_MP =
            Stages.begin("wechat_mp", Stages.client(Stages.resourceServers()));

    /**
     * Weibo, OAuth 2.0; {@code weibo} in the category {@code social}.
     * Confidence high: 9 sources agree, 2026-11-20.
     */
    public static final NeedsClient<NeedsResourceServers<RedirectFlow>> WEIBO =
            Stages.begin("weibo", Stages.client(Stages.resourceServers()));

    /**
     * WeCom, OAuth 2.0; {@code wework_wechat} in the category {@code communication}.
     * Confidence medium: 2 sources agree, 2026-11-20.
     * The token is the company's; who the user is, the API tells for the code.
     * Its API takes the token as the parameter access_token of each request; send it yourself.
     */
    public static final NeedsClient<NeedsResourceServers<RedirectFlow>> WEWORK_WECHAT =
            Stages.begin("wework_wechat", Stages.client(Stages.resourceServers()));

    /**
     * WhatsApp, API key; {@code whatsapp} in the category {@code other}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final Service<DirectFlow<ApiKeyCredential>> WHATSAPP = Stages.begin("whatsapp", Stages.lazyService());

    /**
     * Withings, OAuth 2.0; {@code withings} in the category {@code health}.
     * Confidence medium: 2 sources agree, 2026-11-20.
     */
    public static final NeedsClient<NeedsResourceServers<RedirectFlow>> WITHINGS =
            Stages.begin("withings", Stages.client(Stages.resourceServers()));

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
     * WordPress, OAuth 2.0; {@code wordpress} in the category {@code dev}.
     * Confidence high: 10 sources agree, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> WORDPRESS =
            Stages.begin("wordpress", Stages.client(Stages.service()));

    /**
     * Workable (API Key), API key; {@code workable} in the category {@code ats}.
     * Confidence high: 3 sources agree, 2026-11-20.
     * Input {@code subdomain}, for example {@code domain}.
     */
    public static final NeedsInputs<Service<DirectFlow<ApiKeyCredential>>> WORKABLE =
            Stages.begin("workable", Stages.inputs(Stages.service()));

    /**
     * WorkOS, OAuth 2.0; {@code workos_oauth2} in the category {@code identity}.
     * Confidence medium: 2 sources agree, 2026-11-20.
     */
    public static final NeedsClient<NeedsResourceServers<RedirectFlow>> WORKOS_OAUTH2 =
            Stages.begin("workos_oauth2", Stages.client(Stages.resourceServers()));

    /**
     * Worldcoin, OAuth 2.0; {@code worldcoin} in the category {@code identity}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final NeedsClient<NeedsResourceServers<RedirectFlow>> WORLDCOIN =
            Stages.begin("worldcoin", Stages.client(Stages.resourceServers()));

    /**
     * Wrike, OAuth 2.0; {@code wrike} in the category {@code productivity}.
     * Confidence low: one source, 2026-11-20.
     * Input {@code host}, by default {@code www.wrike.com}, for example {@code app-eu.wrike.com}.
     */
    public static final TakesInputs<Service<RedirectFlow>> WRIKE =
            Stages.begin("wrike", Stages.clientOrInputs(Stages.service()));

    /**
     * xREL, OAuth 2.0; {@code x_rel} in the category {@code other}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final NeedsClient<NeedsResourceServers<RedirectFlow>> X_REL =
            Stages.begin("x_rel", Stages.client(Stages.resourceServers()));

    /**
     * xAI, API key; {@code xai} in the category {@code productivity}.
     * Confidence medium: 2 sources agree, 2026-11-20.
     */
    public static final Service<DirectFlow<ApiKeyCredential>> XAI = Stages.begin("xai", Stages.lazyService());

    /**
     * Xero, OAuth 2.0; {@code xero} in the category {@code accounting}.
     * Confidence high: 8 sources agree, 2026-11-20.
     * Several organisations may be reached: connection.choices() lists them, choose(id) takes one for the header Xero-Tenant-Id.
     */
    public static final NeedsClient<Service<RedirectFlow>> XERO = Stages.begin("xero", Stages.client(Stages.service()));

    /**
     * Xiaomi, OAuth 2.0; {@code xiaomi} in the category {@code social}.
     * Confidence high: 3 sources agree, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> XIAOMI =
            Stages.begin("xiaomi", Stages.client(Stages.service()));

    /**
     * Xing, OAuth 1.0a; {@code xing} in the category {@code social}.
     * Confidence high: 5 sources agree, 2026-11-20.
     */
    public static final NeedsConfidentialClient<NeedsResourceServers<RedirectFlow>> XING =
            Stages.begin("xing", Stages.confidentialClient(Stages.resourceServers()));

    /**
     * Xumm, OAuth 2.0; {@code xumm} in the category {@code finance}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final NeedsClient<NeedsResourceServers<RedirectFlow>> XUMM =
            Stages.begin("xumm", Stages.client(Stages.resourceServers()));

    /**
     * Yahoo, OAuth 2.0; {@code yahoo} in the category {@code social}.
     * Confidence high: 12 sources agree, 2026-11-20.
     * Input {@code api_domain}, for example {@code fantasysports.yahooapis.com}.
     */
    public static final NeedsInputs<NeedsClient<Service<RedirectFlow>>> YAHOO =
            Stages.begin("yahoo", Stages.inputs(Stages.client(Stages.service())));

    /**
     * Yammer, OAuth 2.0; {@code yammer} in the category {@code social}.
     * Confidence high: 3 sources agree, 2026-11-20.
     */
    public static final NeedsClient<NeedsResourceServers<RedirectFlow>> YAMMER =
            Stages.begin("yammer", Stages.client(Stages.resourceServers()));

    /**
     * Yandex, OAuth 2.0; {@code yandex} in the category {@code social}.
     * Confidence high: 7 sources agree, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> YANDEX =
            Stages.begin("yandex", Stages.client(Stages.service()));

    /**
     * Yarado, OAuth 2.0; {@code yarado} in the category {@code other}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> YARADO =
            Stages.begin("yarado", Stages.client(Stages.service()));

    /**
     * Yeeflow, OAuth 2.0; {@code yeeflow} in the category {@code other}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> YEEFLOW =
            Stages.begin("yeeflow", Stages.client(Stages.service()));

    /**
     * Yiban, OAuth 2.0; {@code yiban} in the category {@code social}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final NeedsClient<NeedsResourceServers<RedirectFlow>> YIBAN =
            Stages.begin("yiban", Stages.client(Stages.resourceServers()));

    /**
     * YNAB, OAuth 2.0; {@code ynab} in the category {@code finance}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final NeedsClient<NeedsResourceServers<RedirectFlow>> YNAB =
            Stages.begin("ynab", Stages.client(Stages.resourceServers()));

    /**
     * You Need A Budget, API key; {@code ynab_api_key} in the category {@code other}.
     * Confidence medium: 2 sources agree, 2026-11-20.
     */
    public static final Service<DirectFlow<ApiKeyCredential>> YNAB_API_KEY =
            Stages.begin("ynab_api_key", Stages.lazyService());

    /**
     * YouTube, OAuth 2.0; {@code youtube} in the category {@code video}.
     * Confidence high: 12 sources agree, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> YOUTUBE =
            Stages.begin("youtube", Stages.client(Stages.service()));

    /**
     * Zalo, OAuth 2.0; {@code zalo} in the category {@code social}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final NeedsClient<NeedsResourceServers<RedirectFlow>> ZALO =
            Stages.begin("zalo", Stages.client(Stages.resourceServers()));

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
     * Zendesk Sell, OAuth 2.0; {@code zendesk_sell} in the category {@code crm}.
     * Confidence medium: 2 sources agree, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> ZENDESK_SELL =
            Stages.begin("zendesk_sell", Stages.client(Stages.service()));

    /**
     * Zettle, OAuth 2.0; {@code zettle} in the category {@code finance}.
     * Confidence medium: 2 sources agree, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> ZETTLE =
            Stages.begin("zettle", Stages.client(Stages.service()));

    /**
     * ZITADEL, OAuth 2.0; {@code zitadel} in the category {@code identity}.
     * Confidence low: one source, 2026-11-20.
     * Input {@code domain}, for example {@code acme.example.com}.
     */
    public static final NeedsInputs<NeedsClient<NeedsResourceServers<RedirectFlow>>> ZITADEL =
            Stages.begin("zitadel", Stages.inputs(Stages.client(Stages.resourceServers())));

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

    /**
     * Zoom, OAuth 2.0; {@code zoom} in the category {@code video}.
     * Confidence high: 14 sources agree, 2026-11-20.
     */
    public static final NeedsClient<Service<RedirectFlow>> ZOOM = Stages.begin("zoom", Stages.client(Stages.service()));

    /**
     * ZoomInfo, OAuth 2.0; {@code zoominfo} in the category {@code crm}.
     * Confidence low: one source, 2026-11-20.
     * The client is a user of ZoomInfo: its name is the client id, its password the client secret.
     */
    public static final NeedsConfidentialClient<Service<UnattendedFlow>> ZOOMINFO =
            Stages.begin("zoominfo", Stages.confidentialClient(Stages.service()));

    /**
     * Zotero, OAuth 1.0a; {@code zotero} in the category {@code education}.
     * Confidence low: one source, 2026-11-20.
     */
    public static final NeedsConfidentialClient<NeedsResourceServers<RedirectFlow>> ZOTERO =
            Stages.begin("zotero", Stages.confidentialClient(Stages.resourceServers()));

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
         * Leaves the inputs open until somebody connects: the flow asks for them then, and each authorization has its own.
         *
         * @return the next stage
         * @see dev.connections.AuthorizationFlow#withInputs
         */
        S askingWhenConnecting();

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
     * The stage that asks for the client that was registered with a service which serves no client without a secret.
     *
     * @param <S> the next stage
     */
    public interface NeedsConfidentialClient<S> {
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
    }

    /**
     * The stage that asks for the client that was registered with the service.
     *
     * @param <S> the next stage
     */
    public interface NeedsClient<S> extends NeedsConfidentialClient<S> {
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
         * Leaves the inputs open until somebody connects, as {@link NeedsInputs#askingWhenConnecting}.
         *
         * @return the stage that asks for the client
         */
        NeedsClient<S> askingWhenConnecting();

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
