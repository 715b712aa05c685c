package dev.connections.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connections.Connections;
import dev.connections.DirectFlow;
import dev.connections.Field;
import dev.connections.ManagedConnection;
import dev.connections.Service;
import dev.connections.catalog.Loopback.Received;
import dev.connections.http.CredentialInterceptor;
import dev.connections.testing.SecretCanary;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import okhttp3.FormBody;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every service with keys or passwords: where they arrive and how is compared with the collected facts. */
class KeyRehearsalTest {
    private static final String HOST = "rehearsal.example";

    @RegisterExtension
    private final SecretCanary canary = SecretCanary.planted();

    private final Connections connections = Connections.inMemory();
    private final Loopback hosts = Loopback.of(HOST);

    @AfterEach
    void close() {
        connections.close();
        hosts.close();
    }

    static Stream<String> services() {
        return ServiceCatalog.bundled().search("").stream()
                .filter(entry -> entry.authenticationType().equals("api_key")
                        || entry.authenticationType().equals("basic"))
                .map(ServiceCatalog.Entry::linkName);
    }

    @ParameterizedTest
    @MethodSource("services")
    void sendsWhatWasTypedWhereTheFactsSay(String linkName) throws Exception {
        Service<DirectFlow<?>> service = new Moving(hosts, HOST, canary.secret()).service(linkName);
        ManagedConnection<DirectFlow<?>> connection = connections.shared(service.connection("Rehearsal"));
        Map<String, String> typed = typed(connection.authorize());

        var authorization = connection.authorize().withValues(typed);
        Received request = send(connection);

        assertThat(authorization.account()).isPresent();
        Facts facts = Facts.of(linkName);
        if (facts.has("apiKey")) {
            requireKey(facts, request, typed);
        } else {
            requirePassword(facts.json().path("basic"), request, typed);
        }
        requireHeaders(facts, request);
        assertThat(connection.revoke().providerAnswer()).isEmpty();
        assertThat(hosts.requestsTo(HOST)).isEqualTo(1);
    }

    /** Types a text of its own into each field. */
    private Map<String, String> typed(DirectFlow<?> flow) {
        var typed = new LinkedHashMap<String, String>();
        for (Field field : flow.fields()) {
            typed.put(field.name(), canary.secret().reveal() + typed.size());
        }
        return typed;
    }

    private Received send(ManagedConnection<?> connection) throws Exception {
        OkHttpClient http = new OkHttpClient.Builder()
                .addInterceptor(CredentialInterceptor.of(connection))
                .build();
        hosts.answer(HOST, "{}");
        var form = new FormBody.Builder().add("name", "value").build();
        Request request = new Request.Builder()
                .url(connection.resolve("").toURL())
                .post(form)
                .build();
        try (Response response = http.newCall(request).execute()) {
            assertThat(response.code()).isEqualTo(200);
        }
        return hosts.received(HOST);
    }

    private static void requireKey(Facts facts, Received request, Map<String, String> typed) {
        JsonNode key = facts.json().path("apiKey");
        String name = key.path("name").asText();
        String value = key.path("prefix").asText("")
                + first(typed)
                + key.path("suffix").asText("");

        assertThat(
                        switch (key.path("location").asText()) {
                            case "header" -> request.header(name);
                            case "query" -> Loopback.parameters(request.query()).get(name);
                            case "form" -> request.form().get(name);
                            default -> request.header("Cookie");
                        })
                .isEqualTo(value);
        assertThat(places(request, first(typed))).as("places of the key").isEqualTo(1);
    }

    private static void requirePassword(JsonNode basic, Received request, Map<String, String> typed) {
        String user = basic.path("usernameFixed").asText(first(typed));
        String password = basic.path("passwordFixed").asText(last(typed));
        String pair = user + basic.path("usernameSuffix").asText("") + ":" + password;

        assertThat(request.header("Authorization"))
                .isEqualTo("Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.US_ASCII)));
        assertThat(places(request, first(typed)) + places(request, last(typed)))
                .as("places beside the header")
                .isZero();
    }

    /** What is fixed in the facts is sent as it is, and what somebody typed is sent as something. */
    private static void requireHeaders(Facts facts, Received request) {
        facts.json().path("apiHeaders").properties().forEach(header -> {
            String value = header.getValue().asText();
            if (!value.contains("{")) {
                assertThat(request.header(header.getKey())).isEqualTo(value);
            } else if (!facts.isOptional(value)) {
                assertThat(request.header(header.getKey())).isNotBlank().doesNotContain("{");
            }
        });
    }

    /** Returns in how many places a text stands: one header, the query or the body. */
    private static long places(Received request, String text) {
        Stream<String> headers =
                request.request().getHeaders().toMultimap().values().stream().flatMap(java.util.List::stream);
        String body = Loopback.decoded(request.request().getBody().utf8());
        return Stream.concat(headers, Stream.of(Loopback.decoded(request.query()), body))
                .filter(place -> place.contains(text))
                .count();
    }

    private static String first(Map<String, String> typed) {
        return typed.values().iterator().next();
    }

    private static String last(Map<String, String> typed) {
        return typed.values().stream().reduce((one, other) -> other).orElseThrow();
    }
}
