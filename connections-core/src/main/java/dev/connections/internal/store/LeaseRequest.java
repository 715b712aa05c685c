package dev.connections.internal.store;

/** Who wants to do what with which version of a record. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record LeaseRequest(String id, long version, String owner, byte[] intent) {
    LeaseRequest {
        intent = intent.clone();
    }
}
