package dev.connections.internal.seal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.connections.ConnectionStoreException;
import dev.connections.spi.ConnectionStore.Versioned;
import java.util.Base64;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EnvelopeTest {
    private static final String CANARY = "s3cr3t-canary-4711";

    private final Envelope envelope = Envelope.of(KeySet.of(WrappingKey.random("k7")));

    @Test
    void opensWhatItSealed() {
        Versioned record = Sealed.by(envelope, CANARY);

        assertThat(envelope.open(record)).asString(UTF_8).isEqualTo(CANARY);
    }

    @Test
    void opensDocumentsOfEverySizeAndPlace() {
        var random = new SplittableRandom(42);
        for (int i = 0; i < 500; i++) {
            byte[] document = new byte[i < 100 ? i : random.nextInt(5_000)];
            random.nextBytes(document);
            var place = Sealed.place("tenant-" + random.nextInt(), "id-" + random.nextInt(), random.nextLong(1L << 40));

            assertThat(envelope.open(Sealed.at(place, envelope, document))).isEqualTo(document);
        }
    }

    @Test
    void sealsFromManyThreads() {
        boolean all = IntStream.range(0, 2_000).parallel().allMatch(i -> {
            Versioned record = Sealed.by(envelope, "document " + i);
            return new String(envelope.open(record), UTF_8).equals("document " + i);
        });

        assertThat(all).isTrue();
    }

    @Test
    void writesOneJsonObjectWithPinnedLengths() {
        Versioned record = Sealed.by(envelope, CANARY);

        String text = new String(record.sealed(), UTF_8);

        assertThat(text)
                .matches("\\{\"v\":1,\"alg\":\"A256GCM\",\"kid\":\"k7\",\"wdek\":\"[A-Za-z0-9+/]{91}=\","
                        + "\"iv\":\"[A-Za-z0-9+/]{16}\",\"ct\":\"[A-Za-z0-9+/]+=*\"}");
        assertThat(Base64.getDecoder().decode(Sealed.member("ct", record))).hasSize(CANARY.length() + 16);
    }

    @Test
    void sealsTheSameDocumentDifferentlyEachTime() {
        Versioned one = Sealed.by(envelope, CANARY);
        Versioned other = Sealed.by(envelope, CANARY);

        for (String member : new String[] {"wdek", "iv", "ct"}) {
            assertThat(Sealed.member(member, one)).isNotEqualTo(Sealed.member(member, other));
        }
    }

    @Test
    void showsNothingOfTheDocument() {
        String sealed = new String(Sealed.by(envelope, CANARY).sealed(), UTF_8);

        assertThat(sealed).doesNotContain(CANARY).doesNotContain("canary");
        for (int shift = 0; shift < 3; shift++) {
            byte[] part = CANARY.substring(shift, shift + 15).getBytes(UTF_8);
            assertThat(sealed).doesNotContain(Base64.getEncoder().encodeToString(part));
        }
    }

    @Test
    void namesTheKeyWithoutOpening() {
        Versioned record = Sealed.by(envelope, CANARY);

        assertThat(Envelope.of(KeySet.of(WrappingKey.random("other"))).keyId(record))
                .isEqualTo("k7");
    }

    @Test
    void refusesToNameTheKeyOfWhatIsNoEnvelope() {
        Versioned record = Sealed.with(Sealed.by(envelope, CANARY), "{}");

        var failure = catchThrowableOfType(ConnectionStoreException.class, () -> envelope.keyId(record));

        assertThat(failure.code()).isEqualTo("record_corrupt");
    }
}
