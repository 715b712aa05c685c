package dev.connections.manifest.internal.report;

import dev.connections.manifest.internal.json.Document;
import dev.connections.manifest.internal.json.Kind;
import dev.connections.manifest.internal.json.Member;
import dev.connections.manifest.internal.json.Node;
import dev.connections.manifest.internal.json.Range;
import dev.connections.manifest.internal.text.Secrets;
import java.util.ArrayList;
import java.util.List;

/** Where in a text a value stands that is named as a secret is; {@link Secrets#value} knows the others by themselves. */
final class SecretRanges {
    private final List<Range> ranges = new ArrayList<>();

    private SecretRanges() {}

    static SecretRanges in(Document document) {
        SecretRanges found = new SecretRanges();
        for (Node object : document.objects()) {
            for (Member member : object.members()) {
                if (Secrets.name(member.name().text()) && !harmless(member.value())) {
                    found.ranges.add(member.value().range());
                }
            }
        }
        return found;
    }

    private static boolean harmless(Node value) {
        return value.is(Kind.TRUE)
                || value.is(Kind.FALSE)
                || value.is(Kind.NULL)
                || (value.is(Kind.OBJECT) && value.empty());
    }

    /** Tells whether one of them has a byte between these offsets. */
    boolean touch(int start, int end) {
        for (Range range : ranges) {
            if (range.start() < end && start < range.end()) {
                return true;
            }
        }
        return false;
    }
}
