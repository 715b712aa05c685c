package dev.connections.manifest.internal.rule;

import dev.connections.manifest.internal.entry.Manifest;

/** A rule about a manifest as a whole, whose outermost value is an object. */
interface ManifestRule {
    void check(Manifest manifest, Diagnoses found);
}
