/** How text of a file may appear in what a person reads: short, clean, and no secret. */
@NullMarked
package dev.connections.manifest.internal.text;

import org.jspecify.annotations.NullMarked;
