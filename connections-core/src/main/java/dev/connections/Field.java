package dev.connections;

import java.util.List;
import java.util.Objects;

/**
 * One thing to ask a person for.
 *
 * @param name the Actual Parameter: the name the service's API expects
 * @param displayName the label shown to the person
 * @param secret whether the value is hidden while typed and sealed when stored
 * @param required whether it must be given
 * @param options the values to choose from; empty if any text will do
 */
public record Field(String name, String displayName, boolean secret, boolean required, List<String> options) {
    /**
     * Copies the options and refuses null.
     *
     * @param name as the component
     * @param displayName as the component
     * @param secret as the component
     * @param required as the component
     * @param options as the component
     */
    public Field {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(displayName, "displayName");
        options = List.copyOf(options);
    }

    /**
     * Returns a required field whose value may be shown.
     *
     * @param name the Actual Parameter
     * @param displayName the label
     * @return the field
     */
    public static Field text(String name, String displayName) {
        return new Field(name, displayName, false, true, List.of());
    }

    /**
     * Returns a required field whose value is hidden.
     *
     * @param name the Actual Parameter
     * @param displayName the label
     * @return the field
     */
    public static Field secret(String name, String displayName) {
        return new Field(name, displayName, true, true, List.of());
    }
}
