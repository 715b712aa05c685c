package dev.connections.manifest.internal.entry;

import java.util.List;

/** The three shapes of an entry. Keys are in the order in which a new entry has them where no neighbour shows another. */
public enum Shape {
    /** Desk, Projects, the finance family and most others. */
    LINK_NAME(
            Key.LINK_NAME,
            Key.SCOPE,
            Key.TYPE,
            Key.LINK_NAME,
            Key.NAME,
            Key.SERVICE,
            Key.USER_ACCESS,
            Key.USER_DEFINED,
            Key.SHARED_BY,
            Key.SCOPE),
    /** The two help pages of Writer. */
    WRITER(
            Key.WRITER_NAME,
            Key.WRITER_SCOPES,
            Key.WRITER_NAME,
            Key.TYPE,
            Key.AUTHORIZATION_URL,
            Key.WRITER_SCOPES,
            Key.USER_ACCESS),
    /** Mail: a service name and nothing else. */
    MAIL(Key.SERVICE, Key.SCOPE, Key.SERVICE);

    private final Key identity;
    private final Key scopes;
    private final List<Key> keys;

    Shape(Key identity, Key scopes, Key... keys) {
        this.identity = identity;
        this.scopes = scopes;
        this.keys = List.of(keys);
    }

    /** The key that tells entries apart. */
    public Key identity() {
        return identity;
    }

    /** The key of the scopes. */
    public Key scopes() {
        return scopes;
    }

    /** Every key, in canonical order. */
    public List<Key> keys() {
        return keys;
    }

    /** The shape an entry was written in; what could be any is taken for the first. */
    public static Shape of(Fields fields) {
        if (fields.has(Key.LINK_NAME) || fields.has(Key.NAME)) {
            return LINK_NAME;
        }
        if (fields.has(Key.WRITER_NAME) || fields.has(Key.AUTHORIZATION_URL)) {
            return WRITER;
        }
        return fields.has(Key.SERVICE) && fields.order().size() == 1 ? MAIL : LINK_NAME;
    }
}
