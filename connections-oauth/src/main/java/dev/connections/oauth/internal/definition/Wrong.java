package dev.connections.oauth.internal.definition;

import dev.connections.ConnectionConfigurationException;

/** Makes the exceptions of a definition that cannot be used. */
public final class Wrong {
    private Wrong() {}

    /** The definition says something that cannot be used. */
    public static ConnectionConfigurationException definition(String code, String problemAndFix) {
        return new ConnectionConfigurationException(code, problemAndFix, null);
    }

    /** The option exists, but not for this grant or client. */
    public static ConnectionConfigurationException option(String option, String reasonAndFix) {
        return definition("option_not_applicable", option + " does not apply here: " + reasonAndFix);
    }

    /** The value was made by somebody else. */
    public static <T> T own(Class<T> type, Object value) {
        if (!type.isInstance(value)) {
            throw new IllegalArgumentException("a " + value.getClass().getName()
                    + " is not one of the SDK; use the factory methods of its interface");
        }
        return type.cast(value);
    }
}
