package dev.connections;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/** The fields of Zoho's connection pages. Immutable snapshot; no secrets. */
public interface ConnectionSummary {
    /** {@return the service's display name} */
    String serviceName();

    /** {@return the service's link name} */
    String serviceLinkName();

    /** {@return the connection name} */
    String name();

    /** {@return the connection link name} */
    String linkName();

    /** {@return who made it: an integration, an administrator, or each user} */
    Kind kind();

    /** {@return the declared scopes, in declared order} */
    List<String> requestedScopes();

    /** {@return whether each user authorizes it} */
    boolean perUser();

    /** {@return whether environments have authorizations of their own} */
    boolean separateEnvironments();

    /** {@return whether it may be used at all} */
    boolean enabled();

    /** {@return the applications that may not use it} */
    Set<String> disabledApplications();

    /** {@return every authorization: granted scopes and account by environment and subject are in these} */
    List<Authorization> authorizations();

    /** {@return who declared it} */
    Actor createdBy();

    /** {@return when it was declared} */
    Instant createdAt();

    /** {@return who changed it last} */
    Actor modifiedBy();

    /** {@return when it was changed last} */
    Instant modifiedAt();

    /**
     * Returns what tells this state of the definition from every other one, for {@link DefinedConnection.Edit#ifStill}: a
     * page keeps it while a person edits.
     *
     * @return 43 characters of base64url
     */
    String revision();

    /** Kinds of connections, as Zoho Creator shows them. */
    enum Kind {
        /** Declared by an integration with {@link ConnectionDefinition#asSystem()}. */
        SYSTEM,
        /** Everything else that is shared. */
        ADMIN,
        /** Per user. */
        USER
    }
}
