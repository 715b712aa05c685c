package dev.connections.oauth.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connections.Secret;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** RFC 7636, appendix B and section 4.1. */
class Rfc7636AppendixBTest {
    @Test
    void makesTheChallengeOfTheVector() {
        String challenge = Pkce.challenge(Secret.of("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"));

        assertThat(challenge).isEqualTo("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM");
    }

    @Test
    void makesVerifiersOf43UnreservedCharacters() {
        assertThat(Pkce.verifier().reveal()).matches("[A-Za-z0-9._~-]{43}");
    }

    @Test
    void neverMakesTheSameVerifierTwice() {
        Set<String> verifiers = new HashSet<>();

        for (int i = 0; i < 100_000; i++) {
            verifiers.add(Pkce.verifier().reveal());
        }

        assertThat(verifiers).hasSize(100_000);
    }
}
