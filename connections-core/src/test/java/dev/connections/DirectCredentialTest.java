package dev.connections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DirectCredentialTest {
    private static final URI ORDERS = URI.create("https://erp.example/orders");

    private final Connections connections = Connections.inMemory();

    @AfterEach
    void close() {
        connections.close();
    }

    @Test
    void sendsUserNameAndPasswordAsUtf8InTheAuthorizationHeader() {
        var erp = erp();
        erp.authorize().with(new BasicCredential("svc", Secret.of("pässword")));

        Map<String, String> headers = erp.credentialsFor(ORDERS).revealHeaders();

        String pair = Base64.getEncoder().encodeToString("svc:pässword".getBytes(StandardCharsets.UTF_8));
        assertThat(headers).containsExactly(Map.entry("Authorization", "Basic " + pair));
    }

    @Test
    void refusesAColonInABasicUserName() {
        var failure = catchThrowableOfType(
                ConnectionConfigurationException.class,
                () -> erp().authorize().with(new BasicCredential("svc:orders", Secret.of("s3cr3t"))));

        assertThat(failure.code()).isEqualTo("credential_malformed");
        assertThat(failure).hasMessageContaining("User name contains a colon").hasMessageNotContaining("s3cr3t");
    }

    @Test
    void namesTheParameterThatIsMissing() {
        var failure = catchThrowableOfType(
                ConnectionConfigurationException.class, () -> erp().authorize().withValues(Map.of("username", "svc")));

        assertThat(failure.code()).isEqualTo("parameter_mismatch");
        assertThat(failure).hasMessageContaining("Password is missing or blank; fill it in");
    }

    @Test
    void keepsTheOldCredentialWhenTheNewOneDoesNotMatch() {
        var erp = erp();
        erp.authorize().with(new BasicCredential("svc", Secret.of("old")));
        Map<String, String> before = erp.credentialsFor(ORDERS).revealHeaders();

        var failure = catchThrowableOfType(
                ConnectionConfigurationException.class,
                () -> erp.reconnect().with(new BasicCredential("svc", Secret.of(" "))));

        assertThat(failure.code()).isEqualTo("parameter_mismatch");
        assertThat(erp.credentialsFor(ORDERS).revealHeaders()).isEqualTo(before);
        assertThat(erp.authorization().status()).isEqualTo(AuthorizationStatus.ACTIVE);
    }

    @Test
    void refusesAForeignOrigin() {
        var erp = erp();
        erp.authorize().with(new BasicCredential("svc", Secret.of("s3cr3t")));

        var failure = catchThrowableOfType(
                ConnectionSecurityException.class, () -> erp.credentialsFor(URI.create("https://evil.example/orders")));

        assertThat(failure.code()).isEqualTo("origin_not_allowed");
        assertThat(failure).hasMessageContaining("name it in resourceServers(…)");
    }

    @Test
    void sendsTheKeyInTheFormTheServiceWants() {
        var weather = connections.shared(Service.custom("Weather")
                .resourceServers("https://api.weather.example")
                .authentication(ApiKey.inHeader("Authorization").withFormat("Bearer {key}"))
                .connection("Weather main"));
        weather.authorize().with(ApiKeyCredential.of(Secret.of("k-1")));

        assertThat(weather.credentialsFor(weather.resolve("/today")).revealHeaders())
                .containsExactly(Map.entry("Authorization", "Bearer k-1"));
    }

    @ParameterizedTest
    @CsvSource({
        "Basic {base64({key}:)}, Basic ay0xOg==",
        "Basic {base64(:{key})}, Basic OmstMQ==",
        "Key {key} {base64(x)}, Key k-1 {base64(x)}"
    })
    void encodesTheKeyWhereTheServiceWantsItAsAUserNameOrPassword(String format, String sent) {
        var weather = connections.shared(Service.custom("Weather")
                .resourceServers("https://api.weather.example")
                .authentication(ApiKey.inHeader("Authorization").withFormat(format))
                .connection("Weather main"));
        weather.authorize().with(ApiKeyCredential.of(Secret.of("k-1")));

        assertThat(weather.credentialsFor(weather.resolve("/today")).revealHeaders())
                .containsExactly(Map.entry("Authorization", sent));
    }

    @Test
    void saysThatNobodyHasAuthorizedIt() {
        var failure = catchThrowableOfType(ReauthorizationRequiredException.class, () -> erp().credentialsFor(ORDERS));

        assertThat(failure.code()).isEqualTo("not_authorized");
        assertThat(failure).hasMessageContaining("connection \"erp_main\"").hasMessageContaining("authorize()");
    }

    private ManagedConnection<DirectFlow<BasicCredential>> erp() {
        return connections.shared(Service.custom("Legacy ERP")
                .resourceServers("https://erp.example")
                .authentication(Basic.usernameAndPassword())
                .connection("ERP main"));
    }
}
