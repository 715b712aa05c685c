package dev.connections.internal.definition;

/** What a service is called, whether its user defined it, and what a catalogue knows of it. */
record ServiceIdentity(String linkName, String name, boolean custom, About about) {
    ServiceIdentity(String linkName, String name, boolean custom) {
        this(linkName, name, custom, About.NOTHING);
    }
}
