package dev.connections.architecture;

/**
 * A method or constructor as a reader sees it.
 *
 * @param where file and line
 * @param name its name, {@code <init>} for a constructor
 * @param lines from its signature to its closing brace, without annotations, javadoc and blank lines; 0 without a body
 * @param parameters how many its author chose: 0 where a supertype, the components of a record, or what every
 *     exception carries (code, message, cause) chose them
 */
record SourceMethod(String where, String name, int lines, int parameters) {
    boolean hasBody() {
        return lines > 0;
    }

    @Override
    public String toString() {
        return where + " " + name + ": " + lines + " lines, " + parameters + " parameters";
    }
}
