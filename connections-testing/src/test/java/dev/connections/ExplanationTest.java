package dev.connections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.connections.oauth.Capture;
import dev.connections.oauth.OAuth2;
import dev.connections.oauth.TokenRequestFormat;
import dev.connections.spi.Credential;
import dev.connections.spi.CredentialForm;
import dev.connections.spi.DirectStrategy;
import dev.connections.spi.OutgoingRequest;
import dev.connections.spi.StrategyProvider;
import dev.connections.testing.MockService;
import dev.connections.testing.SecretCanary;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What an explanation says beside the requests, and what it never says (RULES F6, F34). */
class ExplanationTest {
    private static final String REDIRECT = "https://app.example.com/callback";

    @RegisterExtension
    private final SecretCanary canary = SecretCanary.planted();

    @RegisterExtension
    final MockService<RedirectFlow> mock = MockService.authorizationCode();

    private OAuth2.NeedsClient<RedirectFlow> code() {
        return OAuth2.authorizationCode()
                .authorizationEndpoint("https://acme.example/authorize")
                .tokenEndpoint("https://acme.example/token");
    }

    private static <F extends AuthorizationFlow> Service<F> service(
            dev.connections.spi.CredentialStrategy<?, F> strategy) {
        return Service.custom("Acme")
                .resourceServers("https://api.acme.example")
                .authentication(strategy);
    }

    @Test
    void beginsWithWhatIsNeededBeforeConnecting() {
        String needs = Explained.of(
                        service(code().client("id", canary.secret()).withConsole("https://acme.example/apps"))
                                .withDefaultScopes("read", "write")
                                .explain(REDIRECT))
                .part("Before you connect");

        assertThat(needs.lines())
                .containsExactly(
                        "- an account at Acme",
                        "- a client registered there, at https://acme.example/apps, with client id and client secret",
                        "- this redirect URI, registered there exactly as it is here: " + REDIRECT,
                        "- scopes to enable there: read, write");
    }

    @Test
    void saysWhereTheRedirectUriGoesUntilThereIsOne() {
        var explained = Explained.of(service(code().publicClient("id")).explain());

        assertThat(explained.part("Before you connect")).contains("here: <redirect_uri>, the one that begin(…) gets");
        assertThat(explained.part("Authorization request, opened by the browser"))
                .contains("&redirect_uri=<redirect_uri>&");
    }

    @Test
    void refusesARedirectUriThatNoServiceTakes() {
        var refused = catchThrowableOfType(
                ConnectionConfigurationException.class,
                () -> service(code().publicClient("id")).explain("http://app.example.com/callback"));

        assertThat(refused.code()).isEqualTo("redirect_uri_malformed");
        assertThat(refused).hasMessageContaining("write an https URI");
    }

    @Test
    void namesWhatAPersonIsAskedFor() {
        String needs =
                Explained.of(service(Basic.usernameAndPassword()).explain()).part("Before you connect");

        assertThat(needs).contains("- from there: User name, Password");
    }

    @Test
    void namesEachOptionThatDiffersWithItsMember() {
        String differs = Explained.of(service(code().client("id", canary.secret())
                                .withScopeDelimiter(",")
                                .withTokenRequest(TokenRequestFormat.json().renaming("client_id", "key"))
                                .withDeviationNoPkce("it answers 400", "https://acme.example/docs"))
                        .explain())
                .part("What differs from the standard, and the option that says so");

        assertThat(differs.lines())
                .containsExactly(
                        "- withScopeDelimiter, in JSON scope_delimiter: \",\"",
                        "- withTokenRequest(TokenRequestFormat).json(), in JSON token_request.format: \"json\"",
                        "- withTokenRequest(TokenRequestFormat).renaming, in JSON token_request.rename:"
                                + " {\"client_id\":\"key\"}",
                        "- withDeviationNoPkce, in JSON pkce: {\"method\":\"off\"}",
                        "  because it answers 400 (https://acme.example/docs)");
    }

    @Test
    void saysNothingOfDifferencesWhereThereAreNone() {
        assertThat(service(code().client("id", canary.secret())).explain()).doesNotContain("What differs");
    }

    @Test
    void asksNobodyForWhatIsNotDiscoveredYet() {
        var service = OAuth2.authorizationCode()
                .withPlainHttpForLoopbackTestsOnly()
                .issuer(mock.issuer().toString())
                .publicClient(mock.publicClientId());

        var explained = Explained.of(service(service).explain());

        assertThat(mock.requests()).isEmpty();
        assertThat(explained.part("Before the browser goes"))
                .startsWith("GET /.well-known/")
                .contains("not discovered yet");
        assertThat(explained.part("Refresh request")).startsWith("(not discovered yet");
        assertThat(explained.part("API request")).contains("Authorization: Bearer <access_token>");
    }

