package dev.connections.store;

import dev.connections.ConnectionConfigurationException;
import dev.connections.Secret;
import dev.connections.internal.file.NewFile;
import dev.connections.internal.file.Owner;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/** A key with its id in a file, as {@code id = base64}; lines that begin with {@code #} say what it is. */
final class KeyFile {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int KEY_BYTES = 32;
    private static final int ID_BYTES = 4;
    private static final String ABOUT = """
            # The key of a Connections store. Who has it can read the store; without it nobody can.
            # Keep a copy, apart from the copies of the store.
            """;

    private KeyFile() {}

    /** Reads the key, and makes it before if there is no file. */
    static KeyRing ring(Path file) {
        try {
            if (!Files.exists(file)) {
                boolean unused =
                        NewFile.create(file, text().getBytes(StandardCharsets.US_ASCII)); // or another process did
            }
            refuseOthers(file);
            return read(file, Files.readAllLines(file, StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new ConnectionConfigurationException(
                    "key_file_unusable",
                    "the key file " + file + " can be neither read nor made (" + failure.getMessage()
                            + "); name a text file in a directory of a local disk that this process may write to",
                    failure);
        }
    }

    private static String text() {
        return ABOUT + "file-" + HexFormat.of().formatHex(random(ID_BYTES)) + " = "
                + Base64.getEncoder().encodeToString(random(KEY_BYTES)) + "\n";
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    private static void refuseOthers(Path file) throws IOException {
        if (Owner.isOpenToOthers(file)) {
            throw new ConnectionConfigurationException(
                    "key_file_not_private",
                    "other users may read the key file " + file + "; run chmod 600 on it, and if somebody may have read"
                            + " it, delete it together with the store to begin with a new key",
                    null);
        }
    }

    private static KeyRing read(Path file, List<String> lines) {
        List<String> keys = lines.stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .toList();
        int equals = keys.size() == 1 ? keys.get(0).indexOf('=') : -1;
        if (equals < 1 || equals == keys.get(0).length() - 1) {
            throw new ConnectionConfigurationException(
                    "key_file_malformed",
                    "the key file " + file + " does not hold one line of the form \"id = key\"; restore it from a copy,"
                            + " or, if nothing was sealed with it, delete it and a new one is made",
                    null);
        }
        return KeyRing.primary(
                keys.get(0).substring(0, equals).strip(),
                Secret.of(keys.get(0).substring(equals + 1).strip()));
    }
}
