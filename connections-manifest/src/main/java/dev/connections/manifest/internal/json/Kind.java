package dev.connections.manifest.internal.json;

/** What a value is. */
public enum Kind {
    OBJECT,
    ARRAY,
    STRING,
    NUMBER,
    TRUE,
    FALSE,
    NULL,
    /** Text where a value belongs that is none, or no text at all; a {@link Flaw} says which. */
    BROKEN
}
