package dev.connections.manifest.internal.json;

/**
 * One member of an object.
 *
 * @param name the string left of the colon
 * @param value what stands right of it
 */
public record Member(Node name, Node value) {}
