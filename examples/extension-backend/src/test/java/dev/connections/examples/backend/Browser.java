package dev.connections.examples.backend;

import dev.connections.testing.SecretCanary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A browser without a screen: keeps cookies, sends forms with the token of the page before, and lets the canary hear all. */
final class Browser {
    private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([^\"]+)\"");

    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final URI site;
    private String token = "";

    Browser(URI site) {
        this.site = site;
    }

    static Browser signedIn(URI site, String person) {
        Browser browser = new Browser(site);
        var unused = browser.get("/sign-in");
        unused = browser.post("/sign-in", "person", person);
        unused = browser.get("/connections");
        return browser;
    }

    HttpResponse<String> get(String path) {
        return heard(send(HttpRequest.newBuilder(site.resolve(path)).build()));
    }

    /** Follows redirects inside the site. */
    HttpResponse<String> open(String path) {
        HttpResponse<String> response = get(path);
        return response.headers()
                .firstValue("Location")
                .map(next -> open(site.resolve(next).toString()))
                .orElse(response);
    }

    HttpResponse<String> post(String path, String... namesAndValues) {
        return postWithToken(path, token, namesAndValues);
    }

    HttpResponse<String> postWithToken(String path, String sent, String... namesAndValues) {
        var form = new StringBuilder("token=").append(encoded(sent));
        for (int i = 0; i < namesAndValues.length; i += 2) {
            form.append('&').append(encoded(namesAndValues[i])).append('=').append(encoded(namesAndValues[i + 1]));
        }
        return heard(send(HttpRequest.newBuilder(site.resolve(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form.toString()))
                .build()));
    }

    HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }

    private HttpResponse<String> heard(HttpResponse<String> response) {
        SecretCanary.hear(response.body());
        Matcher found = TOKEN.matcher(response.body());
        if (found.find()) {
            token = found.group(1);
        }
        return response;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
