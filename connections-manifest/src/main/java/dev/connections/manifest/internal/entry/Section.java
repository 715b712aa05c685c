package dev.connections.manifest.internal.entry;

import dev.connections.manifest.internal.json.Kind;
import dev.connections.manifest.internal.json.Pointer;

/** The top-level keys that hold connection entries. */
public enum Section {
    CONNECTORS("connectors", Kind.ARRAY),
    USED_CONNECTIONS("usedConnections", Kind.ARRAY),
    ZOHO_AUTHORISATION("zohoAuthorisation", Kind.OBJECT);

    private final String json;
    private final Kind kind;

    Section(String json, Kind kind) {
        this.json = json;
        this.kind = kind;
    }

    /** The key as it stands in the file. */
    public String json() {
        return json;
    }

    /** What its value is. */
    public Kind kind() {
        return kind;
    }

    /** JSON pointer of the entry with this number; the section for Zoho is itself the entry. */
    public String pointer(int index) {
        String parent = Pointer.below("", json);
        return this == ZOHO_AUTHORISATION ? parent : Pointer.below(parent, index);
    }
}
