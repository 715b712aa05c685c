package dev.connections.oauth.servers;

import dev.connections.ConnectionException;
import dev.connections.Connections;
import dev.connections.Secret;
import dev.connections.store.FileConnectionStore;
import dev.connections.store.KeyRing;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import okhttp3.OkHttpClient;

/**
 * One of two processes that share a store. Its threads ask for credentials until its input ends; it says what each of them
 * got: {@code got} and a link name, or {@code failed} and a code.
 */
final class TwoJvmWorker {
    static final String GOT = "got ";
    static final URI LEADS = URI.create("https://api.example.com/leads");

    private static final int THREADS = 8;
    private static final long REST_MS = 20;
    private static final FileOutputStream OUT = new FileOutputStream(FileDescriptor.out);

    private final Connections connections;
    private final String[] links;

    private TwoJvmWorker(Connections connections, String[] links) {
        this.connections = connections;
        this.links = links;
    }

    /** Runs with a directory, the port of a proxy, and link names; the first line of the input is the store's key. */
    public static void main(String[] arguments) throws IOException {
        var input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        var keys = KeyRing.primary("two", Secret.of(input.readLine()));
        var proxy = new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(arguments[1]));
        try (FileConnectionStore store =
                        FileConnectionStore.of(Path.of(arguments[0])).encryptedWith(keys);
                Connections connections = Connections.builder()
                        .store(store)
                        .httpClient(new OkHttpClient.Builder()
                                .proxy(new Proxy(Proxy.Type.HTTP, proxy))
                                .build())
                        .build()) {
            new TwoJvmWorker(connections, arguments[2].split(",")).work(input);
        }
        Runtime.getRuntime().halt(0);
    }

    private void work(BufferedReader input) throws IOException {
        for (int i = 0; i < THREADS; i++) {
            int first = i;
            var thread = new Thread(() -> ask(first), "asks-" + i);
            thread.setDaemon(true);
            thread.start();
        }
        String unused = input.readLine();
    }

    private void ask(int first) {
        for (int turn = first; true; turn++) {
            ask(links[turn % links.length]);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(REST_MS));
        }
    }

    private void ask(String link) {
        try {
            var unused = connections.get(link).credentialsFor(LEADS);
            say(GOT + link);
        } catch (ConnectionException e) {
            say("failed " + e.code());
        } catch (IllegalStateException closed) { // the process ends
        }
    }

    private static void say(String line) {
        try {
            OUT.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
