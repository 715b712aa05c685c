/** HTML that escapes by construction: texts and attribute values are never markup. */
@NullMarked
package dev.connections.examples.backend.html;

import org.jspecify.annotations.NullMarked;
