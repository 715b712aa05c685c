package dev.connections.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.connections.ConnectionConfigurationException;
import dev.connections.ConnectionException;
import dev.connections.Secret;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** RELIABILITY F-M21 and L27: a value never leads an address out of its domain. */
class TemplateInjectionTest {
    private static final Secret SECRET = Secret.of("x");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.com/#",
                "evil.com?",
                "evil.com",
                "a@evil.com",
                "a.evil.com\\",
                "..",
                ".",
                "",
                " ",
                "%2e",
                "a\r\nHost:x",
                "${other}",
                "{subdomain}",
                "a。evil",
                "ａ",
                "-a",
                "a-",
                "a_b",
                "A",
                "a:443",
                "a/",
                "https://a",
                "1.2.3.4/",
                "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
            })
    void refusesASubdomainThatIsNoHostLabel(String value) {
        assertThatThrownBy(() -> DefaultServices.ZENDESK.with("subdomain", value))
                .isInstanceOf(ConnectionConfigurationException.class)
                .hasMessageContaining("Zendesk (zendesk) cannot use the value")
                .hasMessageContaining("\"subdomain\"; use a-z, 0-9 and '-' inside")
                .extracting(failure -> ((ConnectionException) failure).code())
                .isEqualTo("input_malformed");
    }

    @Test
    void refusesTheSameByName() {
        assertThatThrownBy(() -> ServiceCatalog.bundled()
                        .get("zendesk")
                        .withValues(Map.of("subdomain", "evil.com/#", "client_id", "id", "client_secret", "x")))
                .isInstanceOf(ConnectionConfigurationException.class)
                .hasMessageContaining("\"evil.com/#\"")
                .extracting(failure -> ((ConnectionException) failure).code())
                .isEqualTo("input_malformed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a", "acme", "acme-2", "0", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"})
    void putsAHostLabelBeforeTheDomain(String value) {
        var zendesk = DefaultServices.ZENDESK.with("subdomain", value).client("id", SECRET);

        assertThat(zendesk.resourceServers()).containsExactly("https://" + value + ".zendesk.com");
        assertThat(zendesk.facts()).containsEntry("token_endpoint", "https://" + value + ".zendesk.com/oauth/tokens");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://shop.example.com",
                "shop.example.com/",
                "shop.example.com:8443",
                "shop.example.com#",
                "a@b.example",
                "localhost",
                "shop.localhost",
                "127.0.0.1",
                "127.1",
                "2130706433",
                "0x7f000001",
                "a.0x7f",
                "[::1]",
                "::1",
                "shop",
                "Shop.example.com",
                ".example.com",
                "shop..example.com",
                "shop.example.com.",
                "shop.exa_mple.com",
                "shop.example。com",
                "",
                "..",
                "{store}",
                "shop.example.com\n",
                "-shop.example.com",
                "shop.example.c"
            })
    void refusesAHostOfOnesOwnThatIsNoBarePublicName(String value) {
        assertThatThrownBy(() -> DefaultServices.WOOCOMMERCE.with("store", value))
                .isInstanceOf(ConnectionConfigurationException.class)
                .hasMessageContaining("give a public host name in lower case")
                .extracting(failure -> ((ConnectionException) failure).code())
                .isEqualTo("input_malformed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"shop.example.com", "example.co", "a.b.c.d.example", "xn--mnchen-3ya.example", "1.example.com"})
    void takesABareNameAsTheWholeHost(String value) {
        assertThat(DefaultServices.WOOCOMMERCE.with("store", value).resourceServers())
                .containsExactly("https://" + value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.com",
                "salesforce.com",
                "my.salesforce.com",
                "evilmy.salesforce.com",
                "acme.my.salesforce.com.evil.com",
                "acme.my.salesforce.com/",
                "evil.com/.my.salesforce.com",
                "a@b.my.salesforce.com",
                ".my.salesforce.com"
            })
    void refusesAHostThatTheEntryDoesNotList(String value) {
        assertThatThrownBy(() -> DefaultServices.SALESFORCE.with("hostname", value))
                .isInstanceOf(ConnectionConfigurationException.class)
                .hasMessageContaining("*.my.salesforce.com")
                .extracting(failure -> ((ConnectionException) failure).code())
                .isEqualTo("input_malformed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../x", "a/b", "..", "", "a?b", "a#b", "a b", "{tenant}", "a%2fb", "-a"})
    void refusesATenantThatWouldLeaveItsPathSegment(String value) {
        assertThatThrownBy(() -> DefaultServices.MICROSOFT.with("tenant", value))
                .isInstanceOf(ConnectionConfigurationException.class)
                .extracting(failure -> ((ConnectionException) failure).code())
                .isEqualTo("input_malformed");
    }

    @Test
    void quotesAtMostTwoHundredPlainCharactersOfAHostileValue() {
        assertThatThrownBy(() -> DefaultServices.ZENDESK.with("subdomain", "\u202e\u0000" + "x".repeat(5000)))
                .message()
                .hasSizeLessThan(500)
                .doesNotContain("\u202e", "\u0000");
    }
}
