package dev.connections.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.connections.ConnectionConfigurationException;
import dev.connections.RequestCredentials;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FakeConnectionTest {
    private static final URI ANYWHERE = URI.create("http://anywhere.example/path");

    private final FakeConnection fake = FakeConnection.sending("Authorization", "Bearer test");

    @Test
    void givesItsHeaderToAnyTarget() {
        var headers = new HashMap<String, String>();

        fake.credentialsFor(ANYWHERE).applyTo(headers::put);

        assertThat(headers).isEqualTo(Map.of("Authorization", "Bearer test"));
        assertThat(fake.credentialsFor("POST", ANYWHERE).revealHeaders()).isEqualTo(headers);
    }

    @Test
    void remembersWhatItWasAskedFor() {
        fake.credentialsFor(ANYWHERE);
        fake.credentialsFor("GET", fake.resolve("leads"));

        assertThat(fake.asked()).containsExactly(ANYWHERE, URI.create("https://fake.example/leads"));
    }

    @Test
    void countsRejections() {
        RequestCredentials credentials = fake.credentialsFor(ANYWHERE);

        credentials.rejected();
        credentials.rejected();

        assertThat(fake.rejections()).isEqualTo(2);
    }

    @Test
    void resolvesAgainstTheBaseItIsGiven() {
        FakeConnection local = fake.resolvingAgainst("http://127.0.0.1:8080/api/");

        assertThat(local.resolve("/leads?page=2")).hasToString("http://127.0.0.1:8080/api/leads?page=2");
        assertThat(local.linkName()).isEqualTo("fake");
    }

    @Test
    void refusesToPutItsHeaderIntoAQuery() {
        assertThatThrownBy(() -> fake.credentialsFor(ANYWHERE).applyTo(ANYWHERE))
                .isInstanceOfSatisfying(
                        ConnectionConfigurationException.class,
                        refused -> assertThat(refused.code()).isEqualTo("not_only_query"))
                .hasMessageContaining("apply them to the request's headers");
    }

    @Test
    void printsNoValue() {
        assertThat(fake + " " + fake.credentialsFor(ANYWHERE)).doesNotContain("test");
    }
}
