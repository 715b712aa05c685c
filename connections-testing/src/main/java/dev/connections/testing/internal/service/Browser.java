package dev.connections.testing.internal.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Proxy;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.FormBody;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/** A user's browser: opens the consent page, answers it, and stops where it is sent next. Thread-safe. */
final class Browser {
    private static final Pattern TICKET = Pattern.compile("name=\"ticket\" value=\"([^\"]+)\"");
    private static final Pattern ALERT = Pattern.compile("<p role=\"alert\">(.*?)</p>");

    private final OkHttpClient http = new OkHttpClient.Builder()
            .proxy(Proxy.NO_PROXY)
            .followRedirects(false)
            .followSslRedirects(false)
            .build();

    URI approve(URI authorizationRequest, String account) {
        return answer(
                authorizationRequest,
                new FormBody.Builder().add("account", account).add("decision", "approve"));
    }

    URI deny(URI authorizationRequest) {
        return answer(authorizationRequest, new FormBody.Builder().add("decision", "deny"));
    }

    private URI answer(URI authorizationRequest, FormBody.Builder form) {
        HttpUrl page = HttpUrl.get(authorizationRequest.toString());
        Seen asked = open(new Request.Builder().url(page).build());
        if (asked.isRedirect()) {
            return asked.location(); // the service refused by itself
        }
        FormBody answer = form.add("ticket", ticket(asked.body)).build();
        HttpUrl action = page.newBuilder().query(null).build();
        return open(new Request.Builder().url(action).post(answer).build()).location();
    }

    private static String ticket(String page) {
        Matcher ticket = TICKET.matcher(page);
        if (!ticket.find()) {
            Matcher alert = ALERT.matcher(page);
            throw new IllegalStateException(
                    "there is no consent page: " + (alert.find() ? alert.group(1) : "HTTP error"));
        }
        return ticket.group(1);
    }

    private Seen open(Request request) {
        try (Response response = http.newCall(request).execute()) {
            String location = Optional.ofNullable(response.header("Location")).orElse("");
            return new Seen(location, response.body().string());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void close() {
        http.connectionPool().evictAll();
    }

    /** What the browser shows; prints nothing of it, a location holds a code. */
    private static final class Seen {
        private final String location;
        private final String body;

        Seen(String location, String body) {
            this.location = location;
            this.body = body;
        }

        boolean isRedirect() {
            return !location.isEmpty();
        }

        URI location() {
            if (!isRedirect()) {
                throw new IllegalStateException(
                        "the consent page was not answered; open the authorization request again");
            }
            return URI.create(location);
        }
    }
}