    @Test
    void explainsWhatWasDiscovered() {
        var service = mock.service();
        var discovering = Service.custom("Acme")
                .withPlainHttpForLoopbackTestsOnly()
                .resourceServers(mock.resource("").toString())
                .authentication(OAuth2.authorizationCode()
                        .withPlainHttpForLoopbackTestsOnly()
                        .issuer(mock.issuer().toString())
                        .client(mock.clientId(), mock.clientSecret()));
        try (Connections connections = Connections.inMemory()) {
            var connection = connections.shared(discovering.connection("Acme"));
            connection.authorize().begin("http://127.0.0.1/callback");

            var explained = Explained.of(connection.definition().service().explain("http://127.0.0.1/callback"));

            assertThat(explained.part("Token request")).startsWith("POST /token HTTP/1.1");
            assertThat(service.explain()).doesNotContain("not discovered");
        }
    }

    @Test
    void checksARehearsedIdTokenAsARealOne() {
        var service = service(code().client("id", canary.secret())
                .withIssuer("https://acme.example")
                .withOpenIdConnect("https://acme.example/keys")
                .withUserInfoEndpoint("https://acme.example/me"));

        String tokens = Explained.of(service.explain()).part("Token request");

        assertThat(tokens).contains("GET /keys HTTP/1.1").contains("GET /me HTTP/1.1");
        assertThat(tokens).doesNotContain("not rehearsed");
    }

    @Test
    void holdsNoSecretOfAnyKind() {
        var signing = MockService.jwtBearer();
        String all = service(code().client("id", canary.secret())).explain()
                + mock.service().explain(REDIRECT)
                + signing.service().explain()
                + MockService.oauth1().service().explain()
                + service(new Keyed(canary.secret())).explain();

        assertThat(all)
                .doesNotContain(canary.secret().reveal())
                .doesNotContain(mock.clientSecret().reveal())
                .doesNotContain(base64(canary.secret().reveal()))
                .doesNotContain(URLEncoder.encode(mock.clientSecret().reveal(), StandardCharsets.UTF_8))
                .doesNotContainPattern("eyJ[A-Za-z0-9_-]{20,}");
        signing.close();
    }

    @Test
    void showsOpenInputsByTheirNames() {
        Input shop = Input.text("shop", "Shop");
        var explained = Explained.of(Service.custom("Shops")
                .resourceServers("https://" + shop.place() + ".shops.example")
                .authentication(ApiKey.inHeader("X-Key"))
                .withInputs(shop)
                .explain());

        assertThat(explained.part("API request")).contains("Host: {shop}.shops.example");
        assertThat(explained.part("Before you connect")).contains("- asked for when connecting: Shop");
    }

    @Test
    void saysWhatToGiveForAnInputAndThatItsHostIsPublic() {
        Input host = Input.anyHost("host", "Server").withExample("git.acme.example");
        Input team = Input.oneOf("team", "Team", "red", "blue").withDefault("red");
        String needs = Explained.of(Service.custom("Git")
                        .resourceServers("https://" + host.place() + "/" + team.place())
                        .authentication(ApiKey.inHeader("X-Key"))
                        .withInputs(host, team)
                        .explain())
                .part("Before you connect");

        assertThat(needs)
                .contains(
                        "- asked for when connecting: Server (give a public host name in lower case, without https://,"
                                + " port and path, for example git.acme.example)",
                        "- asked for when connecting: Team (give one of [red, blue]; red unless you say)",
                        "- its hosts are at public addresses: others are refused");
    }

    @Test
    void showsACapturedHostByItsName() {
        var capturing = OAuth2.clientCredentials()
                .tokenEndpoint("https://acme.example/token")
                .client("id", canary.secret())
                .withCapture(Capture.fromTokenResponse("/instance_url")
                        .withHost("*.acme.example")
                        .withResourceServer());

        assertThat(Explained.of(service(capturing).explain()).part("API request"))
                .contains("Host: <instance_url>.acme.example");
    }

    @Test
    void runsTheCodeOfAStrategyOfOnesOwn() {
        String request =
                Explained.of(service(new Keyed(canary.secret())).explain()).part("API request");

        assertThat(request).isEqualTo("""
                GET / HTTP/1.1
                Host: api.acme.example
                X-Key: <key_id>
                X-Shared: base64(<key_id>:<shared>)""");
    }

