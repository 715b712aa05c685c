package dev.connections.oauth.internal.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connections.Field;
import dev.connections.catalog.ServiceCatalog;
import dev.connections.oauth.AuthorizationRequestFormat;
import dev.connections.oauth.ClientAuthentication;
import dev.connections.oauth.DialectOptions;
import dev.connections.oauth.OAuth1;
import dev.connections.oauth.OAuth2;
import dev.connections.oauth.OAuth2Strategy;
import dev.connections.oauth.TokenRequestFormat;
import dev.connections.oauth.TokenResponseFormat;
import dev.connections.oauth.internal.definition.Document;
import dev.connections.spi.Rehearsal.Knob;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class KnobsTest {
    private static final Set<String> METHODS = Stream.of(
                    OAuth2.class,
                    OAuth2Strategy.class,
                    DialectOptions.class,
                    AuthorizationRequestFormat.class,
                    TokenRequestFormat.class,
                    TokenResponseFormat.class,
                    ClientAuthentication.class,
                    OAuth1.Strategy.class)
            .flatMap(type -> Stream.of(type.getMethods()))
            .map(method -> method.getName())
            .collect(Collectors.toSet());

    @Test
    void namesAMethodForEveryOptionOfTheCatalogue() {
        for (ServiceCatalog.Entry entry : ServiceCatalog.bundled().search("oauth")) {
            for (Knob knob : knobs(entry)) {
                String method = knob.option().replaceAll("[(].*?[)]", "").replaceFirst(".*[.]", "");
                assertThat(METHODS).as(entry + ": " + knob.member()).contains(method);
            }
        }
    }

    private static List<Knob> knobs(ServiceCatalog.Entry entry) {
        Map<String, String> values = new HashMap<>(entry.examples());
        for (Field field : entry.fields()) {
            String some = field.options().isEmpty()
                    ? "https://api.example.com"
                    : field.options().get(0);
            if (field.required()) {
                values.putIfAbsent(field.name(), some);
            }
        }
        Document service = Document.parse(entry.withValues(values).toJson());
        return Knobs.of(service.object("authentication").object("settings").toJson());
    }

    @Test
    void leavesOutWhatTheStandardSays() {
        assertThat(Knobs.of("{\"grant\": \"authorization_code\", \"token_endpoint\": \"https://acme.example\","
                        + " \"client_authentication\": \"client_secret_basic\","
                        + " \"revocation\": {\"endpoint\": \"https://acme.example/revoke\"}}"))
                .isEmpty();
    }

    @Test
    void takesTheReasonOutOfTheValue() {
        List<Knob> knobs = Knobs.of(
                "{\"token_request\": {\"get\": {\"reason\": \"it takes nothing else\", \"source\": \"its pages\"}}}");

        assertThat(knobs).hasSize(1);
        assertThat(knobs.get(0).option()).isEqualTo("withTokenRequest(TokenRequestFormat).withDeviationGet");
        assertThat(knobs.get(0).member()).isEqualTo("token_request.get");
        assertThat(knobs.get(0).value()).isEqualTo("{}");
        assertThat(knobs.get(0).reason()).contains("it takes nothing else (its pages)");
    }
}
