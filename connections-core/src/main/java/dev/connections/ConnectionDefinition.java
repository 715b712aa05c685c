package dev.connections;

import java.util.List;

/**
 * What a connection is before anybody authorized it: a service, names, scopes. Immutable.
 *
 * @param <F> the flow its service offers
 */
public interface ConnectionDefinition<F extends AuthorizationFlow> {
    /** {@return the connection name shown to people, at most 50 characters} */
    String name();

    /**
     * Returns the connection link name, {@code [a-z][a-z0-9_]{0,49}}, derived from the name unless stated: lower case,
     * accents folded, every run of other characters one underscore.
     *
     * @return the link name
     * @throws ConnectionConfigurationException if none was stated and none can be derived ({@code link_name_empty})
     */
    String linkName();

    /** {@return the service} */
    Service<F> service();

    /** {@return the declared scopes, in declared order; the service's default scopes unless {@link #withScopes} replaced them} */
    List<String> scopes();

    /** {@return whether each environment has an authorization of its own} */
    boolean separateEnvironments();

    /** {@return whether an integration declared it} */
    boolean system();

    /**
     * Returns a copy with a stated link name; state it in code, so that the display name may change freely.
     *
     * @param linkName begins with a lower-case letter, then a-z, 0-9 or _, 50 characters at most
     * @return the copy
     * @throws ConnectionConfigurationException if it has another shape ({@code link_name_shape})
     */
    @CheckReturnValue
    ConnectionDefinition<F> withLinkName(String linkName);

    /**
     * Returns a copy that takes the next free link name, {@code name_1}, {@code name_2} …, when its own is taken: for
     * screens where a person types the name.
     *
     * @return the copy
     */
    @CheckReturnValue
    ConnectionDefinition<F> withFreeLinkName();

    /**
     * Returns a copy with these scopes in place of the service's default scopes.
     *
     * @param scopes scope tokens of RFC 6749, appendix A.4, without repeats
     * @return the copy
     * @throws ConnectionConfigurationException if one is blank, repeated or malformed ({@code scope_malformed}), or holds the
     *     place of an input ({@code input_unusable})
     */
    @CheckReturnValue
    ConnectionDefinition<F> withScopes(String... scopes);

    /**
     * Returns a copy with one authorization for each environment; fixed once the connection is created.
     *
     * @return the copy
     */
    @CheckReturnValue
    ConnectionDefinition<F> withSeparateEnvironments();

    /**
     * Returns a copy marked as declared by an integration.
     *
     * @return the copy
     */
    @CheckReturnValue
    ConnectionDefinition<F> asSystem();
}
