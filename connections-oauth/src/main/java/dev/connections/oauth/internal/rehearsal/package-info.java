/** What OAuth services would answer, and which options make them differ, for {@code Service.explain()}. Not exported. */
@NullMarked
package dev.connections.oauth.internal.rehearsal;

import org.jspecify.annotations.NullMarked;
