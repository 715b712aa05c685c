package dev.connections.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.connections.AuthorizationStatus;
import dev.connections.ConnectionConfigurationException;
import dev.connections.ConnectionException;
import dev.connections.ConnectionSecurityException;
import dev.connections.Connections;
import dev.connections.ManagedConnection;
import dev.connections.RedirectFlow;
import dev.connections.testing.MockOpenIdProvider;
import dev.connections.testing.MockService;
import dev.connections.testing.MockService.Endpoint;
import dev.connections.testing.MockService.Fault;
import dev.connections.testing.MockService.ReceivedRequest;
import dev.connections.testing.OpenIdVariant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * User info names the account where the ID token does not, and is believed of the ID token's user alone.
 *
 * @see <a href="https://openid.net/specs/openid-connect-core-1_0.html#UserInfo">OpenID Connect Core, section 5.3</a>
 */
class UserInfoTest {
    @RegisterExtension
    final MockOpenIdProvider acme = MockService.openIdConnect();

    private final Connections connections = Connections.inMemory();

    @BeforeEach
    void nameUsersThere() {
        acme.namingUsersInUserInfoOnly();
    }

    @AfterEach
    void close() {
        connections.close();
    }

    private ManagedConnection<RedirectFlow> connection() {
        return connections.shared(acme.service().connection("Acme"));
    }

    private String approvedName() {
        return acme.approve(connection(), "alice").account().orElseThrow().name();
    }

    private ReceivedRequest last() {
        return acme.requests().get(acme.requests().size() - 1);
    }

    /** oidcc-client-test-userinfo-bearer-header. */
    @Test
    void namesTheAccountAfterUserInfo() {
        assertThat(approvedName()).isEqualTo("alice");
        assertThat(last().path()).isEqualTo("/userinfo");
        assertThat(last().carried(acme.secretOf("alice"))).isTrue();
        assertThat(last().parameters()).isEmpty();
    }

    @Test
    void asksForNoUserInfoWhereTheIdTokenNamesTheUser() {
        MockOpenIdProvider talkative = MockService.openIdConnect();
        try (talkative) {
            var unused =
                    talkative.approve(connections.shared(talkative.service().connection("Talkative")), "alice");

            assertThat(talkative.requests()).extracting(ReceivedRequest::path).doesNotContain("/userinfo");
        }
    }

    /** -userinfo-signed. */
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.MATCH_ALL, names = "KEYS_ROTATED|NO_KEY_ID")
    void readsSignedUserInfo(OpenIdVariant variant) {
        acme.signingUserInfo();
        acme.answerNext(variant);

        assertThat(approvedName()).isEqualTo("alice");
    }

    /** -userinfo-invalid-sub: discarded, and nothing is asked for afterwards. */
    @ParameterizedTest
    @EnumSource(names = {"USER_INFO_OF_ANOTHER", "USER_INFO_OF_NOBODY"})
    void refusesWhatIsSaidOfAnotherUser(OpenIdVariant defect) {
        ManagedConnection<RedirectFlow> connection = connection();
        acme.answerNext(defect);

        var refusal = catchThrowableOfType(ConnectionException.class, () -> acme.approve(connection, "alice"));

        assertThat(refusal)
                .isInstanceOf(ConnectionSecurityException.class)
                .hasMessageContaining("begin the authorization");
        assertThat(refusal.code()).isEqualTo("subject_differs");
        assertThat(connection.authorization().status()).isEqualTo(AuthorizationStatus.DISCONNECTED);
        assertThat(last().path()).isEqualTo("/userinfo");
    }

    @Test
    void refusesSignedUserInfoOfAnotherUser() {
        acme.signingUserInfo();
        acme.answerNext(OpenIdVariant.USER_INFO_OF_ANOTHER);

        var refusal = catchThrowableOfType(ConnectionException.class, this::approvedName);

        assertThat(refusal.code()).isEqualTo("subject_differs");
    }

    @Test
    void refusesUserInfoThatSomebodyElseSigned() {
        acme.signingUserInfo();
        acme.answerNext(OpenIdVariant.USER_INFO_SIGNED_BY_SOMEBODY_ELSE);

        var refusal = catchThrowableOfType(ConnectionException.class, this::approvedName);

        assertThat(refusal).isInstanceOf(ConnectionSecurityException.class).hasMessageContaining("report it");
        assertThat(refusal.code()).isEqualTo("user_info_signature");
    }

    @ParameterizedTest
    @EnumSource(names = {"UNAVAILABLE", "RATE_LIMITED", "HTML", "EMPTY", "RESET_AFTER_COMMIT"})
    void numbersTheAccountWhereNobodyAnswers(Fault fault) {
        acme.failNext(Endpoint.USER_INFO, fault);

        assertThat(approvedName()).isEqualTo("Mock service Account 1");
    }

    @Test
    void refusesAnEndpointWithoutAnIdToken() {
        var refusal = catchThrowableOfType(ConnectionConfigurationException.class, () -> {
            var unused = OAuth2.authorizationCode()
                    .issuer("https://acme.example")
                    .publicClient("client-id")
                    .withUserInfoEndpoint("https://acme.example/userinfo");
        });

        assertThat(refusal.code()).isEqualTo("option_not_applicable");
        assertThat(refusal).hasMessageContaining("say withOpenIdConnect first");
    }
}
