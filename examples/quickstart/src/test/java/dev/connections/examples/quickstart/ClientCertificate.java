package dev.connections.examples.quickstart;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;

/** The files that a client with a certificate has, made by the JDK's keytool. */
final class ClientCertificate {
    private static final String PASSWORD = "changeit";

    private ClientCertificate() {}

    /** Writes {@code client.pem} and {@code client-key.pem}. */
    static void write(Path folder) throws IOException, GeneralSecurityException {
        Path store = folder.resolve("client.p12");
        String tool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        int exit = new ProcessBuilder(
                        tool,
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-alias",
                        "client",
                        "-dname",
                        "CN=client",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        PASSWORD,
                        "-keystore",
                        store.toString())
                .start()
                .onExit()
                .join()
                .exitValue();
        if (exit != 0) {
            throw new IllegalStateException("keytool failed with " + exit);
        }
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        write(
                folder.resolve("client.pem"),
                "CERTIFICATE",
                keys.getCertificate("client").getEncoded());
        write(
                folder.resolve("client-key.pem"),
                "PRIVATE KEY",
                keys.getKey("client", PASSWORD.toCharArray()).getEncoded());
    }

    private static void write(Path file, String kind, byte[] bytes) throws IOException {
        String base64 = Base64.getMimeEncoder().encodeToString(bytes);
        Files.writeString(file, "-----BEGIN " + kind + "-----\n" + base64 + "\n-----END " + kind + "-----\n");
    }
}
