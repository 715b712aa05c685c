package dev.connections.oauth.internal.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.connections.ConnectionConfigurationException;
import dev.connections.oauth.OAuth2Strategy;
import dev.connections.oauth.Strategies;
import dev.connections.oauth.internal.flow.OAuth2StrategyProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Definitions whose tokens are bound to a key (RFC 9449). */
class ProofFormatTest {
    @Test
    void readsBackWithItsAlgorithm() {
        OAuth2Strategy<?> strategy = Strategies.acme().withDpop("PS256");

        assertThat(strategy.settings().json()).contains("\"dpop\":{\"algorithm\":\"PS256\"}");
        assertThat(new OAuth2StrategyProvider().create(strategy.settings())).isEqualTo(strategy);
        assertThat(Strategies.acme().withDpop()).isEqualTo(Strategies.acme().withDpop("ES256"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "HS256", "es256", ""})
    void refusesAnAlgorithmWithoutKeys(String algorithm) {
        var refusal = catchThrowableOfType(
                ConnectionConfigurationException.class, () -> Strategies.acme().withDpop(algorithm));

        assertThat(refusal.code()).isEqualTo("algorithm_unknown");
        assertThat(refusal).hasMessageContaining("ES256, ES384");
    }

    @Test
    void refusesAHeaderOfItsOwnBeside() {
        var refusal = catchThrowableOfType(
                ConnectionConfigurationException.class,
                () -> Strategies.acme()
                        .withAuthorizationHeader("Zoho-oauthtoken {token}")
                        .withDpop());

        assertThat(refusal.code()).isEqualTo("option_not_applicable");
        assertThat(refusal).hasMessageContaining("leave one out");
    }
}
