package dev.connections.internal.definition;

/** What a service is called, and whether its user defined it. */
record ServiceIdentity(String linkName, String name, boolean custom) {}
