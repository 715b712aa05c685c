package dev.connections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import dev.connections.spi.AuthClient;
import dev.connections.spi.StrategyContext;
import java.io.IOException;
import java.io.Serializable;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Secret text has one type and one way out (RELIABILITY §5.8, RULES A3). */
class SecretTest {
    private static final String TEXT = "s3cr3t";
    private static final Secret SECRET = Secret.of(TEXT);

    static Stream<Object> everythingAroundASecret() {
        var uri = URI.create("https://api.example.com/t?key=" + TEXT);
        return Stream.of(
                SECRET,
                new BasicCredential("user", SECRET),
                ApiKeyCredential.of(SECRET),
                new ApiKeyCredential(Map.of("key", SECRET)),
                AuthClient.Call.post(uri, "text/plain", SECRET).withHeader("Authorization", SECRET),
                new AuthClient.Reply(
                        200, Map.of("x-token", List.of(TEXT)), TEXT.getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                AuthorizationRequest.of(uri, TEXT, Instant.EPOCH),
                new StrategyContext.Begun(TEXT, Instant.EPOCH),
                StrategyContext.Grant.of(new BasicCredential("user", SECRET)));
    }

    @ParameterizedTest
    @MethodSource("everythingAroundASecret")
    void printsNowhere(Object holder) {
        assertThat(holder.toString()).doesNotContain(TEXT);
        assertThat(Optional.of(holder).toString()).doesNotContain(TEXT);
    }

    @Test
    void isNotSerializable() {
        assertThat(SECRET).isNotInstanceOf(Serializable.class);
    }

    @Test
    void failsInAForeignMapperInsteadOfPrinting() {
        var failure = catchThrowableOfType(
                InvalidDefinitionException.class, () -> new ObjectMapper().writeValueAsString(SECRET));

        assertThat(failure).isNotNull().hasMessageNotContaining(TEXT);
    }

    @Test
    void comparesByValueAndTellsNothingByItsHash() {
        assertThat(Secret.of(TEXT)).isEqualTo(SECRET).isNotEqualTo(Secret.of("other"));
        assertThat(SECRET.hashCode()).isEqualTo(Secret.of("other").hashCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"***", "*", "Secret[redacted]"})
    void refusesAMask(String mask) {
        var failure = catchThrowableOfType(ConnectionConfigurationException.class, () -> Secret.of(mask));

        assertThat(failure.code()).isEqualTo("secret_masked");
        assertThat(failure).hasMessageContaining("enter the value itself");
    }

    @Test
    void saysWhichVariableIsMissing() {
        var failure = catchThrowableOfType(
                ConnectionConfigurationException.class, () -> Secret.fromEnvironment("CONNECTIONS_NO_SUCH_VARIABLE"));

        assertThat(failure.code()).isEqualTo("secret_missing");
        assertThat(failure).hasMessageContaining("CONNECTIONS_NO_SUCH_VARIABLE is not set; set it");
    }

    @ParameterizedTest
    @ValueSource(strings = {TEXT, TEXT + "\n", TEXT + "\r\n"})
    void dropsOneFinalLineBreakOfAMountedFile(String content, @TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("secret"), content);

        assertThat(Secret.fromFile(file)).isEqualTo(SECRET);
    }

    @ParameterizedTest
    @ValueSource(strings = {TEXT + "\n\n", "a\tb", "a\u0000b"})
    void refusesAnotherControlCharacterInAFile(String content, @TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("secret"), content);

        var failure = catchThrowableOfType(ConnectionConfigurationException.class, () -> Secret.fromFile(file));

        assertThat(failure.code()).isEqualTo("secret_malformed");
        assertThat(failure).hasMessageNotContaining(TEXT).hasMessageContaining("on one line");
    }

    @Test
    void keepsTheLinesOfAKeyInPem(@TempDir Path folder) throws IOException {
        String pem = "-----BEGIN PRIVATE KEY-----\r\nAAAA\r\n-----END PRIVATE KEY-----";
        Path file = Files.writeString(folder.resolve("key.pem"), pem + "\n");

        assertThat(Secret.fromFile(file).reveal()).isEqualTo(pem);
    }

    @Test
    void saysWhichFileIsMissing(@TempDir Path folder) {
        var failure = catchThrowableOfType(
                ConnectionConfigurationException.class, () -> Secret.fromFile(folder.resolve("none")));

        assertThat(failure.code()).isEqualTo("secret_missing");
        assertThat(failure).hasMessageContaining("none cannot be read; write the secret into it");
    }
}
