package dev.connections.oauth.internal.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.connections.ConnectionConfigurationException;
import dev.connections.ConnectionException;
import dev.connections.ConnectionProtocolException;
import dev.connections.ConnectionSecurityException;
import dev.connections.Secret;
import dev.connections.TransientConnectionException;
import dev.connections.oauth.ClientAuthentication;
import dev.connections.oauth.ClientRegistration;
import dev.connections.oauth.RegisteredClient;
import dev.connections.oauth.ScriptedServer;
import java.net.URI;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Registration of a client.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7591#section-3">RFC 7591, section 3</a>
 */
class Rfc7591Section3Test {
    private static final String CALLBACK = "https://app.example.com/callback";
    private static final String METADATA = """
        {"issuer": "https://acme.example", "token_endpoint": "https://acme.example/token",
         "registration_endpoint": "https://acme.example/register"}\
        """;
    private static final String REGISTERED = """
        {"client_id": "s6BhdRkqt3", "client_secret": "ZJYCqe3GGRvdrudKyZS0XhGv_Z45DuKhCUk0gBR1vZk",
         "client_secret_expires_at": 1577858400, "redirect_uris": ["https://app.example.com/callback"],
         "token_endpoint_auth_method": "client_secret_basic",
         "registration_access_token": "this.is.an.access.token.value.ffx83",
         "registration_client_uri": "https://acme.example/register/s6BhdRkqt3"}\
        """;

    private final ScriptedServer server = new ScriptedServer().json(200, METADATA);
    private final ClientRegistration registration =
            ClientRegistration.at("https://acme.example").withName("Acme").withRedirectUris(CALLBACK);

    private ConnectionException refusal() {
        return catchThrowableOfType(ConnectionException.class, () -> registration.register(server));
    }

    @Test
    void registersAClientAndTellsItsSecret() {
        server.json(201, REGISTERED);

        RegisteredClient client = registration.register(server);

        assertThat(client.id()).isEqualTo("s6BhdRkqt3");
        assertThat(client.secret()).contains(Secret.of("ZJYCqe3GGRvdrudKyZS0XhGv_Z45DuKhCUk0gBR1vZk"));
        assertThat(client.secretExpiresAt()).contains(Instant.ofEpochSecond(1577858400));
        assertThat(client.configurationUri()).contains(URI.create("https://acme.example/register/s6BhdRkqt3"));
        assertThat(client.registrationToken()).contains(Secret.of("this.is.an.access.token.value.ffx83"));
        assertThat(client).hasToString("RegisteredClient[s6BhdRkqt3]");
    }

    @Test
    void saysOfTheClientWhatWasStatedAndNothingElse() {
        server.json(201, REGISTERED);

        var unused = registration
                .withScopes("read", "write")
                .withMetadata("client_uri", "https://app.example.com")
                .register(server);

        assertThat(server.calls().get(1).method()).isEqualTo("POST");
        assertThat(server.calls().get(1).uri()).isEqualTo(URI.create("https://acme.example/register"));
        assertThat(server.calls().get(1).contentType()).contains("application/json");
        assertThat(ScriptedServer.headers(server.calls().get(1))).doesNotContainKey("Authorization");
        assertThat(server.calls().get(1).body().orElseThrow().reveal())
                .isEqualTo("{\"grant_types\":[\"authorization_code\",\"refresh_token\"],"
                        + "\"token_endpoint_auth_method\":\"client_secret_basic\",\"client_name\":\"Acme\","
                        + "\"redirect_uris\":[\"https://app.example.com/callback\"],\"scope\":\"read write\","
                        + "\"client_uri\":\"https://app.example.com\"}");
    }

    @Test
    void showsAnInitialAccessTokenAndASoftwareStatement() {
        server.json(201, REGISTERED);

        var unused = registration
                .withInitialAccessToken(Secret.of("initial"))
                .withSoftwareStatement(Secret.of("signed"))
                .register(server);

        assertThat(ScriptedServer.headers(server.calls().get(1))).containsEntry("Authorization", "Bearer initial");
        assertThat(server.calls().get(1).body().orElseThrow().reveal()).endsWith("\"software_statement\":\"signed\"}");
    }

    @Test
    void registersAPublicClientWithoutASecret() {
        server.json(201, "{\"client_id\":\"p\",\"token_endpoint_auth_method\":\"none\"}");

        RegisteredClient client = registration.withoutClientAuthentication().register(server);

        assertThat(client.secret()).isEmpty();
        assertThat(client.id()).isEqualTo("p");
    }

