package dev.connections.internal.definition;

import dev.connections.ConnectionConfigurationException;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Display names and the link names derived from them (DESIGN §3, RULES A2). */
public final class Names {
    private static final int LONGEST = 50;
    private static final Pattern LINK_NAME = Pattern.compile("[a-z][a-z0-9_]{0,49}");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern OTHERS = Pattern.compile("[^a-z0-9]+");
    private static final Pattern EDGES = Pattern.compile("^[^a-z]+|_+$");

    private Names() {}

    /** Checks a display name of a {@code what}: a connection or a service. */
    public static String display(String name, String what) {
        if (name.isBlank() || name.chars().anyMatch(Character::isISOControl)) {
            throw new ConnectionConfigurationException(
                    "name_malformed",
                    "the " + what + " name " + Addresses.shown(name)
                            + " is blank or holds a control character; give it a name people can read",
                    null);
        }
        int length = name.codePointCount(0, name.length());
        if (length > LONGEST) {
            throw new ConnectionConfigurationException(
                    "name_too_long",
                    "the " + what + " name " + Addresses.shown(name) + " has " + length + " characters; shorten it to "
                            + LONGEST,
                    null);
        }
        return name;
    }

    /** Whether a text has the shape of a link name. */
    public static boolean isLink(String text) {
        return LINK_NAME.matcher(text).matches();
    }

    /** Checks a link name of a {@code what}. */
    public static String link(String linkName, String what) {
        if (!isLink(linkName)) {
            throw new ConnectionConfigurationException(
                    "link_name_shape",
                    what + " link name " + Addresses.shown(linkName)
                            + " is not usable: start with a lower-case letter, then use a-z, 0-9 or _, 50 characters at"
                            + " most",
                    null);
        }
        return linkName;
    }

    /** Derives the link name of a display name; empty where no letter is left. */
    static String derive(String name) {
        String folded =
                MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFD)).replaceAll("");
        String joined = OTHERS.matcher(folded.toLowerCase(Locale.ROOT)).replaceAll("_");
        String started = EDGES.matcher(joined).replaceAll("");
        String cut = started.length() > LONGEST ? started.substring(0, LONGEST) : started;
        return EDGES.matcher(cut).replaceAll("");
    }

    /** Refuses an empty derived link name. */
    static String derived(String linkName, String name, String what) {
        if (linkName.isEmpty()) {
            throw new ConnectionConfigurationException(
                    "link_name_empty",
                    "no link name can be derived from the " + what + " name " + Addresses.shown(name)
                            + "; state one with withLinkName(\"…\")",
                    null);
        }
        return linkName;
    }

    /** Appends {@code _n} to a link name, cutting it so that 50 characters hold both. */
    static String suffixed(String linkName, int n) {
        String suffix = "_" + n;
        int room = LONGEST - suffix.length();
        return (linkName.length() > room ? linkName.substring(0, room) : linkName) + suffix;
    }
}
