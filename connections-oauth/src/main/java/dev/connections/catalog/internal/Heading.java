package dev.connections.catalog.internal;

/** What a catalogue shows of a service without reading all of it. */
record Heading(String linkName, String name, String category, String authenticationType) {
    @Override
    public String toString() {
        return name + " (" + linkName + ")";
    }
}