    @Test
    void registersAClientWithItsPublicKeys() {
        server.json(201, "{\"client_id\":\"k\"}");

        RegisteredClient client =
                registration.withPublicKeys("{\"keys\":[{\"kty\":\"EC\"}]}").register(server);

        assertThat(client.secret()).isEmpty();
        assertThat(server.calls().get(1).body().orElseThrow().reveal())
                .contains(
                        "\"token_endpoint_auth_method\":\"private_key_jwt\"", "\"jwks\":{\"keys\":[{\"kty\":\"EC\"}]}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"keys\":[{\"kty\":\"EC\",\"x\":\"public\"},{\"kty\":\"EC\",\"d\":\"s3cr3t\"}]}",
                "{\"keys\":[{\"kty\":\"RSA\",\"p\":\"s3cr3t\"}]}",
                "{\"keys\":[{\"kty\":\"RSA\",\"q\":\"s3cr3t\"}]}",
                "{\"keys\":[{\"kty\":\"RSA\",\"dp\":\"s3cr3t\"}]}",
                "{\"keys\":[{\"kty\":\"RSA\",\"dq\":\"s3cr3t\"}]}",
                "{\"keys\":[{\"kty\":\"RSA\",\"qi\":\"s3cr3t\"}]}",
                "{\"keys\":[{\"kty\":\"RSA\",\"oth\":[{\"r\":\"s3cr3t\"}]}]}",
                "{\"keys\":[{\"kty\":\"oct\",\"k\":\"s3cr3t\"}]}",
                "{\"kty\":\"EC\",\"d\":\"s3cr3t\"}"
            })
    void sendsNoPrivateKey(String keys) {
        var refusal =
                catchThrowableOfType(ConnectionConfigurationException.class, () -> registration.withPublicKeys(keys));

        assertThat(refusal.code()).isEqualTo("private_key_refused");
        assertThat(refusal).hasMessageContaining("remove the private parts").hasMessageNotContaining("s3cr3t");
        assertThat(server.calls()).isEmpty();
    }

