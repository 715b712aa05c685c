package dev.connections.internal.store;

/**
 * Who wants to do what with which version of a record.
 *
 * @param id the record's id
 * @param version the version the owner has read
 * @param owner an id of the attempt
 * @param intent what the owner is about to do; copied
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record LeaseRequest(String id, long version, String owner, byte[] intent) {
    /** Copies the intent. */
    public LeaseRequest {
        intent = intent.clone();
    }
}
