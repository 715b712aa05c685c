package dev.connections.spi;

import dev.connections.Actor;
import dev.connections.ConnectionSummary;
import java.util.EnumSet;
import java.util.Set;

/** Says who may do what. Asked only where an actor was named; pure and thread-safe. */
@FunctionalInterface
public interface AccessPolicy {
    /**
     * Returns the roles that may.
     *
     * @param request what is to be done, and to what
     * @return the roles
     */
    Set<Actor.Role> allowed(Request request);

    /** {@return the policy that lets every role do everything: the embedded default} */
    static AccessPolicy unrestricted() {
        return request -> EnumSet.allOf(Actor.Role.class);
    }

    /**
     * Returns the policy of Zoho Creator's developer console: super administrators and developers create, edit and delete,
     * and switch and revoke what is shared; clients authorize and use what is shared; what is one user's is authorized, used,
     * switched and revoked by that user alone; super administrators mark primaries. Jobs (the role SYSTEM) may do everything.
     *
     * @return the policy
     * @see <a href="https://help.zoho.com/portal/en/kb/creator/developer-platform/developer-console/articles/managing-connections">Zoho Creator, connections in the developer console, read
     *     2026-11-20</a>
     */
    static AccessPolicy zohoRoles() {
        return new ZohoRoles();
    }

    /** What an actor wants to do. Immutable; made by the SDK alone. */
    interface Request {
        /** {@return what is to be done} */
        Operation operation();

        /** {@return the kind of the connection} */
        ConnectionSummary.Kind kind();

        /** {@return whether the authorization concerned is the actor's own} */
        Ownership ownership();

        /** {@return the connection link name; empty where an account is concerned} */
        String linkName();

        /** {@return who wants to} */
        Actor actor();
    }

    /** Whose authorization an operation concerns. */
    enum Ownership {
        /** The actor's own. */
        OWN,
        /** Somebody else's, or everybody's. */
        OTHERS
    }

    /** What is to be done. Later releases may add constants. */
    enum Operation {
        /** Declare a new connection. */
        CREATE,
        /** Change a definition. */
        EDIT,
        /** Delete a connection. */
        DELETE,
        /** Authorize or reconnect. */
        AUTHORIZE,
        /** Use another saved account. */
        SWITCH,
        /** End an authorization. */
        REVOKE,
        /** End an account whoever uses it. */
        REVOKE_EVERYWHERE,
        /** End an account that nobody uses. */
        FORGET,
        /** Rename an account. */
        RENAME,
        /** Name the primary authorization. */
        MARK_PRIMARY,
        /** Enable or disable. */
        ENABLE,
        /** Record or remove a reference. */
        REFERENCE,
        /** See. */
        VIEW,
        /** Get credentials. */
        USE,
        /** Maintain the store. */
        MAINTAIN
    }
}