    @Test
    void knowsThatASecretMayNeverEnd() {
        server.json(200, REGISTERED.replace("1577858400", "0"));

        assertThat(registration.register(server).secretExpiresAt()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "invalid_redirect_uri, redirect URIs that the server permits",
        "invalid_client_metadata, change what is said of the client",
        "invalid_software_statement, ask its issuer",
        "unapproved_software_statement, whose issuer the server trusts"
    })
    void saysWhatTheServerRefuses(String error, String fix) {
        server.json(400, "{\"error\":\"" + error + "\",\"error_description\":\"not this one\"}");

        ConnectionException refusal = refusal();

        assertThat(refusal)
                .isInstanceOf(ConnectionConfigurationException.class)
                .hasMessageContaining("not this one")
                .hasMessageContaining(fix);
        assertThat(refusal.code()).isEqualTo(error);
        assertThat(refusal.error()).isEqualTo(error);
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 404})
    void asksForAnInitialAccessTokenWhereNotAnybodyMayRegister(int status) {
        server.json(status, "");

        ConnectionException refusal = refusal();

        assertThat(refusal)
                .isInstanceOf(ConnectionConfigurationException.class)
                .hasMessageContaining("withInitialAccessToken");
        assertThat(refusal.code()).isEqualTo("registration_refused");
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 503, 429})
    void triesLaterWhereTheServerCannotAnswer(int status) {
        server.json(status, "<html>");

        ConnectionException refusal = refusal();

        assertThat(refusal).isInstanceOf(TransientConnectionException.class).hasMessageContaining("try again later");
        assertThat(refusal.code()).isEqualTo("registration_unavailable");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"https://app.example.com/callback\"] | \"https://evil.example/callback\"]",
                "callback\"] | callback\", \"https://evil.example\"]",
                "client_secret_basic | client_secret_post",
                "client_secret_basic | none"
            })
    void refusesAClientThatIsNotTheOneAskedFor(String change) {
        String[] parts = change.split(" \\| ", 2);
        server.json(201, REGISTERED.replace(parts[0], parts[1]));

        ConnectionException refusal = refusal();

        assertThat(refusal)
                .isInstanceOf(ConnectionProtocolException.class)
                .hasMessageContaining("have the client \"s6BhdRkqt3\" deleted")
                .hasMessageNotContaining("ZJYCqe3");
        assertThat(refusal.code()).isEqualTo("registration_differs");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[\"https://app.example.com/callback\", \"https://app.example.com/callback\"]",
                "[]",
                "[\"\"]",
                "null"
            })
    void keepsAClientWhoseRedirectUrisAreRepeatedOrLeftOut(String uris) {
        server.json(201, REGISTERED.replace("[\"https://app.example.com/callback\"]", uris));

        assertThat(registration.register(server).id()).isEqualTo("s6BhdRkqt3");
    }

    @Test
    void keepsAClientThatAsksForNoRedirectUris() {
        server.json(201, "{\"client_id\":\"job\",\"client_secret\":\"s\",\"redirect_uris\":[]}");

        RegisteredClient client = ClientRegistration.at("https://acme.example")
                .withGrantTypes("client_credentials")
                .register(server);

        assertThat(client.id()).isEqualTo("job");
    }

    @Test
    void keepsAClientWhoseRegistrationTokenIsAMask() {
        server.json(201, REGISTERED.replace("this.is.an.access.token.value.ffx83", "***"));

        RegisteredClient client = registration.register(server);

        assertThat(client.registrationToken()).isEmpty();
        assertThat(client.secret()).isPresent();
    }

    @Test
    void refusesAMaskInPlaceOfTheSecret() {
        server.json(201, REGISTERED.replace("ZJYCqe3GGRvdrudKyZS0XhGv_Z45DuKhCUk0gBR1vZk", "***"));

        ConnectionException refusal = refusal();

        assertThat(refusal).isInstanceOf(ConnectionProtocolException.class).hasMessageContaining("a mask in its place");
        assertThat(refusal.code()).isEqualTo("registration_malformed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "[]", "{}", "{\"client_id\":\"c\"}", "{\"client_id\":5,\"client_secret\":\"s\"}", "<html>"})
    void refusesAnAnswerThatIsNone(String answer) {
        server.json(201, answer);

        ConnectionException refusal = refusal();

        assertThat(refusal)
                .isInstanceOf(ConnectionProtocolException.class)
                .hasMessageContaining("report it to the service");
        assertThat(refusal.code()).isEqualTo("registration_malformed");
    }

    @Test
    void sendsNothingToTheMetadataOfAnotherIssuer() {
        var other = new ScriptedServer()
                .json(200, METADATA.replace("\"https://acme.example\"", "\"https://evil.example\""));

        var refusal = catchThrowableOfType(ConnectionException.class, () -> registration.register(other));

        assertThat(refusal).isInstanceOf(ConnectionSecurityException.class);
        assertThat(refusal.code()).isEqualTo("issuer_mismatch");
        assertThat(other.calls()).hasSize(1);
    }

    @Test
    void saysThatTheServerRegistersNobody() {
        var closed = new ScriptedServer().json(200, METADATA.replace("registration_endpoint", "other_endpoint"));

        var refusal = catchThrowableOfType(ConnectionException.class, () -> registration.register(closed));

        assertThat(refusal.code()).isEqualTo("registration_unsupported");
        assertThat(refusal).hasMessageContaining("on the service's own pages");
    }

    @Test
    void keepsToPublicAddressesWhereTheEndpointIsOfAnotherHost() {
        var elsewhere = new ScriptedServer()
                .json(200, METADATA.replace("acme.example/register", "register.example.net"))
                .json(201, REGISTERED);

        var unused = registration.register(elsewhere);

        assertThat(elsewhere.guardedCalls()).hasSize(1);
    }

    @Test
    void refusesACodeGrantWithoutARedirectUriBeforeItAsks() {
        var refusal = catchThrowableOfType(
                ConnectionConfigurationException.class,
                () -> ClientRegistration.at("https://acme.example").register(server));

        assertThat(refusal.code()).isEqualTo("redirect_uri_missing");
        assertThat(refusal).hasMessageContaining("withRedirectUris");
        assertThat(server.calls()).isEmpty();
    }

    @Test
    void needsNoRedirectUriForAJob() {
        server.json(201, "{\"client_id\":\"job\",\"client_secret\":\"s\"}");

        RegisteredClient client = ClientRegistration.at("https://acme.example")
                .withGrantTypes("client_credentials")
                .withClientAuthentication(ClientAuthentication.CLIENT_SECRET_BASIC)
                .register(server);

        assertThat(client.id()).isEqualTo("job");
    }

    @Test
    void refusesAnIssuerThatIsNotHttps() {
        var refusal = catchThrowableOfType(
                ConnectionConfigurationException.class, () -> ClientRegistration.at("http://acme.example"));

        assertThat(refusal.code()).isEqualTo("endpoint_not_https");
        assertThat(registration).hasToString("ClientRegistration[https://acme.example]");
    }
}
