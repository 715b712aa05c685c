package dev.connections.catalog.internal;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The shape of an input: characters and classes with counts, such as {@code [a-z0-9-]{1,63}}. Immutable.
 *
 * <p>No groups, no alternatives, and matched by steps through the text instead of backtracking: a catalogue file cannot
 * make a value cost more than its length squared, which {@link InputRule} bounds.
 */
final class InputPattern {
    private static final String CHARACTER = "(?:[A-Za-z0-9_~@-]|\\\\[.+])";
    private static final Pattern ATOM =
            Pattern.compile("(" + CHARACTER + "|\\[(?:[A-Za-z0-9_.~@+-]|[A-Za-z0-9]-[A-Za-z0-9])+])"
                    + "([?*+]|\\{([0-9]{1,3})(?:(,)([0-9]{1,3})?)?})?");

    private final String text;
    private final List<Atom> atoms;

    private InputPattern(String text, List<Atom> atoms) {
        this.text = text;
        this.atoms = List.copyOf(atoms);
    }

    /** A class of characters and how often it stands. */
    private record Atom(BitSet characters, int least, int most) {
        /** Returns where the text may go on, given where it may be now. */
        BitSet after(BitSet starts, String value) {
            var ends = new BitSet();
            starts.stream().forEach(start -> markEnds(start, value, ends));
            return ends;
        }

        private void markEnds(int start, String value, BitSet ends) {
            int limit = most == Integer.MAX_VALUE ? value.length() : Math.min(value.length(), start + most);
            int at = start;
            while (at < limit && characters.get(value.charAt(at))) {
                at++;
            }
            if (at - start >= least) {
                ends.set(start + least, at + 1);
            }
        }
    }

    /** Reads a pattern; empty if it is none of this kind. */
    static Optional<InputPattern> read(String text) {
        var atoms = new ArrayList<Atom>();
        Matcher matcher = ATOM.matcher(text);
        int at = 0;
        while (at < text.length()) {
            if (!matcher.find(at) || matcher.start() != at) {
                return Optional.empty();
            }
            atoms.add(atom(matcher));
            at = matcher.end();
        }
        return atoms.isEmpty() ? Optional.empty() : Optional.of(new InputPattern(text, atoms));
    }

    boolean matches(String value) {
        var reached = new BitSet();
        reached.set(0);
        for (Atom atom : atoms) {
            reached = atom.after(reached, value);
        }
        return reached.get(value.length());
    }

    @Override
    public String toString() {
        return text;
    }

    private static Atom atom(Matcher matcher) {
        BitSet characters = characters(matcher.group(1));
        String count = matcher.group(2) == null ? "" : matcher.group(2);
        return switch (count) {
            case "" -> new Atom(characters, 1, 1);
            case "?" -> new Atom(characters, 0, 1);
            case "*" -> new Atom(characters, 0, Integer.MAX_VALUE);
            case "+" -> new Atom(characters, 1, Integer.MAX_VALUE);
            default -> counted(characters, matcher);
        };
    }

    private static Atom counted(BitSet characters, Matcher matcher) {
        int least = Integer.parseInt(matcher.group(3));
        boolean open = matcher.group(4) != null;
        String most = matcher.group(5);
        return new Atom(characters, least, most != null ? Integer.parseInt(most) : open ? Integer.MAX_VALUE : least);
    }

    private static BitSet characters(String atom) {
        var characters = new BitSet();
        if (!atom.startsWith("[")) {
            characters.set(atom.charAt(atom.length() - 1));
            return characters;
        }
        String body = atom.substring(1, atom.length() - 1);
        for (int i = 0; i < body.length(); i++) {
            boolean range = i + 2 < body.length() && body.charAt(i + 1) == '-';
            char last = body.charAt(range ? i + 2 : i);
            characters.set(body.charAt(i), Math.max(body.charAt(i), last) + 1);
            i += range ? 2 : 0;
        }
        return characters;
    }
}
