package dev.connections.manifest.internal.edit;

import dev.connections.manifest.internal.json.Document;
import dev.connections.manifest.internal.json.Kind;
import dev.connections.manifest.internal.json.Node;

/**
 * How a document lays out containers, for places where no neighbour shows it.
 *
 * @param lineBreak LF, CR LF or CR; empty if the document is one line
 * @param unit what one level is indented by
 * @param colon between a name and its value
 */
public record Style(String lineBreak, String unit, String colon) {
    /** What is written where no document says otherwise. */
    public static final Style USUAL = new Style("\n", "  ", Frame.USUAL_COLON);

    /** Reads the style from the outermost object. */
    static Style of(Document document) {
        return document.root()
                .filter(root -> root.is(Kind.OBJECT) && !root.empty())
                .map(Style::of)
                .orElse(USUAL);
    }

    private static Style of(Node root) {
        Frame frame = Frame.of(root, Frame.USUAL_COLON);
        String lineBreak = Gap.lineBreakIn(frame.open());
        String indent = frame.open().substring(lineBreak.length());
        String outer = indentOfLine(root.document(), root.start());
        String unit =
                indent.startsWith(outer) && indent.length() > outer.length() ? indent.substring(outer.length()) : "";
        return new Style(lineBreak, unit, frame.colon());
    }

    /** The frame of a container that has none of its own to copy, on a line indented like this. */
    Frame frame(String outerIndent) {
        return lineBreak.isEmpty() ? Frame.inline(colon) : Frame.spread(lineBreak, outerIndent, unit, colon);
    }

    /** The blanks at the start of the line in which this offset is. */
    static String indentOfLine(Document document, int offset) {
        byte[] text = document.text();
        int start = offset;
        while (start > 0 && text[start - 1] != '\n' && text[start - 1] != '\r') {
            start--;
        }
        int end = start;
        while (end < offset && (text[end] == ' ' || text[end] == '\t')) {
            end++;
        }
        return Frame.text(document, start, end);
    }
}
