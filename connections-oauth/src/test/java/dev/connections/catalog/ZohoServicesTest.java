package dev.connections.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.connections.Secret;
import dev.connections.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Zoho's family: one set of endpoints, many products, a host for each data centre. */
class ZohoServicesTest {
    private static final Secret SECRET = Secret.of("x");

    @Test
    void beginsAtTheCommonHostAndExchangesWhereTheClientLives() {
        var crm = DefaultServices.ZOHO_CRM.at(DataCenter.EU).client("1000.ABC", SECRET);

        assertThat(crm.facts())
                .containsEntry("authorization_endpoint", "https://accounts.zoho.com/oauth/v2/auth")
                .containsEntry("token_endpoint", "https://accounts.zoho.eu/oauth/v2/token")
                .containsEntry("revocation_endpoint", "https://accounts.zoho.eu/oauth/v2/token/revoke");
    }

    @Test
    void beginsAtItsOwnHostInChina() {
        var crm = DefaultServices.ZOHO_CRM.at(DataCenter.CN).client("1000.ABC", SECRET);

        assertThat(crm.facts()).containsEntry("authorization_endpoint", "https://accounts.zoho.com.cn/oauth/v2/auth");
    }

    @ParameterizedTest
    @EnumSource
    void reachesTheProductsOfItsDataCenter(DataCenter home) {
        assertThat(DefaultServices.ZOHO_BOOKS
                        .at(home)
                        .client("1000.ABC", SECRET)
                        .resourceServers())
                .containsExactly("https://" + home.apiHost());
        assertThat(DefaultServices.ZOHO_DESK.at(home).client("1000.ABC", SECRET).apiBase())
                .isEqualTo("https://desk." + home.suffix() + "/api");
        assertThat(DefaultServices.ZLABS_INTEGRATION
                        .at(home)
                        .client("1000.ABC", SECRET)
                        .resourceServers())
                .contains(
                        "https://" + home.apiHost(),
                        "https://desk." + home.suffix(),
                        "https://people." + home.suffix());
    }

    @ParameterizedTest
    @ValueSource(strings = {"zlabs_integration", "zoho_crm", "zoho_desk", "zoho_people"})
    void takesTheAccountsServerOfEveryDataCenterAndNoOther(String linkName) throws Exception {
        JsonNode hosts = settings(linkName).at("/captures/0/hosts");

        assertThat(settings(linkName).at("/captures/0/callback").asText()).isEqualTo("accounts-server");
        assertThat(settings(linkName).at("/captures/0/token_server").asBoolean())
                .isTrue();
        assertThat(hosts.fieldNames())
                .toIterable()
                .containsExactlyElementsOf(Stream.of(DataCenter.values())
                        .map(DataCenter::accountsHost)
                        .toList());
    }

    @Test
    void pinsAnAccountToTheProductHostsOfItsOwnDataCenter() throws Exception {
        JsonNode hosts = settings("zoho_desk").at("/captures/0/hosts");

        assertThat(texts(hosts.get("accounts.zoho.eu"))).containsExactly("https://desk.zoho.eu/api");
        assertThat(texts(hosts.get("accounts.zohocloud.ca"))).containsExactly("https://desk.zohocloud.ca/api");
    }

    @Test
    void keepsLocationAndApiDomain() throws Exception {
        JsonNode captures = settings("zoho_crm").at("/captures");

        assertThat(captures.at("/1/callback").asText()).isEqualTo("location");
        assertThat(captures.at("/2/token_response").asText()).isEqualTo("/api_domain");
        assertThat(captures.at("/2/hosts").has("www.zohoapis.in")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"zlabs_integration", "zoho_crm", "zoho_desk", "zoho_writer", "zoho_creator"})
    void speaksZohosDialect(String linkName) throws Exception {
        JsonNode settings = settings(linkName);

        assertThat(settings.at("/scope_delimiter").asText()).isEqualTo(",");
        assertThat(settings.at("/authorization_parameters/access_type").asText())
                .isEqualTo("offline");
        assertThat(settings.at("/authorization_parameters/prompt").asText()).isEqualTo("consent");
        assertThat(settings.at("/authorization_header").asText()).isEqualTo("Zoho-oauthtoken {token}");
        assertThat(settings.at("/token_response/error_meanings/invalid_code").asText())
                .isEqualTo("invalid_grant");
    }

    private static JsonNode settings(String linkName) throws Exception {
        Service<?> service = Walk.service(linkName, Walk.constants().get(linkName));
        return new ObjectMapper().readTree(service.toJson()).at("/authentication/settings");
    }

    private static List<String> texts(JsonNode array) {
        var texts = new ArrayList<String>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
