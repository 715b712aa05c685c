package dev.connections.manifest.internal.edit;

import dev.connections.manifest.internal.json.Document;
import dev.connections.manifest.internal.json.Kind;
import dev.connections.manifest.internal.json.Member;
import dev.connections.manifest.internal.json.Node;
import dev.connections.manifest.internal.json.Range;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The text around the items of one container, so that another one can look the same.
 *
 * @param open between the opening bracket and the first item
 * @param between between two items, the comma included
 * @param close between the last item and the closing bracket
 * @param colon between a member's name and its value
 */
public record Frame(String open, String between, String close, String colon) {
    static final String USUAL_COLON = ": ";

    /** The frame of a container with at least one item; what it does not show is as elsewhere in its document. */
    static Frame of(Node container, String usualColon) {
        List<Range> items = items(container);
        Document document = container.document();
        Range first = items.get(0);
        Range last = items.get(items.size() - 1);
        String open = Gap.tidy(text(document, container.start() + 1, first.start()));
        String close = Gap.tidy(text(document, last.end(), container.end() - 1));
        String colon = container.is(Kind.OBJECT) ? colon(container) : usualColon;
        String between = items.size() > 1
                ? Gap.tidyComma(text(document, first.end(), items.get(1).start()))
                : Gap.commaFor(open, colon);
        return new Frame(open, between, close, colon);
    }

    /** A frame with each item on a line of its own. */
    static Frame spread(String lineBreak, String outerIndent, String unit, String colon) {
        String open = lineBreak + outerIndent + unit;
        return new Frame(open, "," + open, lineBreak + outerIndent, colon);
    }

    /** A frame with everything on one line. */
    static Frame inline(String colon) {
        return new Frame("", Gap.commaFor("", colon), "", colon);
    }

    /** The same look where a line is indented like this. */
    Frame at(String indent, String unit) {
        boolean fits = Gap.indentIn(close).map(indent::equals).orElse(true);
        return fits ? this : spread(Gap.lineBreakIn(close), indent, unit, colon);
    }

    /** Puts items between brackets. */
    String around(String brackets, List<String> items) {
        if (items.isEmpty()) {
            return brackets;
        }
        return brackets.charAt(0) + open + String.join(between, items) + close + brackets.charAt(1);
    }

    /** Where the items of a container stand; a member from its name to the end of its value. */
    static List<Range> items(Node container) {
        List<Range> items = new ArrayList<>();
        for (Member member : container.members()) {
            items.add(new Range(member.name().start(), member.value().end()));
        }
        for (Node element : container.elements()) {
            items.add(element.range());
        }
        return items;
    }

    private static String colon(Node object) {
        Member first = object.members().iterator().next();
        String colon = text(object.document(), first.name().end(), first.value().start());
        return Gap.lineBreakIn(colon).isEmpty() ? colon : USUAL_COLON;
    }

    static String text(Document document, int from, int to) {
        return new String(document.text(), from, to - from, StandardCharsets.UTF_8);
    }
}
