package dev.connections.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connections.testing.MockService;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Holds docs/oauth.md: the code of each section compiles as it is printed and runs, and the requests that stand below it are those
 * that were sent. {@code -Dpages.write=true} writes them down anew.
 */
class OAuthPagesTest {
    private static final String PAGE = "docs/oauth.md";
    private static final String FRAME = """
            import dev.connections.*;
            import dev.connections.examples.quickstart.OAuthPage;
            import dev.connections.http.CredentialInterceptor;
            import dev.connections.oauth.*;
            import java.net.URI;
            import java.nio.file.*;
            import java.time.Duration;
            import java.util.*;
            import okhttp3.*;

            public class Shown extends OAuthPage {
                public void run() throws Exception {
                    URI callback = null;
                    %s
                }
            }
            """;

    @TempDir
    Path folder;

    @Test
    void sendsWhatAuthorizationCodeSays() throws Exception {
        sends("Authorization code with PKCE", MockService.authorizationCode());
    }

    @Test
    void sendsWhatClientCredentialsSays() throws Exception {
        sends("Client credentials", MockService.clientCredentials());
    }

    @Test
    void sendsWhatNativeAppSays() throws Exception {
        sends("Native app", MockService.authorizationCode());
    }

    @Test
    void sendsWhatCopiedCodeSays() throws Exception {
        sends("Copied code", MockService.authorizationCode());
    }

    @Test
    void sendsWhatDeviceSays() throws Exception {
        sends("Device", MockService.device());
    }

    @Test
    void sendsWhatJwtBearerSays() throws Exception {
        sends("JWT bearer", MockService.jwtBearer());
    }

    @Test
    void sendsWhatTokenExchangeSays() throws Exception {
        sends("Token exchange", MockService.tokenExchange(), Map.of("/token", token("Bearer")));
    }

    @Test
    void sendsWhatPasswordSays() throws Exception {
        sends("Password", MockService.passwordGrant(), Map.of("/token", token("Bearer")));
    }

    @Test
    void sendsWhatOAuth1Says() throws Exception {
        sends("OAuth 1.0a", MockService.oauth1());
    }

    @Test
    void sendsWhatRefreshSays() throws Exception {
        sends("Refresh", MockService.authorizationCode());
    }

    @Test
    void sendsWhatRevocationSays() throws Exception {
        sends("Revocation", MockService.authorizationCode());
    }

    @Test
    void sendsWhatClientAuthenticationSays() throws Exception {
        sends("Client authentication", MockService.clientCredentials());
    }

    @Test
    void sendsWhatClientCertificateSays() throws Exception {
        sends("Client certificate", MockService.clientCredentials(), Map.of("/token", token("Bearer")));
    }

    @Test
    void sendsWhatPushedAuthorizationRequestSays() throws Exception {
        sends("Pushed authorization request", MockService.authorizationCode());
    }

    @Test
    void sendsWhatSignedAuthorizationRequestSays() throws Exception {
        sends("Signed authorization request", MockService.authorizationCode());
    }

    @Test
    void sendsWhatResourceIndicatorsSays() throws Exception {
        sends("Resource indicators", MockService.authorizationCode());
    }

    @Test
    void sendsWhatTokensByResourceSays() throws Exception {
        sends("Tokens by resource", MockService.authorizationCode());
    }

    @Test
    void sendsWhatIntrospectionSays() throws Exception {
        sends("Introspection", MockService.openIdConnect());
    }

    @Test
    void sendsWhatClientRegistrationSays() throws Exception {
        MockService<?> mock = MockService.authorizationCode();
        String origin = origin(mock);
        String metadata = "{\"issuer\": \"" + origin + "\", \"token_endpoint\": \"" + origin + "/token\","
                + " \"registration_endpoint\": \"" + origin + "/register\"}";
        String client = "{\"client_id\": \"c-1\", \"client_secret\": \"cs-1\", \"client_secret_expires_at\": 0,"
                + " \"redirect_uris\": [\"https://app.example.com/callback\"]}";
        sends("Client registration", mock, Map.of("/.well-known/openid-configuration", metadata, "/register", client));
    }

    @Test
    void sendsWhatOpenIdConnectSays() throws Exception {
        sends("OpenID Connect", MockService.openIdConnect());
    }

    @Test
    void sendsWhatDpopSays() throws Exception {
        sends("DPoP", MockService.clientCredentials(), Map.of("/token", token("DPoP"), "/api/leads", "[]"));
    }

    @Test
    void sendsWhatFapi2Says() throws Exception {
        sends("FAPI 2.0", MockService.authorizationCode());
    }

