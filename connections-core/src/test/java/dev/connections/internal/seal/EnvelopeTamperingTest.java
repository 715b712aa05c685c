package dev.connections.internal.seal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.connections.spi.ConnectionStore;
import dev.connections.spi.ConnectionStore.Versioned;
import java.util.Arrays;
import java.util.Base64;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RELIABILITY.md F-P22 to F-P24: what was moved, changed or cut does not open, and says so by type. */
class EnvelopeTamperingTest {
    private static final String CANARY = "s3cr3t-canary-4711";
    private static final byte[] KEY = new byte[32];

    private final Envelope envelope = Envelope.of(KeySet.of(WrappingKey.of("k7", KEY)));
    private final Versioned record = Sealed.by(envelope, CANARY);

    private static Versioned moved(Versioned from, ConnectionStore.Key key, long version, int format) {
        return new Versioned(key, version, format, from.index(), from.sealed(), from.attempt());
    }

    private static ConnectionStore.Key key(String tenant, ConnectionStore.Key.Kind kind, String id) {
        return new ConnectionStore.Key(tenant, kind, id);
    }

    static Stream<Versioned> otherPlaces() {
        var at = Sealed.place("acme", "acc1/user", 5);
        var kind = ConnectionStore.Key.Kind.CREDENTIAL;
        return Stream.of(
                moved(at, key("acm", kind, "acc1/user"), 5, Sealed.FORMAT),
                moved(at, key("acm", kind, "eacc1/user"), 5, Sealed.FORMAT),
                moved(at, key("acme", ConnectionStore.Key.Kind.ACCOUNT, "acc1/user"), 5, Sealed.FORMAT),
                moved(at, key("acme", kind, "acc2/user"), 5, Sealed.FORMAT),
                moved(at, at.key(), 4, Sealed.FORMAT),
                moved(at, at.key(), 6, Sealed.FORMAT),
                moved(at, at.key(), 5 + (1L << 32), Sealed.FORMAT),
                moved(at, at.key(), 5, Sealed.FORMAT + 1));
    }

    @ParameterizedTest
    @MethodSource("otherPlaces")
    void doesNotOpenInAnotherPlace(Versioned place) {
        var failure = Sealed.refusal(envelope, Sealed.with(place, record.sealed()));

        assertThat(failure.code()).isEqualTo("record_corrupt");
        assertThat(failure)
                .hasMessageContaining(place.key().id())
                .hasMessageContaining(place.key().kind().name().toLowerCase(java.util.Locale.ROOT))
                .hasMessageContaining("restore the record from a backup")
                .hasMessageNotContaining(CANARY);
    }

    @Test
    void doesNotOpenUnderAnotherKeyIdEvenWithTheSameKey() {
        var sameBytesTwice = Envelope.of(KeySet.of(WrappingKey.of("k7", KEY)).with(WrappingKey.of("k8", KEY)));

        var failure = Sealed.refusal(sameBytesTwice, Sealed.with(record, "\"k7\"", "\"k8\""));

        assertThat(failure.code()).isEqualTo("record_corrupt");
    }

    @ParameterizedTest
    @ValueSource(strings = {"wdek", "iv", "ct"})
    void doesNotOpenWithAPartOfAnotherEnvelope(String member) {
        Versioned other = Sealed.by(envelope, CANARY);

        var failure = Sealed.refusal(
                envelope, Sealed.with(record, Sealed.member(member, record), Sealed.member(member, other)));

        assertThat(failure.code()).isEqualTo("record_corrupt");
        assertThat(failure).hasMessageContaining("backup");
    }

    @Test
    void saysRecordCorruptWhereverItIsCut() {
        for (int length = 0; length < record.sealed().length; length++) {
            var failure = Sealed.refusal(envelope, Sealed.with(record, Arrays.copyOf(record.sealed(), length)));

            assertThat(failure.code()).as("cut at %d", length).isEqualTo("record_corrupt");
            assertThat(failure)
                    .hasMessageContaining("credential record \"acc1/user\"")
                    .hasMessageContaining("restore it from a backup");
        }
    }

    @Test
    void refusesBytesBehindTheEnd() {
        assertThat(Sealed.refusal(envelope, Sealed.with(record, Sealed.text(record) + " "))
                        .code())
                .isEqualTo("record_corrupt");
    }

