package dev.connections.manifest.internal.edit;

import dev.connections.manifest.internal.json.Kind;
import dev.connections.manifest.internal.json.Member;
import dev.connections.manifest.internal.json.Node;
import java.util.Optional;

/**
 * Writes drafts.
 *
 * @param objects how objects look
 * @param arrays how the arrays of strings in them look
 */
public record Printer(Frame objects, Frame arrays) {
    /** Prints a value on its own: two blanks a level, arrays on one line. */
    public static String print(Draft draft) {
        return plain(Style.USUAL, "").json(draft);
    }

    /** A printer for a value that starts on a line with this indentation, and looks like the model if there is one. */
    static Printer like(Optional<Node> model, Style style, String indent) {
        return model.filter(node -> node.is(Kind.OBJECT) && !node.empty())
                .map(node -> copy(node, style, indent))
                .orElseGet(() -> plain(style, indent));
    }

    private static Printer plain(Style style, String indent) {
        return new Printer(style.frame(indent), Frame.inline(style.colon()));
    }

    private static Printer copy(Node model, Style style, String indent) {
        Frame objects = Frame.of(model, style.colon()).at(indent, style.unit());
        String inner = Gap.indentIn(objects.open()).orElse(indent);
        Frame arrays = firstArray(model)
                .map(array -> Frame.of(array, objects.colon()).at(inner, style.unit()))
                .orElseGet(() -> Frame.inline(objects.colon()));
        return new Printer(objects, arrays);
    }

    private static Optional<Node> firstArray(Node object) {
        for (Member member : object.members()) {
            if (member.value().is(Kind.ARRAY) && !member.value().empty()) {
                return Optional.of(member.value());
            }
        }
        return Optional.empty();
    }

    /** Returns the JSON of a draft. */
    String json(Draft draft) {
        return draft.json(this);
    }
}
