package dev.connections.oauth.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connections.Secret;
import org.junit.jupiter.api.Test;

/** RFC 6749, section 2.3.1 and appendix B: client id and secret are form-encoded before they become Basic. */
class Rfc6749Section231Test {
    @Test
    void encodesIdAndSecretAsAFormBeforeBasic() {
        Secret header = BasicHeader.of("i:d", Secret.of("p@ss wörd:%"));

        assertThat(header.reveal()).isEqualTo("Basic aSUzQWQ6cCU0MHNzK3clQzMlQjZyZCUzQSUyNQ==");
    }

    @Test
    void leavesPlainIdsAndSecretsAsTheyAre() {
        Secret header = BasicHeader.of("s6BhdRkqt3", Secret.of("gX1fBat3bV"));

        assertThat(header.reveal()).isEqualTo("Basic czZCaGRSa3F0MzpnWDFmQmF0M2JW");
    }
}
