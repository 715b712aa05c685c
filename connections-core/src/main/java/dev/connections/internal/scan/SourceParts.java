package dev.connections.internal.scan;

/** Is told the parts of a source text, in order. */
interface SourceParts {
    /** A character outside of comments and strings. */
    void code(char c);

    /** A string that says what is written; {@code start} is the offset of its first character, not of the quote. */
    void literal(int start, String value);

    /** A string that is unfinished, too long, or says something else than is written. */
    void dynamic();

    /** A comment, to the offset behind it. */
    void comment(int from, int to);

    /** Code that has nothing to do with the code before begins. */
    void apart();
}
