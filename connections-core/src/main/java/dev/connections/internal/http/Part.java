package dev.connections.internal.http;

/**
 * A header, query parameter, form field or cookie that carries a credential. Prints its name only.
 *
 * @param name the name
 * @param value the value, secret
 */
public record Part(String name, String value) {
    @Override
    public String toString() {
        return "Part[" + name + "]";
    }
}
