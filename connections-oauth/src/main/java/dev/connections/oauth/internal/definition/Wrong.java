package dev.connections.oauth.internal.definition;

import dev.connections.ConnectionConfigurationException;

/** Makes the exceptions of a definition that cannot be used. */
final class Wrong {
    private Wrong() {}

    static ConnectionConfigurationException definition(String code, String problemAndFix) {
        return new ConnectionConfigurationException(code, problemAndFix, null);
    }

    /** The option exists, but not for this grant or client. */
    static ConnectionConfigurationException option(String option, String reasonAndFix) {
        return definition("option_not_applicable", option + " does not apply here: " + reasonAndFix);
    }

    /** The value was made by somebody else. */
    static <T> T own(Class<T> type, Object value) {
        if (!type.isInstance(value)) {
            throw new IllegalArgumentException("a " + value.getClass().getName()
                    + " is not one of the SDK; use the factory methods of its interface");
        }
        return type.cast(value);
    }
}
