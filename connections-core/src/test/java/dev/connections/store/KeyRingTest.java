package dev.connections.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.connections.ConnectionConfigurationException;
import dev.connections.ConnectionStoreException;
import dev.connections.Secret;
import java.util.Arrays;
import java.util.Base64;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyRingTest {
    private static final byte[] AAD = {1, 2, 3};

    private final byte[] dataKey = bytes(99);
    private final KeyRing ring = KeyRing.primary("2026-02", base64(bytes(2)));

    private static byte[] bytes(int seed) {
        byte[] bytes = new byte[32];
        new SplittableRandom(seed).nextBytes(bytes);
        return bytes;
    }

    private static Secret base64(byte[] key) {
        return Secret.of(Base64.getEncoder().encodeToString(key));
    }

    private static ConnectionConfigurationException refusal(String id, Secret key) {
        return catchThrowableOfType(ConnectionConfigurationException.class, () -> KeyRing.primary(id, key));
    }

    private static ConnectionStoreException refusal(KeyRing ring, byte[] wrapped, byte[] aad) {
        return catchThrowableOfType(ConnectionStoreException.class, () -> ring.unwrap("2026-02", wrapped, aad));
    }

    @Test
    void unwrapsWhatItWrapped() {
        byte[] wrapped = ring.wrap("2026-02", dataKey, AAD);

        assertThat(ring.unwrap("2026-02", wrapped, AAD)).isEqualTo(dataKey);
        assertThat(ring.wrap("2026-02", dataKey, AAD)).isNotEqualTo(wrapped);
    }

    @Test
    void sealsWithThePrimaryKeyForEveryTenant() {
        KeyRing rotated = ring.withRetired("2026-01", base64(bytes(1)));

        assertThat(rotated.current("acme")).isEqualTo("2026-02");
        assertThat(rotated.current("other")).isEqualTo("2026-02");
    }

    @Test
    void opensWithARetiredKey() {
        byte[] wrapped = KeyRing.primary("2026-01", base64(bytes(1))).wrap("2026-01", dataKey, AAD);

        KeyRing rotated = ring.withRetired("2026-01", base64(bytes(1)));

        assertThat(rotated.unwrap("2026-01", wrapped, AAD)).isEqualTo(dataKey);
    }

    @Test
    void staysAsItIsWhenACopyGetsARetiredKey() {
        KeyRing copy = ring.withRetired("2026-01", base64(bytes(1)));

        assertThat(copy.toString()).contains("2026-01");
        assertThat(ring.toString()).doesNotContain("2026-01");
    }

    @Test
    void saysWhichKeyIsNotConfigured() {
        var failure =
                catchThrowableOfType(ConnectionStoreException.class, () -> ring.unwrap("2025-12", new byte[68], AAD));

        assertThat(failure.code()).isEqualTo("key_unavailable");
        assertThat(failure)
                .hasMessageContaining("\"2025-12\" is not configured (configured: 2026-02)")
                .hasMessageContaining("add it as a retired key");
    }

    @Test
    void tellsAnotherKeyUnderTheSameIdFromChangedBytes() {
        byte[] wrapped = ring.wrap("2026-02", dataKey, AAD);
        KeyRing wrong = KeyRing.primary("2026-02", base64(bytes(3)));

        assertThat(refusal(wrong, wrapped, AAD).code()).isEqualTo("key_mismatch");
        assertThat(refusal(wrong, wrapped, AAD))
                .hasMessageContaining("configure the key that the store was written with");
        assertThat(refusal(ring, wrapped, new byte[] {1, 2}).code()).isEqualTo("record_corrupt");
    }

    @Test
    void refusesEveryChangeOfAWrappedKey() {
        byte[] wrapped = ring.wrap("2026-02", dataKey, AAD);

        for (int at = 0; at < wrapped.length; at++) {
            byte[] changed = wrapped.clone();
            changed[at] ^= 1;

            assertThat(refusal(ring, changed, AAD).code()).isEqualTo(at < 8 ? "key_mismatch" : "record_corrupt");
            assertThat(refusal(ring, Arrays.copyOf(wrapped, at), AAD).code()).isEqualTo("record_corrupt");
        }
        assertThat(refusal(ring, Arrays.copyOf(wrapped, wrapped.length + 1), AAD)
                        .code())
                .isEqualTo("record_corrupt");
    }

    @Test
    void readsBothAlphabetsWithAndWithoutPadding() {
        byte[] key = bytes(7);
        key[0] = (byte) 0xfb;
        key[1] = (byte) 0xff;
        byte[] wrapped = KeyRing.primary("2026-02", base64(key)).wrap("2026-02", dataKey, AAD);
        Base64.Encoder urlSafe = Base64.getUrlEncoder();

        for (var encoder : new Base64.Encoder[] {
            urlSafe, urlSafe.withoutPadding(), Base64.getEncoder().withoutPadding()
        }) {
            KeyRing same = KeyRing.primary("2026-02", Secret.of(encoder.encodeToString(key)));

            assertThat(same.unwrap("2026-02", wrapped, AAD)).isEqualTo(dataKey);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 16, 24, 31, 33, 48, 64})
    void refusesAKeyOfAnotherLength(int length) {
        byte[] key = new byte[length];
        new SplittableRandom(5).nextBytes(key);

        var failure = refusal("2026-02", base64(key));

        assertThat(failure.code()).isEqualTo("key_malformed");
        assertThat(failure)
                .hasMessageContaining("key \"2026-02\" has " + length + " bytes, not 32")
                .hasMessageContaining("openssl rand -base64 32");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "not base64!",
                "AAAA AAAA",
                "A",
                "====",
                "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8==",
                "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh=8"
            })
    void refusesWhatIsNotBase64(String text) {
        var failure = refusal("2026-02", Secret.of(text));

        assertThat(failure.code()).isEqualTo("key_malformed");
        assertThat(failure)
                .hasMessageContaining("openssl rand -base64 32")
                .hasMessageNotContaining(text)
                .hasNoCause();
    }

    @Test
    void refusesAKeyOfZeros() {
        var failure = refusal("2026-02", base64(new byte[32]));

        assertThat(failure.code()).isEqualTo("key_weak");
        assertThat(failure).hasMessageContaining("all zeros").hasMessageContaining("openssl rand -base64 32");
    }

    @Test
    void refusesAKeyOfFewDifferentBytes() {
        byte[] fifteen = new byte[32];
        byte[] sixteen = new byte[32];
        for (int i = 0; i < 32; i++) {
            fifteen[i] = (byte) (200 + i % 15);
            sixteen[i] = (byte) (200 + i % 16);
        }

        var failure = refusal("2026-02", base64(fifteen));

        assertThat(failure.code()).isEqualTo("key_weak");
        assertThat(failure).hasMessageContaining("only 15 different bytes").hasMessageContaining("openssl");
        assertThat(KeyRing.primary("2026-02", base64(sixteen)).current("acme")).isEqualTo("2026-02");
    }

    @Test
    void refusesAPassphrase() {
        byte[] phrase = "correct horse battery staple, ok".getBytes(java.nio.charset.StandardCharsets.US_ASCII);

        var failure = refusal("2026-02", base64(phrase));

        assertThat(failure.code()).isEqualTo("key_weak");
        assertThat(failure)
                .hasMessageContaining("is text")
                .hasMessageContaining("openssl")
                .hasMessageNotContaining("correct horse");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "-a", ".", "a\n", "ä", "a/b", "a\"b"})
    void refusesAnIdOfAnotherShape(String id) {
        var failure = refusal(id, base64(bytes(2)));

        assertThat(failure.code()).isEqualTo("key_id_malformed");
        assertThat(failure).hasMessageContaining("1 to 64 of");
    }

    @Test
    void acceptsAnIdOfSixtyFourCharactersAndNoMore() {
        assertThat(KeyRing.primary("a".repeat(64), base64(bytes(2))).current("acme"))
                .hasSize(64);
        assertThat(refusal("a".repeat(65), base64(bytes(2))).code()).isEqualTo("key_id_malformed");
    }

    @Test
    void refusesAnIdOrAKeyTwice() {
        var sameId = catchThrowableOfType(
                ConnectionConfigurationException.class, () -> ring.withRetired("2026-02", base64(bytes(1))));
        var sameKey = catchThrowableOfType(
                ConnectionConfigurationException.class, () -> ring.withRetired("2026-01", base64(bytes(2))));

        assertThat(sameId.code()).isEqualTo("key_duplicate");
        assertThat(sameKey.code()).isEqualTo("key_duplicate");
        assertThat(sameKey).hasMessageContaining("an id and 32 random bytes of its own");
    }

    @Test
    void printsIdsOnly() {
        assertThat(ring).hasToString("KeyRing[primary 2026-02]");
        assertThat(ring.withRetired("2026-01", base64(bytes(1))).withRetired("2025-12", base64(bytes(12))))
                .hasToString("KeyRing[primary 2026-02, retired 2026-01, 2025-12]");
    }
}
