package dev.connections.internal.definition;

import com.fasterxml.jackson.core.JsonPointer;
import dev.connections.ConnectionConfigurationException;

/** The request that tells whose account it is, and where the answer says so. */
public record IdentityRequest(String path, String idPointer, String namePointer) {
    public IdentityRequest {
        check(idPointer);
        check(namePointer);
    }

    private static void check(String pointer) {
        if (!pointer.startsWith("/")) {
            throw new ConnectionConfigurationException(
                    "pointer_malformed",
                    "the JSON Pointer " + Addresses.shown(pointer)
                            + " does not begin with a slash; write for example /data/id (RFC 6901)",
                    null);
        }
    }

    /** The request. */
    public Probe request() {
        return new Probe("GET", path);
    }

    /** Where the account's stable id stands. */
    public JsonPointer id() {
        return JsonPointer.compile(idPointer);
    }

    /** Where the account's name stands. */
    public JsonPointer name() {
        return JsonPointer.compile(namePointer);
    }
}
