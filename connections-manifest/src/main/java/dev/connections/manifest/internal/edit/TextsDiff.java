package dev.connections.manifest.internal.edit;

import dev.connections.manifest.internal.json.Kind;
import dev.connections.manifest.internal.json.Node;
import dev.connections.manifest.internal.json.Strings;
import java.util.ArrayList;
import java.util.List;

/** The least change between an array and the strings it shall hold: what both start and end with stays. */
final class TextsDiff {
    private final List<Node> old = new ArrayList<>();
    private final List<String> wanted;
    private final String between;

    private TextsDiff(Node array, List<String> wanted, String colon) {
        array.elements().forEach(old::add);
        this.wanted = wanted;
        this.between = Frame.of(array, colon).between();
    }

    /** Returns the change; nothing if the array holds these strings. Neither may be empty. */
    static List<Splice> of(Node array, List<String> wanted, String colon) {
        return new TextsDiff(array, wanted, colon).splices();
    }

    private List<Splice> splices() {
        int start = commonStart();
        int end = commonEnd(start);
        int oldEnd = old.size() - end;
        List<String> fresh = wanted.subList(start, wanted.size() - end);
        if (start == oldEnd && fresh.isEmpty()) {
            return List.of();
        }
        return List.of(start == oldEnd ? insert(start, fresh) : replace(start, oldEnd, fresh));
    }

    private Splice insert(int at, List<String> fresh) {
        if (at == 0) {
            return Splice.insert(old.get(0).start(), joined(fresh) + between);
        }
        return Splice.insert(old.get(at - 1).end(), between + joined(fresh));
    }

    private Splice replace(int start, int end, List<String> fresh) {
        if (!fresh.isEmpty()) {
            Splice gone = Splice.remove(old.get(start).start(), old.get(end - 1).end());
            return new Splice(gone.range(), joined(fresh));
        }
        return start > 0
                ? Splice.remove(old.get(start - 1).end(), old.get(end - 1).end())
                : Splice.remove(old.get(0).start(), old.get(end).start());
    }

    private String joined(List<String> fresh) {
        return String.join(between, fresh.stream().map(Strings::encode).toList());
    }

    private int commonStart() {
        int common = 0;
        while (common < Math.min(old.size(), wanted.size()) && same(common, common)) {
            common++;
        }
        return common;
    }

    private int commonEnd(int start) {
        int common = 0;
        while (common < Math.min(old.size(), wanted.size()) - start
                && same(old.size() - 1 - common, wanted.size() - 1 - common)) {
            common++;
        }
        return common;
    }

    private boolean same(int oldIndex, int wantedIndex) {
        Node node = old.get(oldIndex);
        return node.is(Kind.STRING) && node.text().equals(wanted.get(wantedIndex));
    }
}