    @Test
    void showsNoFlowThatIsNotRunHere() throws IOException {
        assertThat(Pattern.compile("(?m)^## (.*)$")
                        .matcher(Readme.document(PAGE))
                        .results()
                        .map(heading -> heading.group(1)))
                .containsExactly(
                        "Authorization code with PKCE",
                        "Client credentials",
                        "Native app",
                        "Copied code",
                        "Device",
                        "JWT bearer",
                        "Token exchange",
                        "Password",
                        "OAuth 1.0a",
                        "Refresh",
                        "Revocation",
                        "Client authentication",
                        "Client certificate",
                        "Pushed authorization request",
                        "Signed authorization request",
                        "Resource indicators",
                        "Tokens by resource",
                        "OpenID Connect",
                        "Introspection",
                        "Client registration",
                        "DPoP",
                        "FAPI 2.0");
    }

    private static String token(String type) {
        return "{\"access_token\": \"at\", \"token_type\": \"" + type + "\", \"expires_in\": 3600}";
    }

    private void sends(String section, MockService<?> mock) throws Exception {
        sends(section, mock, Map.of());
    }

    private void sends(String section, MockService<?> mock, Map<String, String> answers) throws Exception {
        String text = section(section);
        String code = String.join("\n", Readme.blocks(text, "java"));
        try (mock;
                HeardHttp heard = new HeardHttp(answers)) {
            writeKeys(section, mock);
            var unused = ShownCode.compiled(FRAME.formatted(code), folder);
            Class<?> shown = ShownCode.compiled(FRAME.formatted(onLoopback(code, mock)), folder);
            try (OAuthPage page = (OAuthPage) shown.getDeclaredConstructor().newInstance()) {
                page.open(mock, heard, folder);
                page.run();
            }
            compare(section, text, shown(heard.text(), mock));
        }
    }

    private static String shown(String sent, MockService<?> mock) {
        return sent.replace(mock.clientId(), "client-id")
                .replace(mock.publicClientId(), "public-client")
                .replace(encoded(origin(mock) + "/api"), encoded("https://api.acme.example"))
                .replace(encoded(origin(mock)), encoded("https://acme.example"))
                .replaceAll("(127\\.0\\.0\\.1%3A)\\d+", "$1…");
    }

    private static String encoded(String address) {
        return URLEncoder.encode(address, StandardCharsets.UTF_8);
    }

    private static String origin(MockService<?> mock) {
        return mock.issuer().toString().replaceAll("/$", "");
    }

    private void writeKeys(String section, MockService<?> mock) throws Exception {
        if (section.equals("Client certificate")) {
            ClientCertificate.write(folder);
        } else {
            Files.writeString(folder.resolve("client-key.pem"), mock.clientKey().reveal());
        }
    }

    private static void compare(String section, String text, String sent) throws IOException {
        if (Boolean.getBoolean("pages.write")) {
            String page = Readme.document(PAGE);
            String with = Pattern.compile("(?ms)^```http\n.*?^```$")
                    .matcher(text)
                    .replaceFirst(Matcher.quoteReplacement("```http\n" + sent + "```"));
            Files.writeString(Path.of("../..", PAGE), page.replace(text, with));
        } else {
            assertThat(Readme.blocks(text, "http")).as(section).containsExactly(sent);
        }
    }

    private static String section(String name) throws IOException {
        String text = Readme.document(PAGE);
        var from = Pattern.compile("(?m)^## " + Pattern.quote(name) + "$").matcher(text);
        assertThat(from.find()).as(name).isTrue();
        int next = text.indexOf("\n## ", from.end());
        return text.substring(from.end(), next < 0 ? text.length() : next);
    }

    private static String onLoopback(String code, MockService<?> mock) {
        String origin = origin(mock);
        return code.replaceAll(
                        "session\\.put\\(\"state\", (\\w+)\\.state\\(\\)\\);", "$0 callback = browser($1.uri());")
                .replaceAll("(begin\\([^)]*\\));\n$", "$1; sent(request.uri());\n")
                .replaceAll("Path\\.of\\((\"[\\w.-]+\")\\)", "folder().resolve($1)")
                .replaceAll("Secret\\.fromEnvironment\\(\"\\w+\"\\)", "secret()")
                .replaceAll("Service\\s*\\.custom\\(([^)]*)\\)", "$0.withPlainHttpForLoopbackTestsOnly()")
                .replaceAll("OAuth[12]\\.\\w+\\((?:assertion)?\\)", "$0.withPlainHttpForLoopbackTestsOnly()")
                .replace("ClientRegistration.at(", "ClientRegistration.atLoopbackForTestsOnly(")
                .replace("SystemBrowser.open(request);", "browse(request.uri());")
                .replace("// show request.uri()", "copy(request.uri()); // show request.uri()")
                .replace("// show it", "show(prompt); // show it")
                .replace("// authorized as above", "authorized(connection); // authorized as above")
                .replace("two hours later\n", "two hours later\nlater(Duration.ofHours(2));\n")
                .replace("\"key-2026\"", "\"mock-key\"")
                .replace("https://api.acme.example", origin + "/api")
                .replace("https://acme.example", origin)
                .replace("\"client-id\"", "\"" + mock.clientId() + "\"")
                .replace("\"public-client\"", "\"" + mock.publicClientId() + "\"");
    }
}
