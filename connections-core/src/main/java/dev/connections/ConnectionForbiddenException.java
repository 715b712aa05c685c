package dev.connections;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** This actor may not do this. */
public final class ConnectionForbiddenException extends ConnectionException {
    private static final long serialVersionUID = 1L;

    private final ArrayList<Actor.Role> allowedRoles;

    /**
     * Creates the exception.
     *
     * @param code the stable code
     * @param message what, where and how to fix it; no secret
     * @param allowedRoles the roles that may
     */
    public ConnectionForbiddenException(String code, String message, Collection<Actor.Role> allowedRoles) {
        super(code, message, null);
        this.allowedRoles = new ArrayList<>(allowedRoles);
    }

    /** {@return the roles that may} */
    public List<Actor.Role> allowedRoles() {
        return List.copyOf(allowedRoles);
    }

    @Override
    ConnectionException copy() {
        return new ConnectionForbiddenException(code(), problem(), allowedRoles);
    }
}
