package dev.connections;

import java.util.Objects;

/**
 * One of several places that an account reaches at its service, such as a tenant, a company or a site: requests need to name one.
 * Immutable.
 *
 * @param id what requests name it by
 * @param label what a person knows it by; the id where the service has no name for it
 */
public record Choice(String id, String label) {
    /**
     * Refuses null.
     *
     * @param id as the component
     * @param label as the component
     */
    public Choice {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(label, "label");
    }
}
