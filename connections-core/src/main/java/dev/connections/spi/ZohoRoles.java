package dev.connections.spi;

import dev.connections.Actor.Role;
import dev.connections.ConnectionSummary.Kind;
import java.util.EnumSet;
import java.util.Set;

/**
 * Who may do what in Zoho Creator's developer console. The role SYSTEM, in which jobs and code without a named actor run,
 * may do everything.
 */
final class ZohoRoles implements AccessPolicy {
    private static final Set<Role> BUILDERS = EnumSet.of(Role.SUPER_ADMIN, Role.DEVELOPER);
    private static final Set<Role> SUPER_ADMIN = EnumSet.of(Role.SUPER_ADMIN);
    private static final Set<Role> NOT_USERS = EnumSet.of(Role.SUPER_ADMIN, Role.DEVELOPER, Role.CLIENT);
    private static final Set<Role> EVERYBODY = EnumSet.of(Role.SUPER_ADMIN, Role.DEVELOPER, Role.CLIENT, Role.USER);
    private static final Set<Role> NOBODY = EnumSet.noneOf(Role.class);

    @Override
    public Set<Role> allowed(Request request) {
        Set<Role> roles = EnumSet.of(Role.SYSTEM);
        roles.addAll(
                request.kind() == Kind.USER
                        ? ofUsers(request.operation(), request.ownership() == Ownership.OWN)
                        : shared(request.operation()));
        return roles;
    }

    private static Set<Role> shared(Operation operation) {
        return switch (operation) {
            case CREATE, EDIT, DELETE, ENABLE, REFERENCE, SWITCH, REVOKE, RENAME, FORGET -> BUILDERS;
            case AUTHORIZE, VIEW, USE -> NOT_USERS;
            case REVOKE_EVERYWHERE, MARK_PRIMARY, MAINTAIN -> SUPER_ADMIN;
        };
    }

    /** What is one user's is that user's business; also a super administrator switches and revokes only what is theirs. */
    private static Set<Role> ofUsers(Operation operation, boolean own) {
        return switch (operation) {
            case CREATE, EDIT, DELETE, ENABLE, REFERENCE -> BUILDERS;
            case AUTHORIZE, SWITCH, REVOKE, RENAME, FORGET, USE -> own ? EVERYBODY : NOBODY;
            case VIEW -> own ? EVERYBODY : BUILDERS;
            case REVOKE_EVERYWHERE, MARK_PRIMARY, MAINTAIN -> SUPER_ADMIN;
        };
    }
}
