package dev.connections.oauth.internal.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.connections.ConnectionProtocolException;
import dev.connections.ConnectionSecurityException;
import dev.connections.oauth.Capture;
import dev.connections.oauth.internal.definition.CaptureRule.Captured;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A host that a server names gets a code or a token only if the definition lists it. */
class CaptureRuleTest {
    private static final Capture HOME = Capture.fromCallback("accounts-server")
            .withHost("accounts.acme.example", "https://api.acme.example")
            .withHost("*.acme.example")
            .withTokenServer();

    @Test
    void takesAListedHostAndPinsItsResourceServers() {
        Captured captured = check(HOME, "https://accounts.acme.example");

        assertThat(captured.value()).isEqualTo("https://accounts.acme.example");
        assertThat(captured.tokenServer()).contains("https://accounts.acme.example");
        assertThat(captured.resourceServers()).containsExactly("https://api.acme.example");
    }

    @Test
    void takesAHostBelowAListedDomain() {
        assertThat(check(HOME, "https://eu1.acme.example/").tokenServer()).contains("https://eu1.acme.example");
    }

    @Test
    void keepsTheOriginAlone() {
        Capture instance = Capture.fromTokenResponse("/instance_url")
                .withHost("*.acme.example")
                .withResourceServer();

        Captured captured = check(instance, "https://na1.acme.example/services?x=1");

        assertThat(captured.value()).isEqualTo("https://na1.acme.example");
        assertThat(captured.resourceServers()).isEqualTo(List.of("https://na1.acme.example"));
        assertThat(captured.name()).isEqualTo("instance_url");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example",
                "https://acme.example",
                "https://evilacme.example",
                "https://accounts.acme.example.evil.example",
                "https://accounts.acme.example@evil.example",
                "https://evil.example/#.acme.example",
                "https://evil.example?.acme.example",
                "https://accounts.acme.example:8443",
                "http://accounts.acme.example",
                "http://127.0.0.1",
                "https:accounts.acme.example",
                "https:///accounts.acme.example",
                "https://accounts.acme.example\\@evil.example",
                "https://accounts%2eacme.example",
                "https://accounts.acme.example。evil.example",
                "javascript:alert(1)",
                "accounts.acme.example",
                " "
            })
    void refusesEveryOtherHost(String value) {
        assertThatThrownBy(() -> check(HOME, value))
                .isInstanceOfSatisfying(ConnectionSecurityException.class, refused -> {
                    assertThat(refused.code()).isEqualTo("captured_host_not_allowed");
                    assertThat(refused).hasMessageContaining("Capture.withHost").hasMessageNotContaining("evil");
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\r\nb", "ü", " a", ""})
    void refusesTextThatCannotBeKept(String value) {
        assertThatThrownBy(() -> check(Capture.fromCallback("realmId"), value))
                .isInstanceOfSatisfying(ConnectionProtocolException.class, refused -> {
                    assertThat(refused.code()).isEqualTo("capture_malformed");
                    assertThat(refused).hasMessageContaining("realmId");
                });
    }

    @Test
    void refusesTextOfMoreThan255Characters() {
        Capture realm = Capture.fromCallback("realmId");

        assertThat(check(realm, "x".repeat(255)).value()).hasSize(255);
        assertThatThrownBy(() -> check(realm, "x".repeat(256))).isInstanceOf(ConnectionProtocolException.class);
    }

    @Test
    void forgetsAnOriginThatIsNoLongerListed() {
        assertThat(((CaptureRule) HOME).lists("https://eu1.acme.example")).isTrue();
        assertThat(((CaptureRule) HOME).lists("https://eu1.other.example")).isFalse();
    }

    private static Captured check(Capture capture, String value) {
        return ((CaptureRule) capture).check(value, false);
    }
}
