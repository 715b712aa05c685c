package dev.connections.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.connections.AuthorizationStatus;
import dev.connections.ConnectionException;
import dev.connections.Connections;
import dev.connections.ManagedConnection;
import dev.connections.ReauthorizationRequiredException;
import dev.connections.RedirectFlow;
import dev.connections.Secret;
import dev.connections.Service;
import dev.connections.http.CredentialInterceptor;
import dev.connections.oauth.OAuth1.Signature;
import dev.connections.oauth.OAuth1.Transmission;
import dev.connections.testing.MockService;
import dev.connections.testing.MockService.Endpoint;
import dev.connections.testing.MutableClock;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import okhttp3.FormBody;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Requests that a strict service checks the signature of (RFC 5849, section 3). */
class OAuth1SigningTest {
    private static final String ALICE = "alice@example.com";
    private static final String TARGET = "photos?file=a%20b+c&file=%2B&size=&tilde=~*";

    @RegisterExtension
    final MockService<RedirectFlow> photos = MockService.oauth1();

    private final MutableClock clock = MutableClock.at("2026-01-01T00:00:00Z");
    private final Connections connections =
            Connections.builder().clock(clock).ticker(clock).build();

    @AfterEach
    void close() {
        connections.close();
    }

    private ManagedConnection<RedirectFlow> connection(Signature signature, Transmission transmission) {
        Secret secret = signature == Signature.RSA_SHA1 ? photos.clientKey() : photos.clientSecret();
        photos.timedBy(clock);
        ManagedConnection<RedirectFlow> connection = connections.shared(Service.custom("Photos")
                .withPlainHttpForLoopbackTestsOnly()
                .resourceServers(photos.resource("").toString())
                .authentication(OAuth1.threeLegged()
                        .withPlainHttpForLoopbackTestsOnly()
                        .requestTokenEndpoint(photos.endpoint(Endpoint.REQUEST_TOKEN) + "?version=1")
                        .authorizationEndpoint(
                                photos.endpoint(Endpoint.AUTHORIZATION).toString())
                        .tokenEndpoint(photos.endpoint(Endpoint.TOKEN).toString())
                        .client(photos.clientId(), secret)
                        .withSignature(signature)
                        .withTransmission(transmission)
                        .withRequestTokenParameter("scope", "read,write all"))
                .connection("Photos"));
        photos.approve(connection, ALICE);
        return connection;
    }

    private ManagedConnection<RedirectFlow> connection() {
        return connection(Signature.HMAC_SHA1, Transmission.HEADER);
    }

