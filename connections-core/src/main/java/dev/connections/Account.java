package dev.connections;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** One saved credential at one service, with a display name. Immutable snapshot; holds no secret. */
public interface Account {
    /** {@return the account's own id in this store} */
    String id();

    /** {@return the provider's name for it, else {@code <service name> Account <n>}} */
    String name();

    /** {@return the link name of its service} */
    String serviceLinkName();

    /** {@return the subject it belongs to, empty if it is the organisation's} */
    Optional<Subject> owner();

    /** {@return when it was first saved} */
    Instant createdAt();

    /** {@return the values for what its service left open, such as a tenant, by name; no secrets} */
    Map<String, String> inputs();

    /** {@return what the service told about it at authorization, such as a data centre; no secrets} */
    Map<String, String> captured();
}
