package dev.connections.manifest.internal.json;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Finds names that an object has more than once; linear in the size of the object, in a few bytes for each name. */
public final class Duplicates {
    /** Up to here comparing each pair is cheaper than a table. */
    private static final int FEW = 12;

    private Duplicates() {}

    /**
     * A name that was there before.
     *
     * @param first a member that had it before
     * @param again a later one
     */
    public record Duplicate(Member first, Member again) {}

    /** Tells of each later member whose name an earlier one has, escapes resolved. */
    public static void each(Node object, Consumer<Duplicate> told) {
        List<Member> members = new ArrayList<>(FEW);
        for (Member member : object.members()) {
            if (members.size() == FEW) {
                amongMany(object, told);
                return;
            }
            members.add(member);
        }
        amongFew(members, told);
    }

    private static void amongFew(List<Member> members, Consumer<Duplicate> told) {
        for (int later = 1; later < members.size(); later++) {
            Member again = members.get(later);
            for (int earlier = 0; earlier < later; earlier++) {
                if (members.get(earlier).name().saysSame(again.name())) {
                    told.accept(new Duplicate(members.get(earlier), again));
                    break;
                }
            }
        }
    }

    private static void amongMany(Node object, Consumer<Duplicate> told) {
        NameTable seen = new NameTable(object.document());
        for (Member member : object.members()) {
            Node first = seen.putIfAbsent(member.name());
            if (first.slot() != member.name().slot()) {
                told.accept(new Duplicate(new Member(first, first.following()), member));
            }
        }
    }
}
