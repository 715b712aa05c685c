package dev.connections.internal;

import dev.connections.ConnectionConfigurationException;
import dev.connections.Environment;
import dev.connections.Subject;
import dev.connections.internal.record.AuthorizationKey;
import dev.connections.internal.record.Concern;
import dev.connections.internal.serve.Defined;
import java.util.Optional;

/** Which authorization a handle means. */
final class Keys {
    private Keys() {}

    /** In the process's environment. */
    static AuthorizationKey of(Kernel kernel, Defined<?> defined, Optional<Subject> subject) {
        Optional<Environment> environment =
                defined.value().separateEnvironments() ? Optional.of(kernel.environment()) : Optional.empty();
        return new AuthorizationKey(defined.linkName(), environment, subject);
    }

    /** The connection as a whole. */
    static Concern concern(Defined<?> defined) {
        return new Concern(
                defined.tenant(), new AuthorizationKey(defined.linkName(), Optional.empty(), Optional.empty()));
    }

    /** In a named environment. */
    static AuthorizationKey of(Defined<?> defined, Environment environment, Optional<Subject> subject) {
        if (!defined.value().separateEnvironments()) {
            throw new ConnectionConfigurationException(
                    "environments_not_separate",
                    "the connection \"" + defined.linkName()
                            + "\" has one authorization for all environments; leave out " + environment
                            + ", or declare it anew with withSeparateEnvironments()",
                    null);
        }
        return new AuthorizationKey(defined.linkName(), Optional.of(environment), subject);
    }
}
