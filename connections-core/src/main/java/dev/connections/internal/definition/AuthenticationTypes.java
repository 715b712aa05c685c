package dev.connections.internal.definition;

import dev.connections.AuthorizationFlow;
import dev.connections.ConnectionConfigurationException;
import dev.connections.spi.CredentialStrategy;
import java.util.regex.Pattern;

/** Names of authentication types: undotted ones are the SDK's, others' contain a dot. */
public final class AuthenticationTypes {
    private static final Pattern SHAPE = Pattern.compile("[a-z][a-z0-9_]*(\\.[a-z0-9_]+)*");
    private static final String HOME = "dev.connections.";

    private AuthenticationTypes() {}

    static <F extends AuthorizationFlow> CredentialStrategy<?, F> checked(CredentialStrategy<?, F> strategy) {
        check(strategy.authenticationType(), strategy.getClass());
        return strategy;
    }

    /** Refuses a reserved name in a class that is not ours. */
    public static void check(String type, Class<?> claimedBy) {
        boolean ours = claimedBy.getName().startsWith(HOME);
        if (!SHAPE.matcher(type).matches() || (type.indexOf('.') < 0 && !ours)) {
            throw new ConnectionConfigurationException(
                    "authentication_type_reserved",
                    "the authentication type " + Addresses.shown(type) + " of " + claimedBy.getName()
                            + " is reserved or malformed; use a name with a dot, for example \"acme.hmac\"",
                    null);
        }
    }
}
