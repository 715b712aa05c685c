package dev.connections.manifest.internal.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Jackson, which shares no line with the scanner, reads the same from every text. */
class DocumentOracleTest {
    private static final int DEPTH = 64;
    /** Jackson 2.22 takes the low byte of any character for a hexadecimal digit. */
    private static final Pattern HALF_A_HEX_DIGIT = Pattern.compile("\\\\u[0-9a-fA-F]{0,3}[^\\x00-\\x7F]");

    private static final ObjectMapper JACKSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    @Provide
    Arbitrary<String> json() {
        return JsonTexts.values();
    }

    @Property
    void readsWhatJacksonReads(@ForAll("json") String text) throws JsonProcessingException {
        Document document = Document.scan(text.getBytes(StandardCharsets.UTF_8), DEPTH);

        assertThat(document.flaws()).isEmpty();
        assertThat(document.json()).isTrue();
        assertThat(tree(document.root().orElseThrow())).isEqualTo(normal(JACKSON.readTree(text)));
    }

    @Property(tries = 2000)
    void callsATextJsonExactlyWhenJacksonDoes(@ForAll("json") String text, @ForAll long seed) {
        byte[] mutated = mutate(text.getBytes(StandardCharsets.UTF_8), new Random(seed));
        if (Utf8.firstFault(mutated) != Utf8.NO_FAULT) {
            return;
        }

        Document document = Document.scan(mutated, DEPTH);

        placesLieInside(document);
        String read = new String(mutated, StandardCharsets.UTF_8);
        if (has(document, FlawKind.LONE_SURROGATE)
                || HALF_A_HEX_DIGIT.matcher(read).find()) {
            return; // the first is inside RFC 8259's grammar, but not for Jackson; the second the other way round
        }
        assertThat(document.json()).as(read).isEqualTo(jacksonTakes(mutated));
    }

    private static boolean has(Document document, FlawKind kind) {
        return document.flaws().stream().anyMatch(flaw -> flaw.kind() == kind);
    }

    private static void placesLieInside(Document document) {
        int length = document.text().length;
        for (Flaw flaw : document.flaws()) {
            assertThat(flaw.ranges()).allMatch(range -> range.end() <= length);
        }
        document.root().ifPresent(root -> inside(root, 0, length));
    }

    private static void inside(Node node, int start, int end) {
        assertThat(node.start()).isBetween(start, end);
        assertThat(node.end()).isBetween(node.start(), end);
        for (Member member : node.members()) {
            inside(member.name(), node.start(), node.end());
            inside(member.value(), member.name().end(), node.end());
        }
        for (Node element : node.elements()) {
            inside(element, node.start(), node.end());
        }
    }

    private static byte[] mutate(byte[] text, Random random) {
        String alphabet = "{}[]\",:0x-+.eE/*#' \n\t\\u\u0001tfn";
        StringBuilder mutated = new StringBuilder(new String(text, StandardCharsets.UTF_8));
        for (int change = random.nextInt(3); change >= 0; change--) {
            int at = random.nextInt(mutated.length() + 1);
            if (random.nextBoolean() || at == mutated.length()) {
                mutated.insert(at, alphabet.charAt(random.nextInt(alphabet.length())));
            } else {
                mutated.deleteCharAt(at);
            }
        }
        return mutated.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Token by token: a tree would also refuse numbers that it cannot hold. */
    private static boolean jacksonTakes(byte[] text) {
        try (JsonParser parser = JACKSON.createParser(new String(text, StandardCharsets.UTF_8))) {
            if (parser.nextToken() == null) {
                return false;
            }
            int depth = 0;
            do {
                depth += parser.currentToken().isStructStart()
                        ? 1
                        : parser.currentToken().isStructEnd() ? -1 : 0;
                parser.getText();
            } while (depth > 0 && parser.nextToken() != null);
            return parser.nextToken() == null;
        } catch (IOException refused) {
            return false;
        }
    }

    private static JsonNode tree(Node node) {
        return switch (node.kind()) {
            case OBJECT -> object(node);
            case ARRAY -> array(node);
            case STRING -> JsonNodeFactory.instance.textNode(node.text());
            case NUMBER -> JsonNodeFactory.instance.textNode("number " + new BigDecimal(node.raw()));
            case TRUE -> JsonNodeFactory.instance.booleanNode(true);
            case FALSE -> JsonNodeFactory.instance.booleanNode(false);
            case NULL -> JsonNodeFactory.instance.nullNode();
            case BROKEN -> throw new AssertionError("broken at " + node.start());
        };
    }

    private static JsonNode object(Node node) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (Member member : node.members()) {
            object.set(member.name().text(), tree(member.value()));
        }
        return object;
    }

    private static JsonNode array(Node node) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        node.elements().forEach(element -> array.add(tree(element)));
        return array;
    }

    private static JsonNode normal(JsonNode node) {
        if (node.isNumber()) {
            return JsonNodeFactory.instance.textNode("number " + node.decimalValue());
        }
        if (node.isArray()) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            node.forEach(element -> array.add(normal(element)));
            return array;
        }
        if (node.isObject()) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            node.properties().forEach(member -> object.set(member.getKey(), normal(member.getValue())));
            return object;
        }
        return node;
    }
}
