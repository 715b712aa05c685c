package dev.connections.internal.seal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.connections.Secret;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/** Hashes of names: stores keep them for years, so that they must come out the same in every release. */
class NameKeyTest {
    private static final byte[] KEY = "0123456789abcdefghijklmnopqrstuv".getBytes(UTF_8);

    private final NameKey key = NameKey.of(Secret.of(Base64.getEncoder().encodeToString(KEY)));

    @Test
    void canBeComputedByHand() throws Exception {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(KEY, "HmacSHA256"));

        assertThat(key.hash("Zoë")).isEqualTo(HexFormat.of().formatHex(mac.doFinal("Zoë".getBytes(UTF_8))));
    }

    @Test
    void tellsSpellingsApart() {
        assertThat(key.hash("alice")).hasSize(64).isNotEqualTo(key.hash("Alice"));
    }

    @Test
    void hashesAlikeAfterItWasStored() {
        NameKey random = NameKey.random();

        assertThat(NameKey.of(random.text()).hash("alice"))
                .isEqualTo(random.hash("alice"))
                .isNotEqualTo(NameKey.random().hash("alice"));
    }

    @Test
    void refusesAKeyOfAnotherLength() {
        assertThatThrownBy(() -> NameKey.of(Secret.of("c2hvcnQ=")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("32 bytes, not 5");
    }

    @Test
    void showsNothingOfItself() {
        assertThat(key).hasToString("NameKey[redacted]");
    }
}
