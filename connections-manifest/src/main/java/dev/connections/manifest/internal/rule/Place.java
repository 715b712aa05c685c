package dev.connections.manifest.internal.rule;

import dev.connections.manifest.internal.json.Range;

/**
 * Where something was found.
 *
 * @param pointer JSON pointer
 * @param range bytes of the text
 */
public record Place(String pointer, Range range) {}
