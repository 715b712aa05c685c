package dev.connections.internal.definition;

/** Text from elsewhere, made safe for one line of a message. */
public final class Texts {
    private static final int LONGEST = 200;

    private Texts() {}

    /** Drops control and bidirectional formatting characters and cuts at 200 characters. */
    public static String clean(String foreign) {
        String head = foreign.length() > 4 * LONGEST ? foreign.substring(0, 4 * LONGEST) : foreign;
        String printable = head.codePoints()
                .filter(c -> !Character.isISOControl(c) && Character.getType(c) != Character.FORMAT)
                .filter(c -> Character.getType(c) != Character.SURROGATE)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return printable.length() <= LONGEST ? printable : printable.substring(0, LONGEST) + "…";
    }
}
