package dev.connections.internal.input;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The shape of a text: characters and classes with counts, such as {@code [a-z0-9-]{1,63}}. A document may bring one, so
 * there are neither groups nor alternatives, and matching walks through the text once for each part: no value costs more than
 * the square of its length (RELIABILITY F-M24). Immutable.
 */
final class TextShape {
    private static final int UNBOUNDED = Integer.MAX_VALUE;
    private static final Pattern PART =
            Pattern.compile("(?<one>[A-Za-z0-9_~@-]|\\\\[.+])|\\[(?<class>[A-Za-z0-9_.~@+-]+)]");
    private static final Pattern COUNT = Pattern.compile("[?*+]|\\{(?<least>[0-9]{1,3})(?<to>,(?<most>[0-9]{1,3})?)?}");

    private final String text;
    private final List<Part> parts;

    private TextShape(String text, List<Part> parts) {
        this.text = text;
        this.parts = List.copyOf(parts);
    }

    /** Reads a shape; empty if it is written in another way. */
    static Optional<TextShape> read(String text) {
        Matcher part = PART.matcher(text);
        Matcher count = COUNT.matcher(text);
        var parts = new ArrayList<Part>();
        int at = 0;
        while (at < text.length()) {
            if (!part.region(at, text.length()).lookingAt()) {
                return Optional.empty();
            }
            BitSet characters = characters(part);
            at = part.end();
            boolean counted = count.region(at, text.length()).lookingAt();
            Part next = counted ? Part.of(characters, count) : new Part(characters, 1, 1);
            if (next.most() < next.least()) {
                return Optional.empty();
            }
            parts.add(next);
            at = counted ? count.end() : at;
        }
        return parts.isEmpty() ? Optional.empty() : Optional.of(new TextShape(text, parts));
    }

    private static BitSet characters(Matcher part) {
        var characters = new BitSet();
        if (part.group("class") == null) {
            String one = part.group("one");
            characters.set(one.charAt(one.length() - 1));
            return characters;
        }
        String all = part.group("class");
        for (int i = 0; i < all.length(); i++) {
            boolean range = i + 2 < all.length() && all.charAt(i + 1) == '-';
            int last = all.charAt(range ? i + 2 : i);
            characters.set(all.charAt(i), Math.max(all.charAt(i), last) + 1);
            i += range ? 2 : 0;
        }
        return characters;
    }

    boolean matches(String value) {
        var reached = new BitSet();
        reached.set(0);
        for (Part part : parts) {
            reached = part.from(reached, value);
        }
        return reached.get(value.length());
    }

    @Override
    public String toString() {
        return text;
    }

    /** Characters, and how often one of them stands. */
    private record Part(BitSet characters, int least, int most) {
        static Part of(BitSet characters, Matcher count) {
            return switch (count.group()) {
                case "?" -> new Part(characters, 0, 1);
                case "*" -> new Part(characters, 0, UNBOUNDED);
                case "+" -> new Part(characters, 1, UNBOUNDED);
                default -> bounded(characters, count);
            };
        }

        private static Part bounded(BitSet characters, Matcher count) {
            int least = Integer.parseInt(count.group("least"));
            if (count.group("to") == null) {
                return new Part(characters, least, least);
            }
            return new Part(
                    characters, least, count.group("most") == null ? UNBOUNDED : Integer.parseInt(count.group("most")));
        }

        /** Returns where a text may go on, given where it may be. */
        BitSet from(BitSet starts, String value) {
            var ends = new BitSet();
            starts.stream().forEach(start -> {
                int end = start;
                while (end < value.length() && end - start < most && characters.get(value.charAt(end))) {
                    end++;
                }
                if (end - start >= least) {
                    ends.set(start + least, end + 1);
                }
            });
            return ends;
        }
    }
}
