package dev.connections.internal.seal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.connections.ConnectionStoreException;
import dev.connections.spi.ConnectionStore.Versioned;
import dev.connections.spi.KeyProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an envelope makes of the answers of a key provider. */
class EnvelopeKeysTest {
    private final WrappingKey old = WrappingKey.random("k6");
    private final WrappingKey current = WrappingKey.random("k7");
    private final Versioned record = Sealed.by(Envelope.of(KeySet.of(old)), "document");

    /** A provider whose parts can be replaced. */
    private static class Provider implements KeyProvider {
        @Override
        public String current(String tenant) {
            return "p1";
        }

        @Override
        public byte[] wrap(String keyId, byte[] dataKey, byte[] aad) {
            return dataKey.clone();
        }

        @Override
        public byte[] unwrap(String keyId, byte[] wrapped, byte[] aad) {
            return wrapped.clone();
        }
    }

    private static ConnectionStoreException sealFailure(KeyProvider provider) {
        return catchThrowableOfType(ConnectionStoreException.class, () -> Sealed.by(Envelope.of(provider), "document"));
    }

    @Test
    void opensWithARetiredKeyAndSealsWithTheCurrentOne() {
        var rotated = Envelope.of(KeySet.of(current).with(old));

        assertThat(rotated.open(record)).asString(UTF_8).isEqualTo("document");
        assertThat(rotated.keyId(record)).isEqualTo("k6");
        assertThat(rotated.keyId(Sealed.by(rotated, "document"))).isEqualTo("k7");
    }

    @Test
    void saysWhichKeyIsNotThere() {
        var failure = Sealed.refusal(Envelope.of(KeySet.of(current)), record);

        assertThat(failure.code()).isEqualTo("key_unavailable");
        assertThat(failure)
                .hasMessageContaining("credential record \"acc1/user\"")
                .hasMessageContaining("key \"k6\" is not configured (configured: k7)")
                .hasMessageContaining("add it as a retired key");
    }

    @Test
    void saysThatTheKeyIsAnotherOneUnderTheSameId() {
        var failure = Sealed.refusal(Envelope.of(KeySet.of(WrappingKey.random("k6"))), record);

        assertThat(failure.code()).isEqualTo("key_mismatch");
        assertThat(failure)
                .hasMessageContaining("credential record \"acc1/user\"")
                .hasMessageContaining("configure the key that the store was written with");
    }

    @Test
    void asksTheProviderForTheKeyOfTheTenant() {
        var perTenant = new Provider() {
            @Override
            public String current(String tenant) {
                return "key-of-" + tenant;
            }
        };

        assertThat(Sealed.member("kid", Sealed.by(Envelope.of(perTenant), "document")))
                .isEqualTo("key-of-acme");
    }

    @Test
    void givesTheProviderAFreshDataKeyAndWipesNothingItNeeds() {
        var envelope = Envelope.of(new Provider());

        Versioned one = Sealed.by(envelope, "document");
        Versioned other = Sealed.by(envelope, "document");

        assertThat(Sealed.member("wdek", one)).hasSize(44).isNotEqualTo(Sealed.member("wdek", other));
        assertThat(envelope.open(one)).asString(UTF_8).isEqualTo("document");
    }

    @Test
    void tellsAProviderThatFailsFromAKeyThatIsNotThere() {
        var failing = new Provider() {
            @Override
            public byte[] wrap(String keyId, byte[] dataKey, byte[] aad) {
                throw new IllegalStateException("connection refused");
            }
        };

        var failure = sealFailure(failing);

        assertThat(failure.code()).isEqualTo("key_provider_failed");
        assertThat(failure)
                .hasMessageContaining("credential record \"acc1/user\" cannot be sealed")
                .hasMessageContaining("nothing was changed")
                .hasRootCauseMessage("connection refused");
    }

    @Test
    void refusesAnUnwrappedKeyOfAnotherLength() {
        var shorter = new Provider() {
            @Override
            public byte[] unwrap(String keyId, byte[] wrapped, byte[] aad) {
                return new byte[16];
            }
        };

        var failure = Sealed.refusal(Envelope.of(shorter), Sealed.by(Envelope.of(shorter), "document"));

        assertThat(failure.code()).isEqualTo("record_corrupt");
        assertThat(failure).hasMessageContaining("data key of another length");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a\"b", "a\\b", "a\nb", "ä", "\u007f"})
    void refusesAKeyIdThatCannotBeWrittenDown(String id) {
        var odd = new Provider() {
            @Override
            public String current(String tenant) {
                return id;
            }
        };

        var failure = sealFailure(odd);

        assertThat(failure.code()).isEqualTo("key_malformed");
        assertThat(failure).hasMessageContaining("1 to 255 visible ASCII characters");
    }

    @Test
    void acceptsTheKeyNamesOfKeyManagementServices() {
        var remote = new Provider() {
            @Override
            public String current(String tenant) {
                return "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab";
            }
        };
        var envelope = Envelope.of(remote);

        assertThat(envelope.open(Sealed.by(envelope, "document")))
                .asString(UTF_8)
                .isEqualTo("document");
    }
}
