package dev.connections.internal.record;

import dev.connections.Actor;
import java.time.Instant;

/** Who did something, and when. */
public record Trail(Actor by, Instant at) {
    /** The actor where none was named. */
    public static final Actor SYSTEM = new SystemActor();

    /** Returns the actor of a role. */
    public static Actor actor(Actor.Role role, String id) {
        return switch (role) {
            case SUPER_ADMIN -> Actor.superAdmin(id);
            case DEVELOPER -> Actor.developer(id);
            case CLIENT -> Actor.client(id);
            case USER -> Actor.user(id);
            case SYSTEM -> SYSTEM;
        };
    }

    private record SystemActor() implements Actor {
        @Override
        public String id() {
            return "system";
        }

        @Override
        public Role role() {
            return Role.SYSTEM;
        }
    }
}
