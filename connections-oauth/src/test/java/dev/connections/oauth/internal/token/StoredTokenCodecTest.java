package dev.connections.oauth.internal.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.connections.ConnectionConfigurationException;
import dev.connections.Secret;
import dev.connections.oauth.FakeContext;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StoredTokenCodecTest {
    private static final StoredTokenCodec CODEC = new StoredTokenCodec();

    private static final SignedIn WHO =
            new SignedIn("https://acme.example", "248289761001", "nonce", FakeContext.NOW, Optional.empty());

    @ParameterizedTest
    @MethodSource
    void comesBackWhole(StoredToken token) {
        assertThat(CODEC.read(CODEC.version(), CODEC.write(token))).isEqualTo(token);
    }

    static Stream<StoredToken> comesBackWhole() {
        Instant tomorrow = FakeContext.NOW.plusSeconds(86_400);
        return Stream.of(
                token("read write"), token(""), token("*"), token("", Optional.of(tomorrow)), bare(), bare().of(WHO));
    }

    @Test
    void readsWhatTheFirstReleaseWrote() {
        Map<String, Secret> parts = Map.of(
                "name", Secret.of("=user"),
                "access_token", Secret.of("a-1"),
                "refresh_token", Secret.of("r-1"),
                "token_type", Secret.of("=Bearer"),
                "obtained_at", Secret.of("=2026-01-01T00:00:00Z"),
                "expires_at", Secret.of("=2026-01-01T01:00:00Z"),
                "scope", Secret.of("=read write"),
                "token_server", Secret.of("=https://eu.acme.example"));

        assertThat(CODEC.read(1, parts)).isEqualTo(token("read write"));
    }

    @Test
    void storesNoIdTokenThatNobodyChecked() {
        StoredToken claiming = bare().of(WHO).claiming(Optional.of(Secret.of("unchecked")));

        assertThat(CODEC.read(CODEC.version(), CODEC.write(claiming))).isEqualTo(bare().of(WHO));
    }

    @Test
    void claimsNobodyWhereNobodySignedIn() {
        assertThat(bare().claiming(Optional.of(Secret.of("unchecked")))).isEqualTo(bare());
    }

    @Test
    void refusesWhatANewerReleaseWrote() {
        assertThatThrownBy(() -> CODEC.read(2, Map.of()))
                .isInstanceOfSatisfying(ConnectionConfigurationException.class, refused -> {
                    assertThat(refused.code()).isEqualTo("newer_format");
                    assertThat(refused).hasMessageContaining("update the SDK");
                });
    }

    @Test
    void printsNameAndExpiryOnly() {
        assertThat(token("s3cr3t")).hasToString("OAuth2Token[user, expires 2026-01-01T01:00:00Z]");
        assertThat(bare()).hasToString("OAuth2Token[default]");
    }

    private static StoredToken token(String scope) {
        return token(scope, Optional.empty());
    }

    private static StoredToken token(String scope, Optional<Instant> refreshExpiresAt) {
        return new StoredToken(
                "user",
                Optional.of(Secret.of("a-1")),
                Optional.of(Secret.of("r-1")),
                "Bearer",
                FakeContext.NOW,
                Optional.of(FakeContext.NOW.plusSeconds(3600)),
                refreshExpiresAt,
                Optional.of(scope),
                Optional.of("https://eu.acme.example"),
                Optional.empty(),
                Optional.empty());
    }

    private static StoredToken bare() {
        return new StoredToken(
                "default",
                Optional.empty(),
                Optional.empty(),
                "",
                FakeContext.NOW,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
