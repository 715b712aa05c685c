package dev.connections.internal.flow;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import dev.connections.internal.definition.Texts;
import dev.connections.internal.http.Part;
import dev.connections.internal.strategy.Applied;
import dev.connections.spi.AuthClient.Reply;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** The error text of an API, wherever it puts it; empty rather than a page or an echo of the credentials. */
final class ErrorText {
    private static final int SHORTEST_ECHO = 4;
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

    static String of(Reply reply, Applied sent) {
        String text = Texts.clean(text(reply)).strip();
        return echoes(text, sent) ? "" : text;
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

    private static boolean echoes(String text, Applied sent) {
        return Stream.of(sent.headers(), sent.query(), sent.form(), sent.cookies())
                .flatMap(List::stream)
                .map(Part::value)
                .flatMap(value -> Stream.of(value.split(" ", -1)))
                .anyMatch(word -> word.length() >= SHORTEST_ECHO && text.contains(word));
    }
}
