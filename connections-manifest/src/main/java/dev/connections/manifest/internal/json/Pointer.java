package dev.connections.manifest.internal.json;

/** JSON pointers as RFC 6901 writes them. */
public final class Pointer {
    /** A name of a megabyte helps nobody. */
    private static final int NAME_LIMIT = 200;

    private Pointer() {}

    /** Returns the pointer of a member below {@code parent}; a long name is cut, since a person reads it. */
    public static String below(String parent, String name) {
        return parent + "/" + escape(cut(name));
    }

    /** Returns the pointer of an element below {@code parent}. */
    public static String below(String parent, int index) {
        return parent + "/" + index;
    }

    /**
     * Returns the pointer of a value, found from the outermost one down; a long name is cut, since a person reads it.
     */
    public static String of(Document document, Node value) {
        StringBuilder pointer = new StringBuilder();
        Node at = document.root().orElseThrow();
        while (at.slot() != value.slot()) {
            at = step(at, value.slot(), pointer);
        }
        return pointer.toString();
    }

    /** Goes to the item of the container that is the value or holds it. */
    private static Node step(Node container, int slot, StringBuilder pointer) {
        Document document = container.document();
        for (Member member : container.members()) {
            if (slot < document.next(member.value().slot())) {
                pointer.append('/').append(escape(cut(member.name().text())));
                return member.value();
            }
        }
        int index = 0;
        for (Node element : container.elements()) {
            if (slot < document.next(element.slot())) {
                pointer.append('/').append(index);
                return element;
            }
            index++;
        }
        throw new IllegalArgumentException("slot " + slot + " is of another document");
    }

    static String cut(String name) {
        return name.length() > NAME_LIMIT ? name.substring(0, NAME_LIMIT) + "…" : name;
    }

    static String escape(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
