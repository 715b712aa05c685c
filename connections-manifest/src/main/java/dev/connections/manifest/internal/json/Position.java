package dev.connections.manifest.internal.json;

/**
 * A place as editors show it.
 *
 * @param line from 1
 * @param column from 1, in UTF-16 code units as editors and SARIF count them; a byte order mark is not counted
 */
public record Position(int line, int column) {
    @Override
    public String toString() {
        return "line " + line + ", column " + column;
    }
}
