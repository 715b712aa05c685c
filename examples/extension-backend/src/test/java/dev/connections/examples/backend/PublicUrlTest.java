package dev.connections.examples.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.connections.examples.backend.http.Address;
import java.io.IOException;
import okhttp3.FormBody;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Behind a proxy that ends TLS, the site goes by its public name. */
class PublicUrlTest {
    @RegisterExtension
    final RunningBackend running = new RunningBackend("--public-url", "https://connections.example");

    private final OkHttpClient proxy =
            new OkHttpClient.Builder().followRedirects(false).build();

    private Response send(Request.Builder request, String path) throws IOException {
        return proxy.newCall(request.url(running.site().resolve(path).toString())
                        .header("Host", "connections.example")
                        .build())
                .execute();
    }

    @Test
    void bindsTheCookieToTls() throws IOException {
        try (Response page = send(new Request.Builder(), "/sign-in")) {
            assertThat(page.header("Set-Cookie")).contains("; Secure").contains("; HttpOnly");
        }
    }

    @Test
    void registersAndTakesFormsUnderThePublicName() throws IOException {
        String cookie;
        String token;
        try (Response page = send(new Request.Builder(), "/sign-in")) {
            cookie = page.header("Set-Cookie").replaceAll(";.*", "");
            token = page.body().string().replaceAll("(?s).*?name=\"token\" value=\"([^\"]+)\".*", "$1");
        }
        FormBody form = new FormBody.Builder()
                .add("token", token)
                .add("person", RunningBackend.PRIYA)
                .build();
        try (Response signedIn = send(
                new Request.Builder()
                        .post(form)
                        .header("Cookie", cookie)
                        .header("Origin", "https://connections.example"),
                "/sign-in")) {
            assertThat(signedIn.code()).isEqualTo(303);
            cookie = signedIn.header("Set-Cookie").replaceAll(";.*", "");
        }
        try (Response page = send(new Request.Builder().header("Cookie", cookie), "/create/custom/oauth2")) {
            assertThat(page.body().string()).contains("https://connections.example/callback");
        }
    }

    @Test
    void refusesWhatIsNoAddressOfASite() {
        var options = Options.parse("--public-url", "https://connections.example/with/a/path");

        assertThatThrownBy(() -> new Address(options.publicUrl().orElseThrow()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("write it like https://");
    }
}
