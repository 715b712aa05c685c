package dev.connections.oauth.servers;

import dev.connections.Secret;
import dev.connections.oauth.ClientAuthentication;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import okhttp3.OkHttpClient;

/** A certificate authority, what a server of its shows, and what two clients of its show; made by the JDK's keytool. */
final class Authority {
    static final String PASSWORD = "changeit";

    /** The client whose certificate names a registered client. */
    static final String CLIENT = Registrations.CERTIFIED.id();

    /** A client that nobody registered. */
    static final String STRANGER = "stranger";

    private static final String SERVER = "server";
    private static final String ROOT = "root";

    private final Path directory;

    private Authority(Path directory) {
        this.directory = directory;
    }

    static Authority in(Path directory) throws IOException, GeneralSecurityException {
        Files.createDirectories(directory);
        var authority = new Authority(directory);
        Files.deleteIfExists(authority.all());
        authority.keytool(ROOT, "-ext", "bc:c");
        authority.keytool(SERVER, "-signer", ROOT, "-ext", "san=ip:127.0.0.1");
        authority.keytool(CLIENT, "-signer", ROOT);
        authority.keytool(STRANGER, "-signer", ROOT);
        authority.write();
        return authority;
    }

    private void keytool(String alias, String... more) throws IOException {
        String tool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        List<String> command = new ArrayList<>(List.of(tool, "-genkeypair", "-keyalg", "EC", "-validity", "3"));
        command.addAll(List.of("-storetype", "PKCS12", "-storepass", PASSWORD, "-keystore", "" + all()));
        command.addAll(List.of("-alias", alias, "-dname", "CN=" + alias));
        command.addAll(List.of(more));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.onExit().join().exitValue() != 0) {
            throw new IllegalStateException(said);
        }
    }

    private void write() throws IOException, GeneralSecurityException {
        Files.writeString(serverCertificate(), chain(SERVER));
        Files.writeString(serverKey(), key(SERVER));
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry(ROOT, load().getCertificate(ROOT));
        try (OutputStream out = Files.newOutputStream(trusted())) {
            trusted.store(out, PASSWORD.toCharArray());
        }
    }

    private Path all() {
        return directory.resolve("all.p12");
    }

    Path serverCertificate() {
        return directory.resolve("server.pem");
    }

    Path serverKey() {
        return directory.resolve("server-key.pem");
    }

    /** Returns a PKCS#12 file with the certificate of the authority, under {@link #PASSWORD}. */
    Path trusted() {
        return directory.resolve("trusted.p12");
    }

    /** Returns how a client shows its certificate. */
    ClientAuthentication certificateOf(String alias) {
        try {
            return ClientAuthentication.mutualTls(chain(alias), Secret.of(key(alias)));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Returns the certificate of a client. */
    Certificate certificate(String alias) {
        try {
            return load().getCertificate(alias);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Returns a client that trusts this authority alone. */
    OkHttpClient.Builder trusting() {
        try {
            KeyStore trusted = KeyStore.getInstance("PKCS12");
            try (InputStream in = Files.newInputStream(trusted())) {
                trusted.load(in, PASSWORD.toCharArray());
            }
            var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(trusted);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return new OkHttpClient.Builder()
                    .sslSocketFactory(context.getSocketFactory(), (X509TrustManager) trust.getTrustManagers()[0]);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private String chain(String alias) throws IOException, GeneralSecurityException {
        var chain = new StringBuilder();
        for (Certificate each : load().getCertificateChain(alias)) {
            chain.append(pem("CERTIFICATE", each.getEncoded()));
        }
        return chain.toString();
    }

    private String key(String alias) throws IOException, GeneralSecurityException {
        return pem("PRIVATE KEY", load().getKey(alias, PASSWORD.toCharArray()).getEncoded());
    }

    private static String pem(String kind, byte[] bytes) {
        String base64 = Base64.getMimeEncoder().encodeToString(bytes);
        return "-----BEGIN " + kind + "-----\n" + base64 + "\n-----END " + kind + "-----\n";
    }

    private KeyStore load() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(all())) {
            store.load(in, PASSWORD.toCharArray());
        }
        return store;
    }
}
