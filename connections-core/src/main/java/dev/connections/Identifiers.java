package dev.connections;

/** The one shape of ids that callers choose: subjects, actors. */
final class Identifiers {
    private Identifiers() {}

    static String check(String id, int longest, String what) {
        if (id.isBlank() || id.length() > longest || id.chars().anyMatch(Character::isISOControl)) {
            throw new ConnectionConfigurationException(
                    what + "_malformed",
                    "the " + what + " id is empty, longer than " + longest
                            + " characters or holds a control character; pass the stable id your system gives the "
                            + what,
                    null);
        }
        return id;
    }
}
