package dev.connections.internal.seal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.connections.spi.ConnectionStore.Versioned;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/** The envelope as RELIABILITY.md, section 5.7, writes it down: read here by hand, without the code that writes it. */
class EnvelopeFormatTest {
    private static final byte[] KEY = "0123456789abcdefghijklmnopqrstuv".getBytes(UTF_8);

    private final Envelope envelope = Envelope.of(KeySet.of(WrappingKey.of("k7", KEY)));

    private static byte[] aad(String... texts) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var out = new DataOutputStream(bytes);
        for (String text : texts) {
            out.writeInt(text.getBytes(UTF_8).length);
            out.write(text.getBytes(UTF_8));
        }
        out.writeInt(Integer.BYTES);
        out.writeInt(Sealed.FORMAT);
        out.writeInt(Long.BYTES);
        out.writeLong(5);
        out.writeInt(2);
        out.write("k7".getBytes(UTF_8));
        return bytes.toByteArray();
    }

    private static byte[] opened(byte[] key, byte[] iv, byte[] sealed) throws Exception {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, iv));
        cipher.updateAAD(aad("conn/v1", "acme", "CREDENTIAL", "acc1/user", "document"));
        return cipher.doFinal(sealed);
    }

    private static byte[] keyCheck() throws Exception {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(KEY, "HmacSHA256"));
        return Arrays.copyOf(mac.doFinal("conn/key-check/v1".getBytes(UTF_8)), 8);
    }

    @Test
    void canBeReadByHand() throws Exception {
        Versioned record = Sealed.by(envelope, "document");
        byte[] wrapped = Base64.getDecoder().decode(Sealed.member("wdek", record));

        byte[] dataKey =
                opened(KEY, Arrays.copyOfRange(wrapped, 8, 20), Arrays.copyOfRange(wrapped, 20, wrapped.length));
        byte[] document = opened(
                dataKey,
                Base64.getDecoder().decode(Sealed.member("iv", record)),
                Base64.getDecoder().decode(Sealed.member("ct", record)));

        assertThat(dataKey).hasSize(32);
        assertThat(document).asString(UTF_8).isEqualTo("document");
        assertThat(Arrays.copyOf(wrapped, 8)).isEqualTo(keyCheck());
    }

    @Test
    void opensWhatTheFirstReleaseSealed() {
        Versioned record = Sealed.with(
                Sealed.place("acme", "acc1/user", 5),
                "{\"v\":1,\"alg\":\"A256GCM\",\"kid\":\"k7\",\"wdek\":\"MWY7Esm97hjnb+9Mi0YQGnzI7UqMHul6drdm6Xq3yiSqcF0E/ffWFdg/CUi6K0Io/uUAqPh8QbEzx835Q/t/QwdtNTM=\","
                        + "\"iv\":\"wK/2sv7xlRf/Qc49\",\"ct\":\"ElafzFm0hx6ae4HY8ImCKOVTGEugOqrxDBL40FSRLY6gq9HJn9QH\"}");

        assertThat(envelope.open(record)).asString(UTF_8).isEqualTo("{\"access_token\":\"at-1\"}");
    }
}
