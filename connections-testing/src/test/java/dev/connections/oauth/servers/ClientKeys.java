package dev.connections.oauth.servers;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import dev.connections.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;

/** The key of a client that signs, published where a server fetches it; another one takes its place when told. */
final class ClientKeys {
    /** One for all tests of this JVM: the server is told where it is before the tests know the server. */
    static final ClientKeys PUBLISHED = new ClientKeys();

    private final MockWebServer server = new MockWebServer();
    private volatile RSAKey key = newKey("key-1");

    private ClientKeys() {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return new MockResponse.Builder()
                        .setHeader("Content-Type", "application/json")
                        .body(new JWKSet(key).toString()) // public parts alone
                        .build();
            }
        });
        try {
            server.start(InetAddress.getLoopbackAddress(), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getPort() + "/jwks");
    }

    /** Returns the private key as a JSON Web Key. */
    Secret secret() {
        return Secret.of(key.toJSONString());
    }

    /** Publishes another key in the place of the former. */
    void rotate() {
        key = newKey(key.getKeyID() + "-next");
    }

    private static RSAKey newKey(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
