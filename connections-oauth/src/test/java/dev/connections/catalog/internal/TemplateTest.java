package dev.connections.catalog.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.connections.ConnectionConfigurationException;
import dev.connections.ConnectionException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The last check of an address, behind the rules that inputs have. */
class TemplateTest {
    @Test
    void expandsOnce() {
        assertThat(new Template("/{a}/{b}").expand(Map.of("a", "{b}", "b", "$1\\")))
                .isEqualTo("/{b}/$1\\");
    }

    @Test
    void leavesThePlacesOfStrategiesAlone() {
        assertThat(new Template("Bearer {token}").expand(Map.of("a", "x"))).isEqualTo("Bearer {token}");
    }

    @ParameterizedTest
    @CsvSource({
        "https://{a}.acme.example/x, evil.com/#",
        "https://{a}.acme.example/x, evil.com?",
        "https://{a}.acme.example/x, u@evil.com",
        "https://{a}.acme.example/x, evil.com\\",
        "https://{a}.acme.example/x, ''",
        "https://{a}.acme.example/x, a_b",
        "https://{a}/x,              evil.com/#",
        "https://{a}/x,              evil.com:443",
        "https://{a}/x,              [::1]"
    })
    void refusesAnAddressThatLeftItsDomain(String template, String value) {
        assertThatThrownBy(() -> new Template(template).expand(Map.of("a", value)))
                .isInstanceOf(ConnectionConfigurationException.class)
                .hasMessageContaining("leaves its domain; correct the values of [a]")
                .extracting(failure -> ((ConnectionException) failure).code())
                .isEqualTo("input_malformed");
    }

    @ParameterizedTest
    @CsvSource({
        "https://{a}.acme.example/x,      eu,     https://eu.acme.example/x",
        "https://{a}.acme.example:8443/x, eu,     https://eu.acme.example:8443/x",
        "https://{a}.acme.example,        api.eu, https://api.eu.acme.example",
        "https://api-{a}.acme.example,    eu,     https://api-eu.acme.example",
        "https://{a}/x,                   b.example, https://b.example/x"
    })
    void expandsHosts(String template, String value, String address) {
        assertThat(new Template(template).expand(Map.of("a", value))).isEqualTo(address);
    }
}
