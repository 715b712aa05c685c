/**
 * What makes a manifest good, as rules.
 *
 * <p>{@link dev.connections.manifest.internal.rule.Rulebook} says which rules a product has; a rule looks at the manifest
 * or at one entry and reports a {@link dev.connections.manifest.internal.rule.Diagnosis} for each thing that is wrong. A new
 * product or a new rule is one more line in the rulebook.
 */
@NullMarked
package dev.connections.manifest.internal.rule;

import org.jspecify.annotations.NullMarked;
