package dev.connections.manifest.internal.rule;

/** A rule about one entry that is an object. */
interface EntryRule {
    void check(Inspected entry, Diagnoses found);
}
