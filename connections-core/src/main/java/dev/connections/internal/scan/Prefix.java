package dev.connections.internal.scan;

import dev.connections.ConnectionConfigurationException;

/** The code in front of a quoted link name, without the blanks that mean nothing. */
record Prefix(String code) {
    private static final int LONGEST = 100;

    Prefix {
        code = code.length() > LONGEST ? "" : Squeezed.of(code.replace('\'', '"'));
        if (code.isEmpty()) {
            throw new ConnectionConfigurationException(
                    "form_malformed",
                    "the code in front of a link name is blank or longer than " + LONGEST
                            + " characters; give what stands before the quote, such as \"crm.invoke(\"",
                    null);
        }
    }

    /** Whether code ends with this, and this is not the end of a longer name. */
    boolean ends(CharSequence tail) {
        int from = tail.length() - code.length();
        if (from < 0 || !tail.subSequence(from, tail.length()).toString().equals(code)) {
            return false;
        }
        return from == 0 || begins(tail.charAt(from - 1));
    }

    private boolean begins(char before) {
        boolean key = code.endsWith(":"); // a.connection: "x" and b ? connection : "x" are no keys
        return !word(code.charAt(0)) || !(word(before) || (key && (before == '.' || before == '?')));
    }

    static boolean word(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '$';
    }
}
