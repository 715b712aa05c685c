package dev.connections.oauth.internal.definition;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import dev.connections.ConnectionException;
import dev.connections.Service;
import dev.connections.catalog.ServiceSchema;
import dev.connections.spi.CredentialStrategy;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The published schema knows the members that the readers know, and no others: found by trying. */
class ServiceSchemaMembersTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SETTINGS = "/authentication/settings";

    /** Passed over, because it is for people alone; and refused, whatever they hold. */
    private static final Set<String> EXCEPTIONS =
            Set.of("oauth1/console", "oauth2/request_object/subject", "oauth2/request_object/scope_claim");

    private static final List<String> READERS_SAMPLE =
            List.of("oauth2/grant", "oauth2/token_response/expiry/*/member", "oauth2/captures/*/hosts", "oauth1/realm");

    static Stream<CredentialStrategy<?, ?>> strategies() {
        return EveryService.all();
    }

    @ParameterizedTest
    @MethodSource("strategies")
    void permitsTheServiceOfEachStrategy(CredentialStrategy<?, ?> strategy) {
        Service<?> service = EveryService.service(strategy);

        assertThat(ServiceSchema.errors(service.toJson())).isEmpty();
    }

    /** Whoever reads a member refuses it when it is of any other type; whoever does not leaves it alone. */
    @Test
    void knowsWhatTheReadersKnow() throws Exception {
        var documented = new TreeSet<String>();
        var read = new TreeSet<String>();
        for (CredentialStrategy<?, ?> strategy : Stream.concat(EveryService.oauth2(), Stream.of(EveryService.oauth1()))
                .toList()) {
            var document = new Sample(EveryService.service(strategy).toJson(), strategy);
            for (String place : document.objects()) {
                documented.addAll(document.documented(place));
                read.addAll(document.read(place));
            }
        }

        assertThat(read).containsAll(READERS_SAMPLE);
        assertThat(without(read, documented))
                .as("members to add to docs/connections-service.schema.json and to the copy in the jar")
                .isEmpty();
        assertThat(without(documented, read)).as("members that nobody reads").isEmpty();
    }

    private static Set<String> without(Set<String> names, Set<String> others) {
        var rest = new TreeSet<>(names);
        rest.removeAll(others);
        return rest;
    }

    @Test
    void triesTheNamesInTheCode() {
        assertThat(Vocabulary.NAMES)
                .contains("token_endpoint", "by_access_token", "raw_scopes", "request_token_parameters", "key_id");
    }

    /** A document to spoil, and who reads it. */
    private record Sample(String json, CredentialStrategy<?, ?> strategy) {
        private static final String STRANGER = "zzz_nobody_knows";
        private static final List<String> WRONG = List.of("7", "\"\"", "[7]", "{\"a\": 7}");

        /** Returns the places of all objects with members of their own, not those of names that somebody chooses. */
        List<String> objects() throws JsonProcessingException {
            return objects(JSON.readTree(json).at(SETTINGS), SETTINGS).stream()
                    .filter(place -> unknown(place).contains(STRANGER))
                    .toList();
        }

        Set<String> documented(String place) {
            Set<String> unknown = unknown(place);
            return named(place, name -> !unknown.contains(name));
        }

        Set<String> read(String place) {
            Set<String> unknown = unknown(place);
            boolean strangersAreRead = WRONG.stream().anyMatch(wrong -> !isAccepted(spoilt(place, unknown, wrong)));
            return named(place, name -> (strangersAreRead || !unknown.contains(name)) && isRead(place, name));
        }

        private Set<String> named(String place, Predicate<String> included) {
            return Vocabulary.NAMES.stream()
                    .filter(included)
                    .map(name -> (strategy.authenticationType() + place.substring(SETTINGS.length()) + "/" + name)
                            .replaceAll("/[0-9]+/", "/*/"))
                    .filter(name -> !EXCEPTIONS.contains(name))
                    .collect(Collectors.toSet());
        }

        private boolean isRead(String place, String name) {
            return WRONG.stream().anyMatch(wrong -> !isAccepted(spoilt(place, Set.of(name), wrong)));
        }

        private boolean isAccepted(String document) {
            try {
                return Service.fromJson(document, strategy.settings().secrets())
                        .authenticationType()
                        .equals(strategy.authenticationType());
            } catch (ConnectionException refused) {
                return false;
            }
        }

        /** Returns the names that the schema does not know at a place. */
        private Set<String> unknown(String place) {
            var names = new TreeSet<>(Vocabulary.NAMES);
            names.add(STRANGER);
            return ServiceSchema.errors(spoilt(place, names, "7")).stream()
                    .filter(error -> error.getKeyword().equals("additionalProperties"))
                    .filter(error -> error.getInstanceLocation().toString().equals(place))
                    .map(Error::getProperty)
                    .collect(Collectors.toSet());
        }

        private String spoilt(String place, Set<String> names, String value) {
            try {
                JsonNode root = JSON.readTree(json);
                JsonNode wrong = JSON.readTree(value);
                names.forEach(name -> ((ObjectNode) root.at(place)).set(name, wrong));
                return root.toString();
            } catch (JsonProcessingException impossible) {
                throw new AssertionError(impossible);
            }
        }

        private static List<String> objects(JsonNode node, String place) {
            var places = new ArrayList<String>();
            if (node.isObject()) {
                places.add(place);
            }
            node.properties().forEach(each -> places.addAll(objects(each.getValue(), place + "/" + each.getKey())));
            for (int i = 0; node.isArray() && i < node.size(); i++) {
                places.addAll(objects(node.get(i), place + "/" + i));
            }
            return places;
        }
    }
}
