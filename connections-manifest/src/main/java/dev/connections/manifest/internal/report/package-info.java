/**
 * What was found in a manifest, written for people and for tools.
 *
 * <p>Starts at {@link dev.connections.manifest.internal.report.Checked}. No secret of the file appears in any text.
 */
@NullMarked
package dev.connections.manifest.internal.report;

import org.jspecify.annotations.NullMarked;
