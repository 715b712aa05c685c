/** What is stored: one type for each kind of record, and the vault that seals and opens them. Not exported. */
@NullMarked
package dev.connections.internal.record;

import org.jspecify.annotations.NullMarked;
