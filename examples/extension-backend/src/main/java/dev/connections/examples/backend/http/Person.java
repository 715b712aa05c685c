package dev.connections.examples.backend.http;

import dev.connections.Actor;
import dev.connections.Subject;
import java.util.Locale;

/**
 * Somebody of the host's user directory. Immutable.
 *
 * @param actor id and role, for what they manage
 * @param name the name shown
 * @param email their address
 */
public record Person(Actor actor, String name, String email) {
    /** {@return the same person as the owner of credentials} */
    public Subject subject() {
        return Subject.of(actor.id())
                .withName(name)
                .withEmail(email)
                .withType(actor.role().name().toLowerCase(Locale.ROOT).replace('_', ' '));
    }

    /** {@return the role as a person reads it} */
    public String role() {
        return switch (actor.role()) {
            case SUPER_ADMIN -> "Super admin";
            case DEVELOPER -> "Developer";
            case CLIENT -> "Client";
            case USER -> "User";
            case SYSTEM -> "System";
        };
    }

    /** {@return whether pages offer to create, edit and delete; the SDK's policy decides what happens} */
    public boolean builds() {
        return actor.role() == Actor.Role.SUPER_ADMIN || actor.role() == Actor.Role.DEVELOPER;
    }
}
