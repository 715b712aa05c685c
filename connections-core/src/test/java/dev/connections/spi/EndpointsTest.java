package dev.connections.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.connections.ConnectionConfigurationException;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The one parser of endpoints, with the strings on which URL parsers disagree (RELIABILITY X6, F-M20). */
class EndpointsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://api.example.com",
                "https://api.example.com/",
                "https://api.example.com/oauth/token?tenant=a",
                "https://api.example.com:8443/token",
                "https://xn--bcher-kva.example/token"
            })
    void keepsAnEndpointAsItIsWritten(String endpoint) {
        assertThat(Endpoints.https(endpoint, "token endpoint")).isEqualTo(URI.create(endpoint));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https:evil.example",
                "https:///evil.example",
                "https://exa%6dple.com",
                "https://good.example。evil.example",
                "https://bücher.example",
                "https://evil.example/#.example.com/token",
                "https://good.example@evil.example",
                "https://user:password@good.example/",
                "https://good.example\\@evil.example",
                "https://good.example/ ",
                " https://good.example/",
                "https://good.example/\r\nHost: evil.example",
                "https://GOOD.example/",
                "https://good.example:443/",
                "https://good.example:0/",
                "https://good.example:99999/",
                "https://good.example./",
                "https://127.1/",
                "https://2130706433/",
                "https://169.254.169.254/latest",
                "https://good.example/a/../b",
                "javascript:alert(1)",
                "data:text/plain,x",
                "file:///etc/passwd",
                "jar:https://good.example/x!/",
                "//good.example/",
                "good.example",
                ""
            })
    void refusesWhatParsersDisagreeAbout(String endpoint) {
        var failure = catchThrowableOfType(
                ConnectionConfigurationException.class, () -> Endpoints.httpsOrLoopback(endpoint, "token endpoint"));

        assertThat(failure.code()).isEqualTo("endpoint_malformed");
        assertThat(failure)
                .hasMessageStartingWith("the token endpoint ")
                .hasMessageContaining("for example https://api.example.com/path");
        assertThat(failure.getMessage().chars()).noneMatch(Character::isISOControl);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://127.0.0.1/", "https://[::1]/", "https://10.0.0.8/"})
    void refusesAnAddressInPlaceOfAHostName(String endpoint) {
        var failure = catchThrowableOfType(
                ConnectionConfigurationException.class, () -> Endpoints.https(endpoint, "token endpoint"));

        assertThat(failure.code()).isEqualTo("endpoint_malformed");
        assertThat(failure).hasMessageContaining("names an IP address; use the service's host name");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://good.example/token",
                "http://good.example:8080/",
                "http://127.0.0.1/",
                "http://localhost/"
            })
    void refusesPlainHttp(String endpoint) {
        var failure = catchThrowableOfType(
                ConnectionConfigurationException.class, () -> Endpoints.https(endpoint, "token endpoint"));

        assertThat(failure.code()).isEqualTo("endpoint_not_https");
        assertThat(failure).hasMessageContaining("use the service's https address");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:8080/token", "http://[::1]:8080/token", "http://localhost:8080/token"})
    void allowsPlainHttpOnLoopbackOnlyWhenAskedTo(String endpoint) {
        assertThat(Endpoints.httpsOrLoopback(endpoint, "token endpoint")).isEqualTo(URI.create(endpoint));
    }

    @Test
    void refusesPlainHttpElsewhereEvenForTests() {
        var failure = catchThrowableOfType(
                ConnectionConfigurationException.class,
                () -> Endpoints.httpsOrLoopback("http://good.example/token", "token endpoint"));

        assertThat(failure.code()).isEqualTo("endpoint_not_https");
    }

    @ParameterizedTest
    @CsvSource({"https://good.example/token?client_secret=hush,hush", "http://good.example/token?key=hush,hush"})
    void quotesNoQuery(String endpoint, String secret) {
        var failure = catchThrowableOfType(
                ConnectionConfigurationException.class, () -> Endpoints.https(endpoint + "#x", "token endpoint"));

        assertThat(failure).hasMessageNotContaining(secret);
    }
}
