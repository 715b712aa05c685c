package dev.connections.oauth.internal.definition;

import dev.connections.ConnectionConfigurationException;
import java.util.List;
import java.util.Map;

/**
 * Authorization parameters as claims: what is a number or an object in the standards is one in a signed request.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9101#section-4">RFC 9101, section 4</a>
 */
public final class RequestClaims {
    private static final String VALUE = "value";

    private RequestClaims() {}

    /**
     * Returns the claim of a parameter.
     *
     * @throws ConnectionConfigurationException if it is not what the standards say ({@code parameter_malformed})
     */
    public static Object of(String name, String value) {
        return switch (name) {
            case "max_age" -> seconds(name, value);
            case "claims" -> json(name, value, Map.class);
            case "authorization_details" -> json(name, value, List.class);
            default -> value;
        };
    }

    private static Long seconds(String name, String value) {
        if (!value.matches("[0-9]{1,9}")) {
            throw malformed(name, "a number of seconds");
        }
        return Long.valueOf(value);
    }

    private static Object json(String name, String value, Class<?> type) {
        String expected = "a JSON " + (type == Map.class ? "object" : "array");
        try {
            Object read = Json.read("{\"" + VALUE + "\":" + value + "}").get(VALUE);
            if (type.isInstance(read)) {
                return type.cast(read);
            }
        } catch (ConnectionConfigurationException broken) { // its message is about whole services
            throw malformed(name, expected);
        }
        throw malformed(name, expected);
    }

    private static ConnectionConfigurationException malformed(String name, String expected) {
        return Wrong.definition(
                "parameter_malformed",
                "the authorization parameter \"" + name + "\" is not " + expected
                        + ", as a signed request holds it; correct it in withAuthorizationParameter");
    }
}
