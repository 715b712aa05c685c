package dev.connections.oauth.internal.computed;

import dev.connections.ConnectionConfigurationException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the text of a formula, once. Confined to one thread. */
final class FormulaReader {
    private static final int DEEPEST = 6;
    private static final Pattern TOKEN = Pattern.compile(
            "\\s*(?:'([^'{}\\p{Cntrl}]*)'|([a-z][a-z0-9_]*(?:\\.[A-Za-z0-9_-]{1,64})?)|([0-9]{1,3})|([(),+]))");

    private final String text;
    private final List<String> tokens = new ArrayList<>();
    private int at;

    FormulaReader(String text) {
        this.text = text;
    }

    Part read() {
        split();
        Part part = sum(0);
        if (at < tokens.size()) {
            throw malformed("does not end where it should; join texts with +");
        }
        return part;
    }

    /** Tokens are kept with a sign of their kind: a quote before a text. */
    private void split() {
        String rest = text.stripTrailing();
        Matcher matcher = TOKEN.matcher(rest);
        int from = 0;
        while (from < rest.length()) {
            if (!matcher.region(from, rest.length()).lookingAt()) {
                throw malformed("cannot be read at character " + (from + 1)
                        + "; write texts in single quotes without braces, and names in lower case");
            }
            tokens.add(kept(matcher));
            from = matcher.end();
        }
    }

    private static String kept(Matcher matcher) {
        if (matcher.group(1) != null) {
            return "'" + matcher.group(1);
        }
        return matcher.group(3) != null
                ? "'" + matcher.group(3)
                : matcher.group().strip();
    }

    private Part sum(int depth) {
        if (depth > DEEPEST) {
            throw malformed("is nested deeper than " + DEEPEST + "; simplify it");
        }
        var parts = new ArrayList<Part>();
        do {
            parts.add(part(depth));
        } while (take("+"));
        if (parts.size() == 1) {
            return parts.get(0);
        }
        var sum = new Part.Sum(List.copyOf(parts));
        if (!sum.isText()) {
            throw malformed("adds bytes to a text; write them with hex(…), base64(…) or base64url(…) first");
        }
        return sum;
    }

    private Part part(int depth) {
        String token = at < tokens.size() ? tokens.get(at++) : "";
        if (token.startsWith("'")) {
            return new Part.Literal(token.substring(1));
        }
        if (token.isEmpty() || "(),+".contains(token)) {
            throw malformed("lacks a text, a variable or a function; write one there");
        }
        return take("(") ? call(token, depth) : new Part.Variable(token);
    }

    private Part call(String name, int depth) {
        Function function = Function.named(name)
                .orElseThrow(() -> malformed("has no function \"" + name + "\"; use " + Formula.functions()));
        var arguments = new ArrayList<Part>();
        if (!take(")")) {
            do {
                arguments.add(sum(depth + 1));
            } while (take(","));
            if (!take(")")) {
                throw malformed("lacks the closing parenthesis of " + name);
            }
        }
        check(function, arguments);
        return new Part.Call(function, List.copyOf(arguments));
    }

    private void check(Function function, List<Part> arguments) {
        if (!function.takes(arguments.size())) {
            throw malformed("gives " + function.written() + " " + arguments.size() + " values; see TokenRequestFormat");
        }
        if (!function.takesBytes() && !arguments.stream().allMatch(Part::isText)) {
            throw malformed("gives bytes to " + function.written() + "; write them with hex(…) or base64(…) first");
        }
        try {
            checkLiterals(function, arguments);
        } catch (IllegalArgumentException wrong) {
            throw malformed("is wrong in " + function.written() + ": " + wrong.getMessage());
        }
    }

    /** Counts, times and algorithms are fixed, so that nothing of a request decides them. */
    private void checkLiterals(Function function, List<Part> arguments) {
        switch (function) {
            case LEFT -> Times.count(literal(arguments.get(1)));
            case RANDOM -> Times.count(literal(arguments.get(0)));
            case NOW -> checkTime(arguments);
            case JWT -> literal(arguments.get(0));
            default -> {}
        }
    }

    private void checkTime(List<Part> arguments) {
        String offset = arguments.isEmpty() ? "PT0S" : literal(arguments.get(0));
        Times.written(offset, arguments.size() < 2 ? "seconds" : literal(arguments.get(1)), Instant.EPOCH);
    }

    private static String literal(Part part) {
        if (part instanceof Part.Literal literal) {
            return literal.text();
        }
        throw new IllegalArgumentException("it takes a fixed text there");
    }

    private boolean take(String sign) {
        boolean there = at < tokens.size() && tokens.get(at).equals(sign);
        at += there ? 1 : 0;
        return there;
    }

    private ConnectionConfigurationException malformed(String problemAndFix) {
        return Formula.malformed(text, problemAndFix);
    }
}
