package dev.connections.oauth.servers;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** A client that shows a certificate over TLS to Spring Authorization Server. */
@RealServer("Spring Authorization Server")
class SpringMutualTlsTest extends MutualTlsContract {
    @TempDir
    private static Path directory;

    private Authority authority;
    private SpringAuthorizationServer server;

    @BeforeAll
    void start() throws IOException, GeneralSecurityException {
        authority = Authority.in(directory);
        server = SpringAuthorizationServer.startWithTls(authority);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Override
    protected String issuer() {
        return server.issuer();
    }

    @Override
    protected Authority authority() {
        return authority;
    }
}
