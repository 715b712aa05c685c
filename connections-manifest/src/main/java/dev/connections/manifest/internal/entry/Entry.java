package dev.connections.manifest.internal.entry;

import java.util.List;

/**
 * What an entry says, whatever its shape. A text that it does not say is empty.
 *
 * @param linkName connection link name
 * @param name display name
 * @param service where from and by what name
 * @param userAccess true if each user authorizes
 * @param sharedBy id of who made the connection, as written
 * @param scopes in declared order
 * @param writer what only the Writer shape holds
 */
public record Entry(
        String linkName,
        String name,
        ServiceName service,
        boolean userAccess,
        String sharedBy,
        List<String> scopes,
        WriterFacts writer) {
    /** Copies the scopes. */
    public Entry {
        scopes = List.copyOf(scopes);
    }

    /**
     * A service as Sigma lists it.
     *
     * @param value its link name
     * @param userDefined true for a custom service
     */
    public record ServiceName(String value, boolean userDefined) {
        /** Under this name DESK keeps every connection to a Zoho service. */
        public static final String ZOHO_OAUTH = "zlabs_integration";

        /** Tells whether this is Zoho OAuth or one of Zoho's own services. */
        public boolean zohoFamily() {
            return !userDefined && (value.equals(ZOHO_OAUTH) || value.startsWith("zoho_"));
        }
    }

    /**
     * What only the Writer shape holds.
     *
     * @param type authentication type in Zoho's words
     * @param authorizationUrl authorization endpoint
     */
    public record WriterFacts(String type, String authorizationUrl) {
        /** The only type the help pages show. */
        public static final String OAUTH = "OAuth";

        /** An entry that was not read from a Writer manifest and not made from a connection. */
        public static final WriterFacts NONE = new WriterFacts("", "");

        /** Tells whether the help pages show this type. */
        public boolean documented() {
            return type.equals(OAUTH);
        }
    }

    /** Reads the fields of an entry. */
    public static Entry of(Fields fields) {
        Shape shape = Shape.of(fields);
        boolean writer = shape == Shape.WRITER;
        return new Entry(
                fields.text(writer ? Key.WRITER_NAME : Key.LINK_NAME),
                fields.text(Key.NAME),
                new ServiceName(fields.text(Key.SERVICE), fields.flag(Key.USER_DEFINED)),
                fields.flag(Key.USER_ACCESS),
                fields.text(Key.SHARED_BY),
                scopes(fields, shape),
                writer ? new WriterFacts(fields.text(Key.TYPE), fields.text(Key.AUTHORIZATION_URL)) : WriterFacts.NONE);
    }

    /** Authors mix the two keys up; what they meant is plain. */
    private static List<String> scopes(Fields fields, Shape shape) {
        Key other = shape.scopes() == Key.SCOPE ? Key.WRITER_SCOPES : Key.SCOPE;
        return fields.texts(fields.has(shape.scopes()) ? shape.scopes() : other);
    }

    /** A copy with another service. */
    public Entry withService(ServiceName other) {
        return new Entry(linkName, name, other, userAccess, sharedBy, scopes, writer);
    }

    /** A copy with another id of who made the connection. */
    public Entry withSharedBy(String id) {
        return new Entry(linkName, name, service, userAccess, id, scopes, writer);
    }

    /** What tells this entry from others in this shape. */
    public String identity(Shape shape) {
        return shape == Shape.MAIL ? service.value() : linkName;
    }
}
