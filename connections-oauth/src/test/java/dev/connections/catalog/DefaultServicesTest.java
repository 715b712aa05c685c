package dev.connections.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.connections.ConnectionConfigurationException;
import dev.connections.ConnectionException;
import dev.connections.DirectFlow;
import dev.connections.RedirectFlow;
import dev.connections.Secret;
import dev.connections.Service;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DefaultServicesTest {
    private static final Secret SECRET = Walk.SECRET;

    static Stream<Map.Entry<String, Object>> constants() {
        return Walk.constants().entrySet().stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("constants")
    void givesTheSameServiceAsItsEntryByName(Map.Entry<String, Object> constant) {
        var entry = ServiceCatalog.bundled().get(constant.getKey());

        Service<?> typed = Walk.service(constant.getKey(), constant.getValue());
        Service<?> named = entry.withValues(Walk.values(entry));

        assertThat(typed.toJson()).isEqualTo(named.toJson());
        assertThat(typed.linkName()).isEqualTo(constant.getKey());
        assertThat(typed.custom()).isFalse();
    }

    @Test
    void hasAConstantForEachEntry() {
        assertThat(ServiceCatalog.bundled().search(""))
                .extracting(ServiceCatalog.Entry::linkName)
                .containsExactlyElementsOf(Walk.constants().keySet());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("constants")
    void keepsTheSecretOutOfEveryText(Map.Entry<String, Object> constant) {
        Service<?> service = Walk.service(constant.getKey(), constant.getValue());

        assertThat(service.toJson() + service + service.facts() + constant.getValue())
                .doesNotContain(SECRET.reveal());
    }

    @Test
    void leadsTheCompilerToTheFlow() {
        Service<RedirectFlow> crm = DefaultServices.ZOHO_CRM.at(DataCenter.EU).client("1000.ABC", SECRET);
        Service<? extends DirectFlow<?>> mail = DefaultServices.SENDGRID;

        assertThat(crm.authenticationType()).isEqualTo("oauth2");
        assertThat(mail.authenticationType()).isEqualTo("api_key");
    }

    @Test
    void takesDefaultsForInputsThatNobodyStates() {
        var global = DefaultServices.SALESFORCE.client("id", SECRET);
        var sandbox = DefaultServices.SALESFORCE
                .with("hostname", "test.salesforce.com")
                .client("id", SECRET);

        assertThat(global.resourceServers()).containsExactly("https://login.salesforce.com");
        assertThat(sandbox.resourceServers()).containsExactly("https://test.salesforce.com");
        assertThat(sandbox.facts())
                .containsEntry("token_endpoint", "https://test.salesforce.com/services/oauth2/token");
    }

    @Test
    void asksWhereTheApiIsWhenEveryOrganisationHasItsOwn() {
        var crm = DefaultServices.MICROSOFT_DYNAMICS
                .client("id", SECRET)
                .resourceServers("https://acme.crm4.dynamics.com/api/data/v9.2");

        assertThat(crm.resourceServers()).containsExactly("https://acme.crm4.dynamics.com");
        assertThat(crm.apiBase()).isEqualTo("https://acme.crm4.dynamics.com/api/data/v9.2");
    }

    @Test
    void protectsPublicClientsWithPkceEvenWhereOthersDoWithout() {
        assertThat(DefaultServices.SLACK.client("id", SECRET).facts()).containsKey("pkce_deviation");
        assertThat(DefaultServices.SLACK.publicClient("id").facts()).doesNotContainKey("pkce_deviation");
        assertThat(DefaultServices.SLACK.publicClient("id").toJson()).doesNotContain("client_secret");
    }

    @Test
    void refusesABlankClientIdWhereItIsSaid() {
        assertThatThrownBy(() -> DefaultServices.MICROSOFT_DYNAMICS.client(" ", SECRET))
                .isInstanceOf(ConnectionConfigurationException.class)
                .hasMessageContaining("Microsoft Dynamics (microsoft_dynamics) needs a value for \"client_id\"")
                .hasMessageContaining("register a client")
                .extracting(failure -> ((ConnectionException) failure).code())
                .isEqualTo("input_missing");
    }

    @Test
    void refusesAMissingInputWhereItIsLeftOut() {
        assertThatThrownBy(() -> DefaultServices.ZENDESK.with(Map.of()))
                .isInstanceOf(ConnectionConfigurationException.class)
                .hasMessageContaining("\"subdomain\"")
                .hasMessageContaining("for example acme")
                .extracting(failure -> ((ConnectionException) failure).code())
                .isEqualTo("input_missing");
    }

    @Test
    void isAFullServiceBeforeItIsRead() {
        Service<?> mail = DefaultServices.SENDGRID;

        assertThat(mail.name()).isEqualTo("SendGrid");
        assertThat(mail.apiBase()).isEqualTo("https://api.sendgrid.com");
        assertThat(mail.connection("Mail").linkName()).isEqualTo("mail");
        assertThat(mail.withHeader("X-App", "orders").headers()).containsEntry("X-App", "orders");
        assertThat(mail).hasToString(Service.fromJson(mail.toJson(), Map.of()).toString());
    }
}
