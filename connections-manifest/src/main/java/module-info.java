/** Reads, checks and changes plugin-manifest.json without losing a byte of what is not changed. */
module dev.connections.manifest {
    requires transitive dev.connections.core; // DefinedConnection in Connector.from
    requires static transitive org.jspecify;

    exports dev.connections.manifest;
}
