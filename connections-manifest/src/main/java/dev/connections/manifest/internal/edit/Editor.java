package dev.connections.manifest.internal.edit;

import dev.connections.manifest.internal.json.Document;
import dev.connections.manifest.internal.json.Kind;
import dev.connections.manifest.internal.json.Member;
import dev.connections.manifest.internal.json.Node;
import dev.connections.manifest.internal.json.Range;
import dev.connections.manifest.internal.json.Strings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Collects changes to one document, which must be JSON. What comes in looks like what stands beside it.
 *
 * <p>Do not remove an item and insert right behind it with one editor. Confined to one thread.
 */
public final class Editor {
    private final Document document;
    private final Style style;
    private final List<Splice> splices = new ArrayList<>();

    /** Starts with nothing changed. */
    public Editor(Document document) {
        this.document = document;
        this.style = Style.of(document);
    }

    /** What was collected, in order of the calls. */
    public List<Splice> splices() {
        return List.copyOf(splices);
    }

    /** The text with all changes made. */
    public byte[] apply() {
        return Splices.apply(document.text(), splices);
    }

    /** Puts another value in the place of one; {@code like} shows how an object looks. */
    public void replace(Node value, Draft with, Optional<Node> like) {
        String indent = Style.indentOfLine(document, value.start());
        splices.add(new Splice(value.range(), Printer.like(like, style, indent).json(with)));
    }

    /** Gives a member another name. */
    public void rename(Member member, String name) {
        splices.add(new Splice(member.name().range(), Strings.encode(name)));
    }

    /** Makes a value an array of exactly these strings, and leaves the bytes of those it keeps. */
    public void replaceTexts(Node value, List<String> with) {
        if (value.is(Kind.ARRAY) && !value.empty() && !with.isEmpty()) {
            splices.addAll(TextsDiff.of(value, with, style.colon()));
        } else {
            replace(value, new Draft.Texts(with), Optional.empty());
        }
    }

    /** Adds an element behind the last one; {@code like} shows how it looks. */
    public void append(Node array, Draft element, Optional<Node> like) {
        if (array.empty()) {
            fill(array, element, like);
            return;
        }
        Frame frame = Frame.of(array, style.colon());
        List<Range> items = Frame.items(array);
        int end = items.get(items.size() - 1).end();
        String json = Printer.like(like, style, itemIndent(array, frame, like)).json(element);
        splices.add(Splice.insert(end, frame.between() + json));
    }

    private void fill(Node array, Draft element, Optional<Node> like) {
        Frame frame = style.frame(Style.indentOfLine(document, array.start()));
        String json = Printer.like(like, style, itemIndent(array, frame, like)).json(element);
        splices.add(new Splice(array.range(), "[" + frame.open() + json + frame.close() + "]"));
    }

    /** Adds a member behind another, or as the first one; its value looks like its siblings. */
    public void insert(Node object, Optional<Member> behind, String name, Draft value) {
        boolean empty = object.empty();
        Frame frame =
                empty ? style.frame(Style.indentOfLine(document, object.start())) : Frame.of(object, style.colon());
        String json = Printer.like(Optional.of(object), style, itemIndent(object, frame, Optional.empty()))
                .json(value);
        String member = Strings.encode(name) + frame.colon() + json;
        if (empty) {
            splices.add(new Splice(object.range(), "{" + frame.open() + member + frame.close() + "}"));
        } else if (behind.isPresent()) {
            splices.add(Splice.insert(behind.get().value().end(), frame.between() + member));
        } else {
            splices.add(Splice.insert(Frame.items(object).get(0).start(), member + frame.between()));
        }
    }

    /** Takes out the item with this number, and one comma with it. */
    public void remove(Node container, int index) {
        List<Range> items = Frame.items(container);
        if (items.size() == 1) {
            splices.add(Splice.remove(container.start() + 1, container.end() - 1));
        } else if (index + 1 < items.size()) {
            splices.add(
                    Splice.remove(items.get(index).start(), items.get(index + 1).start()));
        } else {
            splices.add(
                    Splice.remove(items.get(index - 1).end(), items.get(index).end()));
        }
    }

    /** What a line is indented by on which an item of this container starts. */
    private String itemIndent(Node container, Frame frame, Optional<Node> like) {
        return Gap.indentIn(frame.open())
                .or(() -> like.flatMap(
                        model -> Gap.indentIn(Frame.of(model, style.colon()).close())))
                .orElseGet(() -> Style.indentOfLine(document, container.start()));
    }
}
