package dev.connections.oauth.internal.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.connections.ConnectionProtocolException;
import dev.connections.Secret;
import dev.connections.oauth.FakeContext;
import dev.connections.oauth.OAuth2Token;
import dev.connections.oauth.RecordedRequest;
import dev.connections.oauth.Strategies;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 6750, section 2.1, and RELIABILITY F-T13, F-T14: which tokens a request carries, and how. */
class TokenUseTest {
    @ParameterizedTest
    @ValueSource(strings = {"Bearer", "bEARER", "bearer", ""})
    void carriesABearerTokenInItsHeader(String type) {
        var request = new RecordedRequest();

        Strategies.acme().apply(Tokens.ofType("a-1", type), request);

        assertThat(request.headers()).isEqualTo(Map.of("Authorization", "Bearer a-1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"mac", "N_A", "DPoP", "bot"})
    void carriesNoTokenOfAnotherType(String type) {
        assertThatThrownBy(() -> Strategies.acme().apply(Tokens.ofType("a-1", type), new RecordedRequest()))
                .isInstanceOfSatisfying(ConnectionProtocolException.class, refused -> {
                    assertThat(refused.code()).isEqualTo("token_type_unsupported");
                    assertThat(refused).hasMessageContaining(type).hasMessageContaining("withTokenTypes");
                });
    }

    @Test
    void carriesNothingWhereOnlyTheRefreshTokenWasSaved() {
        OAuth2Token salvaged =
                Tokens.withRefreshToken(Secret.of("r-1")).salvaging(Secret.of("r-2"), FakeContext.NOW, FakeContext.NOW);

        assertThatThrownBy(() -> Strategies.acme().apply(salvaged, new RecordedRequest()))
                .isInstanceOfSatisfying(
                        ConnectionProtocolException.class,
                        refused -> assertThat(refused.code()).isEqualTo("unusable_token"));
    }

    @Test
    void refusesATokenThatSomebodyElseMade() {
        assertThatThrownBy(() -> Strategies.acme().apply(new OAuth2Token() {}, new RecordedRequest()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not one of the SDK");
    }
}