    @Test
    void refusesEveryChangedByte() {
        Set<String> typed = Set.of("record_corrupt", "newer_format", "key_unavailable", "key_mismatch");
        for (int at = 0; at < record.sealed().length; at++) {
            for (int bit = 1; bit < 256; bit <<= 1) {
                byte[] changed = record.sealed().clone();
                changed[at] ^= (byte) bit;

                var failure = Sealed.refusal(envelope, Sealed.with(record, changed));

                assertThat(typed).contains(failure.code());
                assertThat(failure).hasMessageNotContaining(CANARY);
            }
        }
    }

    @Test
    void refusesBase64WithoutPaddingOrWithSpareBits() {
        String exact = Sealed.member("wdek", record);
        String unpadded = exact.substring(0, exact.length() - 1);
        String spare = exact.substring(0, 90) + (char) (exact.charAt(90) + 1) + "=";

        assertThat(Base64.getDecoder().decode(unpadded))
                .isEqualTo(Base64.getDecoder().decode(exact));
        assertThat(Sealed.refusal(envelope, Sealed.with(record, exact, unpadded))
                        .code())
                .isEqualTo("record_corrupt");
        assertThat(Base64.getDecoder().decode(spare))
                .isEqualTo(Base64.getDecoder().decode(exact));
        assertThat(Sealed.refusal(envelope, Sealed.with(record, exact, spare)).code())
                .isEqualTo("record_corrupt");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 11, 13, 16})
    void refusesAnIvOfAnotherLength(int length) {
        String iv = Base64.getEncoder().encodeToString(new byte[length]);

        assertThat(Sealed.refusal(envelope, Sealed.with(record, Sealed.member("iv", record), iv))
                        .code())
                .isEqualTo("record_corrupt");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 16, 17, 34})
    void refusesAShorterTag(int missing) {
        byte[] cipherText = Base64.getDecoder().decode(Sealed.member("ct", record));
        String cut = Base64.getEncoder().encodeToString(Arrays.copyOf(cipherText, cipherText.length - missing));

        assertThat(Sealed.refusal(envelope, Sealed.with(record, Sealed.member("ct", record), cut))
                        .code())
                .isEqualTo("record_corrupt");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "10", "999999999"})
    void leavesALaterFormToTheReleaseThatKnowsIt(String version) {
        Versioned later = Sealed.with(record, "{\"v\":" + version + ",\"something\":{\"new\":true}}");

        var failure = Sealed.refusal(envelope, later);

        assertThat(failure.code()).isEqualTo("newer_format");
        assertThat(failure)
                .hasMessageContaining("credential record \"acc1/user\"")
                .hasMessageContaining("form " + version)
                .hasMessageContaining("run that release");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "01", "\"1\"", "1.0", "null", "", "1 "})
    void refusesAFormThatNeverWas(String version) {
        Versioned never = Sealed.with(record, "{\"v\":1,", "{\"v\":" + version + ",");

        assertThat(Sealed.refusal(envelope, never).code()).isEqualTo("record_corrupt");
    }

    @ParameterizedTest
    @ValueSource(strings = {"A128GCM", "none", "a256gcm", ""})
    void refusesAnotherAlgorithm(String algorithm) {
        Versioned other = Sealed.with(record, "A256GCM", algorithm);

        assertThat(Sealed.refusal(envelope, other).code()).isEqualTo("record_corrupt");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "null",
                "{\"access_token\":\"x\"}",
                "{\"v\":1}",
                "{\"v\":1,\"v\":1,\"alg\":\"A256GCM\"}",
                "\u0000"
            })
    void neverTakesAnythingElseForPlainText(String text) {
        assertThat(Sealed.refusal(envelope, Sealed.with(record, text)).code()).isEqualTo("record_corrupt");
    }

    @Test
    void refusesMembersItDoesNotKnow() {
        Versioned more = Sealed.with(record, "\"}", "\",\"x\":\"\"}");

        assertThat(new String(more.sealed(), UTF_8)).endsWith(",\"x\":\"\"}");
        assertThat(Sealed.refusal(envelope, more).code()).isEqualTo("record_corrupt");
    }
}
