package dev.connections.internal.flow;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import dev.connections.Secret;
import dev.connections.internal.definition.Texts;
import dev.connections.internal.http.Part;
import dev.connections.internal.strategy.Applied;
import dev.connections.spi.AuthClient.Reply;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The error text of an API, wherever it puts it; empty rather than a page or an echo of the credentials. */
final class ErrorText {
    private static final int SHORTEST_ECHO = 4;
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s,;=\"']+");
    private static final List<JsonPointer> PLACES = Stream.of(
                    "/error_description",
                    "/error/message",
                    "/message",
                    "/errors/0/message",
                    "/errors/0/detail",
                    "/detail",
                    "/error_message",
                    "/title",
                    "/error",
                    "/code")
            .map(JsonPointer::compile)
            .toList();

    private ErrorText() {}

    /** Returns the text, unless it repeats a part of what was sent or of the secrets behind it. */
    static String of(Reply reply, Applied sent, Collection<Secret> secrets) {
        String text = text(reply); // whole: what is cut off may be the part that gives an echo away
        boolean echo = Stream.concat(words(sent), secrets.stream().map(Secret::reveal))
                .filter(word -> word.length() >= SHORTEST_ECHO)
                .flatMap(word -> Stream.of(word, URLEncoder.encode(word, StandardCharsets.UTF_8)))
                .anyMatch(text::contains);
        return echo ? "" : Texts.clean(text).strip();
    }

    private static Stream<String> words(Applied sent) {
        return Stream.of(sent.headers(), sent.query(), sent.form(), sent.cookies())
                .flatMap(List::stream)
                .map(Part::value)
                .flatMap(value -> Stream.concat(Stream.of(value), BETWEEN_WORDS.splitAsStream(value)));
    }

    private static String text(Reply reply) {
        return Answers.object(reply).map(ErrorText::member).orElseGet(() -> firstLine(reply));
    }

    private static String member(JsonNode answer) {
        return PLACES.stream()
                .map(answer::at)
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue)
                .findFirst()
                .orElse("");
    }

    private static String firstLine(Reply reply) {
        String text = new String(reply.body(), StandardCharsets.UTF_8).strip();
        boolean plain = !text.startsWith("<") && !text.startsWith("[") && !text.startsWith("{");
        return plain ? text.lines().findFirst().orElse("") : "";
    }
}
