package dev.connections;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connections.http.CredentialInterceptor;
import dev.connections.oauth.ClientAuthentication;
import dev.connections.oauth.JwtAssertion;
import dev.connections.oauth.OAuth1;
import dev.connections.oauth.OAuth2;
import dev.connections.oauth.SubjectToken;
import dev.connections.spi.CredentialStrategy;
import dev.connections.testing.MockService;
import dev.connections.testing.MutableClock;
import dev.connections.testing.SecretCanary;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** {@link Service#explain()} says byte for byte what a server then receives. */
class ExplainedRequestsTest {
    private static final String REDIRECT = "https://app.example.com/callback?from=here";
    private static final String TOKENS =
            "{\"access_token\":\"a-1\",\"refresh_token\":\"r-1\",\"token_type\":\"Bearer\",\"expires_in\":3600}";

    @RegisterExtension
    private final SecretCanary canary = SecretCanary.planted();

    private final MutableClock clock = MutableClock.at("2026-11-20T08:00:00Z");
    private final Connections connections = Connections.builder().clock(clock).build();
    private final MockWebServer server = new MockWebServer();
    private final WireText wire = new WireText();

    @BeforeEach
    void start() throws Exception {
        server.start(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0);
        wire.hiding("access_token", "a-1").hiding("refresh_token", "r-1");
        wire.hiding("client_secret", canary.secret().reveal());
    }

    @AfterEach
    void close() {
        connections.close();
        server.close();
    }

    @Test
    void explainsACodeFlowAsItIsSent() throws Exception {
        var service = service(code().client("client 7", canary.secret())
                .withRevocationEndpoint(at("/revoke"))
                .withIntrospectionEndpoint(at("/introspect"))
                .withScopeDelimiter(",")
                .withAuthorizationParameter("access_type", "offline & more"));
        Explained explained = Explained.of(service.explain(REDIRECT));
        var connection = connections.shared(service.connection("Rehearsal"));
        answers(TOKENS);

        var request = connection.authorize().begin(REDIRECT);
        wire.hiding("state", request.state())
                .hidingParameter("code_challenge", request.uri().toString());
        complete(connection, request, "code=c-1");

        assertThat(explained.part("Authorization request, opened by the browser"))
                .isEqualTo(wire.of(request.uri()));
        RecordedRequest exchange = taken();
        wire.hiding("code", "c-1")
                .hidingParameter("code_verifier", exchange.getBody().utf8());
        assertThat(explained.part("Token request")).isEqualTo(wire.of(exchange));
        assertThat(explained.part("API request")).isEqualTo(wire.of(called(connection)));
        answers("{\"active\":true}");
        connection.test();
        assertThat(explained.part("Introspection request")).isEqualTo(wire.of(taken()));
        assertThat(explained.part("Refresh request")).isEqualTo(refreshed(connection));
        assertThat(explained.part("Revocation request")).isEqualTo(revoked(connection));
    }

    @Test
    void explainsAClientThatSignsAsItIsSent() throws Exception {
        Secret key = MockService.jwtBearer().clientKey();
        var service = service(OAuth2.clientCredentials()
                .withPlainHttpForLoopbackTestsOnly()
                .tokenEndpoint(at("/token"))
                .client("client-7", ClientAuthentication.privateKeyJwt("key-1", key)));

        assertGranted(service);
    }

    @Test
    void explainsClientCredentialsAsTheyAreSent() throws Exception {
        assertGranted(service(OAuth2.clientCredentials()
                .withPlainHttpForLoopbackTestsOnly()
                .tokenEndpoint(at("/token"))
                .client("client-7", canary.secret())));
    }

    @Test
    void explainsAnAssertionAsItIsSent() throws Exception {
        var assertion = JwtAssertion.signedWith("key-1", MockService.jwtBearer().clientKey())
                .withSubject("alice")
                .withScopeClaim();
        assertGranted(service(OAuth2.jwtBearer(assertion)
                .withPlainHttpForLoopbackTestsOnly()
                .tokenEndpoint(at("/token"))
                .client("client-7", canary.secret())
                .withClientAuthentication(ClientAuthentication.CLIENT_SECRET_POST)));
    }

    private void assertGranted(Service<UnattendedFlow> service) throws Exception {
        Explained explained = Explained.of(service.explain());
        var connection = connections.shared(service.connection("Rehearsal"));
        answers(TOKENS);

        connection.authorize().grant();

        assertThat(explained.part("Token request")).isEqualTo(wire.of(taken()));
        assertThat(explained.part("API request")).isEqualTo(wire.of(called(connection)));
        assertThat(explained.part("Refresh request")).isEqualTo(refreshed(connection));
    }

    @Test
    void explainsTheDeviceGrantAsItIsSent() throws Exception {
        var service = service(OAuth2.device()
                .withPlainHttpForLoopbackTestsOnly()
                .deviceAuthorizationEndpoint(at("/device"))
                .tokenEndpoint(at("/token"))
                .publicClient("client-7"));
        Explained explained = Explained.of(service.explain());
        var connection = connections.shared(service.connection("Rehearsal"));
        answers("{\"device_code\":\"d-1\",\"user_code\":\"AB\",\"verification_uri\":\"https://acme.example\"}");
        answers(TOKENS);

        connection.authorize().begin().poll();

        assertThat(explained.part("Device authorization request")).isEqualTo(wire.of(taken()));
        assertThat(explained.part("Token request"))
                .isEqualTo(wire.hiding("device_code", "d-1").of(taken()));
        assertThat(explained.part("Refresh request")).isEqualTo(refreshed(connection));
    }

    @Test
    void explainsThePasswordGrantAsItIsSent() throws Exception {
        var service = service(OAuth2.passwordGrantThatExposesThePassword()
                .withPlainHttpForLoopbackTestsOnly()
                .tokenEndpoint(at("/token"))
                .client("client-7", canary.secret()));
        Explained explained = Explained.of(service.explain());
        answers(TOKENS);

        var connection = connections.shared(service.connection("Rehearsal"));
        connection.authorize().with(new BasicCredential("alice @ home", Secret.of("pass=word")));

        wire.hiding("username", "alice @ home").hiding("password", "pass=word");
        assertThat(explained.part("Token request")).isEqualTo(wire.of(taken()));
        assertThat(explained.part("Refresh request")).isEqualTo(refreshed(connection));
    }

    @Test
    void explainsTokenExchangeAsItIsSent() throws Exception {
        var service = service(OAuth2.tokenExchange()
                .withPlainHttpForLoopbackTestsOnly()
                .tokenEndpoint(at("/token"))
                .client("client-7", canary.secret()));
        Explained explained = Explained.of(service.explain());
        answers(TOKENS);

        var connection = connections.shared(service.connection("Rehearsal"));
        connection.authorize().with(SubjectToken.accessToken(Secret.of("theirs+1")));

        assertThat(explained.part("Token request"))
                .isEqualTo(wire.hiding("subject_token", "theirs+1").of(taken()));
    }

    @Test
    void explainsOAuth1AsItIsSent() throws Exception {
        for (OAuth1.Transmission transmission : OAuth1.Transmission.values()) {
            var service = service(OAuth1.threeLegged()
                    .withPlainHttpForLoopbackTestsOnly()
                    .requestTokenEndpoint(at("/request"))
                    .authorizationEndpoint(at("/authorize"))
                    .tokenEndpoint(at("/token"))
                    .client("key 7", canary.secret())
                    .withTransmission(transmission));
            assertThreeLegs(service.withLinkName("acme_" + transmission.name().toLowerCase(java.util.Locale.ROOT)));
        }
    }

    private void assertThreeLegs(Service<RedirectFlow> service) throws Exception {
        Explained explained = Explained.of(service.explain(REDIRECT));
        var connection = connections.shared(service.connection(service.linkName()));
        answers("oauth_token=t-1&oauth_token_secret=ts-1&oauth_callback_confirmed=true");

        var request = connection.authorize().begin(REDIRECT);
        answers("oauth_token=at-1&oauth_token_secret=ats-1");
        complete(connection, request, "oauth_token=t-1&oauth_verifier=v-1");

        wire.hiding("state", request.state()).hiding("request_token", "t-1").hiding("verifier", "v-1");
        assertThat(explained.part("Before the browser goes")).isEqualTo(wire.of(taken()));
        assertThat(explained.part("Authorization request, opened by the browser"))
                .isEqualTo(wire.of(request.uri()));
        assertThat(explained.part("Token request")).isEqualTo(wire.of(taken()));
    }

    @Test
    void explainsUserNameAndPasswordInEachPlace() throws Exception {
        for (Basic basic : new Basic[] {
            Basic.usernameAndPassword(),
            Basic.usernameAndPassword().inQuery(),
            Basic.fields(Field.text("user", "User"), Field.secret("pass word", "Password"))
                    .inForm()
        }) {
            var service = service(basic).withProbe("POST", "/check?a=b");
            String name = service.authenticationType() + basic.hashCode();
            var names = basic.equals(Basic.usernameAndPassword())
                    ? new String[] {"username", "password"}
                    : basic.form().fields().stream().map(Field::name).toArray(String[]::new);
            wire.hiding(names[0], "alice@x").hiding(names[1], "p+w/d");
            assertProbed(service, name, new BasicCredential("alice@x", Secret.of("p+w/d")));
        }
    }

    @Test
    void explainsKeysInEachPlace() throws Exception {
        for (ApiKey key : new ApiKey[] {
            ApiKey.inHeader("X-Key").withFormat("Token token={key}"),
            ApiKey.inHeader("Authorization").withFormat("Basic {base64({key}:x)}"),
            ApiKey.inQuery("key"),
            ApiKey.inCookie("session")
        }) {
            String name = key.form().fields().get(0).name();
            wire.hiding(name, "k.1-2_3");
            assertProbed(
                    service(key).withProbe("GET", "/check"),
                    "key" + key.hashCode(),
                    ApiKeyCredential.of(Secret.of("k.1-2_3")));
        }
    }

    private <C extends dev.connections.spi.Credential> void assertProbed(
            Service<DirectFlow<C>> service, String name, C credential) throws Exception {
        Explained explained = Explained.of(service.explain());
        server.enqueue(new MockResponse.Builder().code(200).build());

        connections.shared(service.connection(name)).authorize().with(credential);

        assertThat(explained.part("Probe")).isEqualTo(wire.of(taken()));
    }

    private OAuth2.NeedsClient<RedirectFlow> code() {
        return OAuth2.authorizationCode()
                .withPlainHttpForLoopbackTestsOnly()
                .authorizationEndpoint(at("/authorize?kind=web"))
                .tokenEndpoint(at("/token"));
    }

    private <F extends AuthorizationFlow> Service<F> service(CredentialStrategy<?, F> strategy) {
        return Service.custom("Acme")
                .withPlainHttpForLoopbackTestsOnly()
                .resourceServers(at("/api"))
                .authentication(strategy)
                .withHeader("Api-Version", "7")
                .withDefaultScopes("read:a", "write");
    }

    private String at(String path) {
        return "http://127.0.0.1:" + server.getPort() + path;
    }

    private void answers(String body) {
        server.enqueue(new MockResponse.Builder().code(200).body(body).build());
    }

    private RecordedRequest taken() throws InterruptedException {
        RecordedRequest request = server.takeRequest(10, TimeUnit.SECONDS);
        assertThat(request).isNotNull();
        return request;
    }

    private static void complete(
            ManagedConnection<RedirectFlow> connection, AuthorizationRequest request, String parameters) {
        var unused = connection
                .authorize()
                .complete(URI.create(REDIRECT + "&state=" + request.state() + "&" + parameters), request.state());
    }

    private RecordedRequest called(ManagedConnection<?> connection) throws Exception {
        var http = new OkHttpClient.Builder()
                .addInterceptor(CredentialInterceptor.of(connection))
                .build();
        answers("{}");
        http.newCall(new Request.Builder()
                        .url(connection.resolve("").toString())
                        .build())
                .execute()
                .close();
        return taken();
    }

    private String refreshed(ManagedConnection<?> connection) throws Exception {
        answers(TOKENS.replace("r-1", "r-2"));
        clock.advance(Duration.ofHours(2));
        var unused = connection.credentialsFor(URI.create(at("/api")));
        wire.hiding("refresh_token", "r-2");
        return wire.of(taken());
    }

    private String revoked(ManagedConnection<?> connection) throws Exception {
        answers("");
        answers("");
        connection.revoke();
        return wire.of(taken()) + "\n\n" + wire.of(taken());
    }
}
