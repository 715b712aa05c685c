package dev.connections.manifest.internal.json;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds names that an object has more than once; linear in the size of the object. */
public final class Duplicates {
    /** Up to here comparing each pair is cheaper than a table. */
    private static final int FEW = 12;

    private Duplicates() {}

    /**
     * A name that was there before.
     *
     * @param first the member that had it first
     * @param again a later one
     */
    public record Duplicate(Member first, Member again) {}

    /** Returns each later member whose name an earlier one has, escapes resolved. */
    public static List<Duplicate> in(Node object) {
        List<Member> members = new ArrayList<>();
        object.members().forEach(members::add);
        return members.size() <= FEW ? amongFew(members) : amongMany(members);
    }

    private static List<Duplicate> amongFew(List<Member> members) {
        List<Duplicate> duplicates = List.of();
        for (int later = 1; later < members.size(); later++) {
            Member again = members.get(later);
            for (int earlier = 0; earlier < later; earlier++) {
                if (members.get(earlier).name().saysSame(again.name())) {
                    duplicates = duplicates.isEmpty() ? new ArrayList<>() : duplicates;
                    duplicates.add(new Duplicate(members.get(earlier), again));
                    break;
                }
            }
        }
        return duplicates;
    }

    private static List<Duplicate> amongMany(List<Member> members) {
        Map<String, Member> seen = new HashMap<>();
        List<Duplicate> duplicates = new ArrayList<>();
        for (Member member : members) {
            Member first = seen.putIfAbsent(member.name().text(), member);
            if (first != null) {
                duplicates.add(new Duplicate(first, member));
            }
        }
        return duplicates;
    }
}
