package dev.connections.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connections.ConnectionException;
import dev.connections.Connections;
import dev.connections.ManagedConnection;
import dev.connections.ReauthorizationRequiredException;
import dev.connections.RedirectFlow;
import dev.connections.Service;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Providers without one of their entry's knobs: what is left no longer gets through. So the mocks do not read the entries,
 * and each knob is there for a reason.
 */
class ProviderKnobsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ALICE = "alice@example.com";

    /** Whose tokens end, and say when. */
    private static final Set<ProviderMock> ENDING = EnumSet.complementOf(EnumSet.of(
            ProviderMock.GITHUB,
            ProviderMock.SLACK,
            ProviderMock.SALESFORCE,
            ProviderMock.NOTION,
            ProviderMock.STRIPE,
            ProviderMock.FACEBOOK));

    @RegisterExtension
    private final SecretCanary canary = SecretCanary.planted();

    private final MutableClock clock = MutableClock.at("2026-11-20T08:00:00Z");
    private final Connections connections = Connections.builder().clock(clock).build();
    private MockService<RedirectFlow> provider = MockService.authorizationCode();

    @AfterEach
    void close() {
        connections.close();
        provider.close();
    }

    @ParameterizedTest
    @EnumSource
    void getsThroughWithAllItsKnobs(ProviderMock mock) {
        assertThatCode(() -> live(mock, "/nothing")).doesNotThrowAnyException();
    }

    @ParameterizedTest(name = "{0} without {1}")
    @CsvSource({
        "ZOHO,       /authentication/settings/scope_delimiter",
        "ZOHO,       /authentication/settings/authorization_header",
        "ZOHO,       /authentication/settings/captures",
        "ZOHO,       /authentication/settings/authorization_parameters/access_type",
        "ZOHO,       /authentication/settings/client_authentication",
        "GITHUB,     /authentication/settings/client_authentication",
        "HUBSPOT,    /authentication/settings/client_authentication",
        "SHOPIFY,    /authentication/settings/client_authentication",
        "ATLASSIAN,  /authentication/settings/client_authentication",
        "LINKEDIN,   /authentication/settings/client_authentication",
        "FACEBOOK,   /authentication/settings/client_authentication",
        "TIKTOK,     /authentication/settings/client_authentication",
        "GOOGLE,     /authentication/settings/authorization_parameters/access_type",
        "MICROSOFT,  /authentication/settings/added_scopes",
        "SLACK,      /authentication/settings/scope_delimiter",
        "SLACK,      /authentication/settings/pkce",
        "SLACK,      /authentication/settings/token_response/token_types",
        "SALESFORCE, /authentication/settings/captures",
        "SHOPIFY,    /authentication/settings/scope_delimiter",
        "SHOPIFY,    /authentication/settings/token_header",
        "NOTION,     /authentication/settings/authorization_parameters",
        "NOTION,     /authentication/settings/token_request/format",
        "NOTION,     /headers",
        "ATLASSIAN,  /authentication/settings/authorization_parameters/audience",
        "ATLASSIAN,  /authentication/settings/authorization_parameters/prompt",
        "DROPBOX,    /authentication/settings/authorization_parameters",
        "LINKEDIN,   /authentication/settings/pkce",
        "TIKTOK,     /authentication/settings/scope_delimiter",
        "TIKTOK,     /authentication/settings/authorization_request/rename",
        "TIKTOK,     /authentication/settings/authorization_request/raw_scopes",
        "TIKTOK,     /authentication/settings/token_request"
    })
    void isRefusedWithoutAKnob(ProviderMock mock, String knob) {
        assertThatCode(() -> live(mock, knob))
                .isInstanceOfAny(ConnectionException.class, IllegalStateException.class, Refused.class);
    }

    @ParameterizedTest
    @EnumSource(names = {"NOTION", "QUICKBOOKS", "X", "PAYPAL", "AIRTABLE"})
    void isRefusedWithTheSecretInTheBody(ProviderMock mock) {
        provider = mock.start().timedBy(clock);

        assertThatThrownBy(() -> authorize(changed("client_authentication", "client_secret_post"), mock))
                .isInstanceOf(ConnectionException.class)
                .hasMessageContaining("client");
    }

    @ParameterizedTest
    @CsvSource({"ZOHO, error_meanings", "ATLASSIAN, error_meanings", "X, error_meanings"})
    void takesTheEndOfAGrantForSomethingElse(ProviderMock mock, String knob) throws Exception {
        provider = mock.start().timedBy(clock);
        var connection = authorize(without("/authentication/settings/token_response/" + knob), mock);
        provider.revokeAtService(ALICE);
        clock.advance(Duration.ofDays(61));

        assertThatThrownBy(() -> use(connection))
                .isInstanceOf(ConnectionException.class)
                .isNotInstanceOf(ReauthorizationRequiredException.class);
    }

    private ManagedConnection<RedirectFlow> authorize(Service<RedirectFlow> service, ProviderMock mock) {
        ManagedConnection<RedirectFlow> connection =
                connections.shared(service.connection("Mine").withScopes(mock.scopes()));
        provider.approve(connection, ALICE);
        return connection;
    }

    /** Authorizes, asks for something, and asks again when the token has ended. */
    private void live(ProviderMock mock, String withoutKnob) throws Exception {
        provider = mock.start().timedBy(clock);
        var connection = authorize(without(withoutKnob), mock);
        use(connection);
        if (ENDING.contains(mock)) {
            clock.advance(Duration.ofDays(61));
            use(connection);
        }
    }

    private Service<RedirectFlow> changed(String setting, String value) throws JsonProcessingException {
        var document = (ObjectNode) JSON.readTree(provider.service().toJson());
        ((ObjectNode) document.at("/authentication/settings")).put(setting, value);
        return read(document);
    }

    private Service<RedirectFlow> without(String knob) throws JsonProcessingException {
        var document = (ObjectNode) JSON.readTree(provider.service().toJson());
        int name = knob.lastIndexOf('/');
        if (document.at(knob.substring(0, name)) instanceof ObjectNode parent && name > 0) {
            assertThat(parent.remove(knob.substring(name + 1))).as(knob).isNotNull();
        } else if (!knob.equals("/nothing")) {
            assertThat(document.remove(knob.substring(1))).as(knob).isNotNull();
        }
        return read(document);
    }

    @SuppressWarnings("unchecked") // every provider here has a redirect flow
    private Service<RedirectFlow> read(ObjectNode document) {
        return (Service<RedirectFlow>)
                Service.fromJson(document.toString(), Map.of("client_secret", provider.clientSecret()));
    }

    private static void use(ManagedConnection<RedirectFlow> connection) throws Exception {
        URI target = connection.resolve("leads");
        var request = HttpRequest.newBuilder(target);
        connection.credentialsFor(target).revealHeaders().forEach(request::header);
        HttpResponse<String> response =
                HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new Refused(response.statusCode());
        }
    }

    /** What an application would see. */
    private static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;

        Refused(int status) {
            super("HTTP " + status);
        }
    }
}
