package dev.connections.internal.explain;

import dev.connections.Secret;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text in place of a value that nobody knows or nobody may see. It says its own name, and is made of lower-case letters and
 * digits alone, so that no encoding of URIs, forms, JSON, headers or cookies changes it.
 */
public final class StandIn {
    /** RFC 7518, section 3.2: a key for HS256 has 32 bytes at least. */
    private static final int SHORTEST = 48;

    private static final String BEGIN = "standin0";
    private static final String END = "y";
    private static final Pattern SHAPE = Pattern.compile(BEGIN + "([0-9a-f]+)z*" + END);

    private StandIn() {}

    /** Returns the stand-in of a name. */
    public static Secret of(String name) {
        String hex = HexFormat.of().formatHex(name.getBytes(StandardCharsets.UTF_8));
        String filler = "z".repeat(Math.max(0, SHORTEST - hex.length()));
        return Secret.of(BEGIN + hex + filler + END);
    }

    /** Tells whether a text holds one. */
    static boolean isIn(String text) {
        return SHAPE.matcher(text).find();
    }

    /** Returns a text with the name of each stand-in in its place. */
    static String shown(String text) {
        return SHAPE.matcher(text).replaceAll(found -> Matcher.quoteReplacement("<" + name(found.group(1)) + ">"));
    }

    private static String name(String hex) {
        return new String(HexFormat.of().parseHex(hex), StandardCharsets.UTF_8);
    }
}