    @Test
    void hidesASecretHoweverItIsWritten() {
        Secret secret = Secret.of("CANARY ab\"c\\d~*/+?>~" + canary.secret().reveal());
        String plain = secret.reveal();
        String form = URLEncoder.encode(plain, StandardCharsets.UTF_8);
        String uri = form.replace("+", "%20").replace("*", "%2A").replace("%7E", "~");
        String url = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(("xy" + plain + "z").getBytes(StandardCharsets.UTF_8));
        String text = String.join(
                " ",
                form,
                uri,
                Pattern.compile("%..")
                        .matcher(uri)
                        .replaceAll(escape -> escape.group().toLowerCase(Locale.ROOT)),
                "{\"key\":\"" + plain.replace("\\", "\\\\").replace("\"", "\\\"") + "\"}",
                HexFormat.of().formatHex(plain.getBytes(StandardCharsets.UTF_8)),
                "/v1/" + base64("a:" + plain),
                URLEncoder.encode(base64(plain), StandardCharsets.UTF_8),
                url);

        String shown = shown(Map.of("shared", secret), text);

        assertThat(shown).contains("X-Shared: <shared> <shared> <shared> {\"key\":\"<shared>\"} <shared> /v1/");
        assertThat(shown)
                .doesNotContain("CANARY", "ab%22c", "ab\\\"c", "CANARY".toLowerCase(Locale.ROOT) + "%20")
                .doesNotContain(HexFormat.of().formatHex("CANARY".getBytes(StandardCharsets.UTF_8)))
                .doesNotContain(url.substring(8, 20))
                .doesNotContain(base64(plain).substring(4, 16))
                .doesNotContain(base64("a:" + plain).substring(4, 16));
    }

    @Test
    void hidesTheLongerOfTwoSecretsOfWhichOneHoldsTheOther() {
        var secrets = Map.of("a", Secret.of("CANARY-pass"), "b", Secret.of("CANARY-pass-phrase"));

        assertThat(shown(secrets, "CANARY-pass-phrase CANARY-pass")).contains("X-Shared: <b> <a>");
        assertThat(shown(Map.of("pass", Secret.of("pass")), "pass")).contains("X-Shared: <pass>");
    }

    private static String shown(Map<String, Secret> secrets, String header) {
        return Explained.of(service(new Writing(secrets, header)).explain()).part("API request");
    }

    @Test
    void endsWhereAStrategyOfOnesOwnBreaks() {
        Service<?> broken = service(new Writing(Map.of(), "x") {
            @Override
            public void apply(Key credential, OutgoingRequest request) {
                throw new NumberFormatException(canary.secret().reveal());
            }
        });
        Service<?> withoutFlow = service(new Writing(Map.of(), "x") {
            @Override
            public CredentialForm<Key> form() {
                throw new IllegalStateException(canary.secret().reveal());
            }
        });

        assertThat(Explained.of(broken.explain()).part("API request"))
                .isEqualTo("(not rehearsed further: the strategy ended with java.lang.NumberFormatException;"
                        + " it can say how it is rehearsed with rehearsal())");
        assertThat(Explained.of(withoutFlow.explain()).part("Before connecting"))
                .contains("ended with java.lang.IllegalStateException");
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A key of a user's. */
    record Key(String keyId) implements Credential {}

    /** A strategy with a secret of its own that knows nothing of explanations. */
    record Keyed(Secret shared) implements DirectStrategy<Key> {
        @Override
        public String authenticationType() {
            return "example.keyed";
        }

        @Override
        public CredentialForm<Key> form() {
            return CredentialForm.text("key_id", "Key ID", Key::keyId).into(values -> new Key(values.text("key_id")));
        }

        @Override
        public void apply(Key credential, OutgoingRequest request) {
            request.header("X-Key", credential.keyId())
                    .header("X-Shared", base64(credential.keyId() + ":" + shared.reveal()));
        }

        @Override
        public StrategyProvider.Settings settings() {
            return StrategyProvider.Settings.of(1, "{\"shared\":{\"secret\":\"shared\"}}", Map.of("shared", shared));
        }
    }

    /** A strategy that writes secrets its own way. */
    static class Writing implements DirectStrategy<Key> {
        private final Map<String, Secret> secrets;
        private final String text;

        Writing(Map<String, Secret> secrets, String text) {
            this.secrets = secrets;
            this.text = text;
        }

        @Override
        public String authenticationType() {
            return "example.writing";
        }

        @Override
        public CredentialForm<Key> form() {
            return CredentialForm.text("key_id", "Key ID", Key::keyId).into(values -> new Key(values.text("key_id")));
        }

        @Override
        public void apply(Key credential, OutgoingRequest request) {
            request.header("X-Shared", text);
        }

        @Override
        public StrategyProvider.Settings settings() {
            return StrategyProvider.Settings.of(1, "{}", secrets);
        }
    }
}