    private static int status(ManagedConnection<RedirectFlow> connection, Request.Builder request) {
        OkHttpClient http = new OkHttpClient.Builder()
                .addInterceptor(CredentialInterceptor.of(connection))
                .build();
        try (Response response = http.newCall(request.build()).execute()) {
            return response.code();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private Request.Builder to(String path) {
        return new Request.Builder().url(photos.resource(path).toString());
    }

    @ParameterizedTest
    @CsvSource({
        "HMAC_SHA1, HEADER",
        "HMAC_SHA256, HEADER",
        "RSA_SHA1, HEADER",
        "PLAINTEXT, HEADER",
        "HMAC_SHA1, QUERY",
        "RSA_SHA1, QUERY",
        "PLAINTEXT, QUERY",
    })
    void signsAQueryThatMustBeEncoded(Signature signature, Transmission transmission) {
        assertThat(status(connection(signature, transmission), to(TARGET))).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"HMAC_SHA1, HEADER", "HMAC_SHA1, QUERY", "HMAC_SHA1, FORM", "HMAC_SHA256, FORM", "PLAINTEXT, FORM"})
    void signsAFormBody(Signature signature, Transmission transmission) {
        RequestBody form = new FormBody.Builder()
                .add("title", "a b+c&d")
                .add("title", "ü")
                .add("empty", "")
                .build();

        assertThat(status(connection(signature, transmission), to(TARGET).post(form)))
                .isEqualTo(200);
    }

    @Test
    void signsNothingOfABodyThatIsNoForm() {
        RequestBody json = RequestBody.create("a=b", MediaType.get("application/json"));

        assertThat(status(connection(), to("photos").put(json))).isEqualTo(200);
    }

    @Test
    void signsAFormWhoseTypeIsGivenByAHeaderAlone() {
        RequestBody untyped = RequestBody.create("a=b", null);
        Request.Builder request = to("photos")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .post(untyped);

        assertThat(status(connection(), request)).isEqualTo(200);
    }

    @Test
    void signsTheFormOfADelete() {
        RequestBody form = new FormBody.Builder().add("id", "7").build();

        assertThat(status(connection(), to("photos").delete(form))).isEqualTo(200);
    }

    @Test
    void isNoticedWhenAnythingSignedIsChanged() {
        ManagedConnection<RedirectFlow> connection = connection();
        URI signed = photos.resource("photos?size=small");
        String header = connection.credentialsFor("GET", signed).revealHeaders().get("Authorization");

        int changed = send(to("photos?size=large").header("Authorization", header));

        assertThat(changed).isEqualTo(401);
        assertThat(send(to("photos?size=small").header("Authorization", header)))
                .isEqualTo(200);
    }

    private static int send(Request.Builder request) {
        try (Response response = new OkHttpClient().newCall(request.build()).execute()) {
            return response.code();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void signsEveryRequestWithAnotherNonce() {
        ManagedConnection<RedirectFlow> connection = connection();
        URI target = photos.resource("photos");

        assertThat(connection.credentialsFor("GET", target).revealHeaders())
                .isNotEqualTo(connection.credentialsFor("GET", target).revealHeaders());
    }

    @Test
    void needsTheMethodAndForAFormTheBody() {
        ManagedConnection<RedirectFlow> connection = connection();
        URI target = photos.resource("photos");

        ConnectionException method =
                catchThrowableOfType(ConnectionException.class, () -> connection.credentialsFor(target));
        ConnectionException body =
                catchThrowableOfType(ConnectionException.class, () -> connection.credentialsFor("POST", target));

        assertThat(method.code()).isEqualTo("method_required");
        assertThat(body.code()).isEqualTo("body_required");
        assertThat(body).hasMessageContaining("interceptor");
        assertThat(connection.credentialsFor("DELETE", target).revealHeaders()).containsKey("Authorization");
    }

    @Test
    void needsNoBodyWhereNothingIsSigned() {
        ManagedConnection<RedirectFlow> connection = connection(Signature.PLAINTEXT, Transmission.HEADER);

        assertThat(connection.credentialsFor("POST", photos.resource("photos")).revealHeaders())
                .containsKey("Authorization");
    }

    @Test
    void asksForReauthorizationWhenTheServiceRefusesTheToken() {
        ManagedConnection<RedirectFlow> connection = connection();
        photos.revokeAtService(ALICE);

        ReauthorizationRequiredException refusal = reauthorization(() -> status(connection, to("photos")));

        assertThat(refusal).hasMessageContaining("reconnect()");
        assertThat(connection.authorization().status()).isEqualTo(AuthorizationStatus.REAUTHORIZATION_REQUIRED);
    }

    private static ReauthorizationRequiredException reauthorization(Runnable call) {
        IllegalStateException failure = catchThrowableOfType(IllegalStateException.class, call::run);
        return (ReauthorizationRequiredException) failure.getCause().getCause();
    }

    @Test
    void servesYearsWithoutAskingAnybody() {
        ManagedConnection<RedirectFlow> connection = connection();
        clock.advance(Duration.ofDays(3650));

        assertThat(status(connection, to("photos"))).isEqualTo(200);
        assertThat(photos.tokenRequests()).hasSize(1);
    }

    @Test
    void keepsTheTokenWhenOnlyTheClockIsWrong() {
        ManagedConnection<RedirectFlow> connection = connection();
        MutableClock theirs = MutableClock.at("2026-01-01T01:00:00Z");
        photos.timedBy(theirs);

        int refused = status(connection, to("photos"));
        photos.timedBy(clock);

        assertThat(refused).isEqualTo(401);
        assertThat(connection.authorization().status()).isEqualTo(AuthorizationStatus.ACTIVE);
        assertThat(status(connection, to("photos"))).isEqualTo(200);
    }

    @Test
    void carriesNoSecretOfItsOwn() {
        ManagedConnection<RedirectFlow> connection = connection(Signature.HMAC_SHA256, Transmission.HEADER);

        var unused = status(connection, to("photos"));

        List<MockService.ReceivedRequest> received = photos.resourceRequests();
        assertThat(received).hasSize(1);
        assertThat(received.get(0).carried(photos.clientSecret())).isFalse();
        assertThat(received.get(0).carried(photos.secretOf(ALICE))).isTrue();
    }
}
