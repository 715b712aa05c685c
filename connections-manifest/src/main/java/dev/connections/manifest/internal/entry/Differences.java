package dev.connections.manifest.internal.entry;

import java.util.ArrayList;
import java.util.List;

/** In which keys an entry of a manifest says something else than a wanted one would there. */
public final class Differences {
    private final Placed placed;
    private final Entry present;
    private final Entry wanted;
    private final List<String> keys = new ArrayList<>();

    private Differences(Placed placed, Entry wanted) {
        this.placed = placed;
        this.present = Entry.of(placed.fields());
        this.wanted = wanted;
    }

    /** Returns the keys as they stand in the file, in canonical order; first the section if the product has it elsewhere. */
    public static List<String> of(Dialect dialect, Placed placed, Entry wanted) {
        Differences differences = new Differences(placed, dialect.written(wanted));
        if (dialect.section(wanted) != placed.section()) {
            differences.keys.add(dialect.section(wanted).json());
        }
        placed.shape().keys().forEach(differences::compare);
        return List.copyOf(differences.keys);
    }

    private void compare(Key key) {
        if (differs(key)) {
            keys.add(key.json());
        }
    }

    private boolean differs(Key key) {
        return switch (key) {
            case TYPE, AUTHORIZATION_URL -> differsForWriter(key);
            case LINK_NAME, WRITER_NAME -> !present.linkName().equals(wanted.linkName());
            case NAME -> !present.name().equals(wanted.name());
            case SERVICE -> !present.service().value().equals(wanted.service().value());
            case USER_DEFINED ->
                present.service().userDefined() != wanted.service().userDefined();
            case USER_ACCESS -> present.userAccess() != wanted.userAccess();
            case SHARED_BY ->
                !wanted.sharedBy().isEmpty() && !present.sharedBy().equals(wanted.sharedBy());
            case SCOPE, WRITER_SCOPES ->
                placed.shape() != Shape.MAIL && !present.scopes().equals(wanted.scopes());
        };
    }

    /** What another program wrote for a type that no page shows may be right. */
    private boolean differsForWriter(Key key) {
        if (placed.shape() != Shape.WRITER || !wanted.writer().documented()) {
            return false;
        }
        return key == Key.TYPE
                ? !present.writer().type().equals(wanted.writer().type())
                : !wanted.writer().authorizationUrl().isEmpty()
                        && !present.writer()
                                .authorizationUrl()
                                .equals(wanted.writer().authorizationUrl());
    }
}
