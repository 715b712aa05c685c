package dev.connections;

import java.util.List;
import java.util.Set;

/**
 * A connection together with the operations on one authorization of it. Thread-safe.
 *
 * @param <F> the flow its service offers
 */
public interface AuthorizedConnection<F extends AuthorizationFlow> extends Connection {
    /**
     * Returns the flow that authorizes this connection with a new account. Where it has one already this is a switch, and
     * needs the right to switch.
     *
     * @return the flow; nothing happens before its own method is called
     * @throws ConnectionForbiddenException if the actor may not ({@code operation_forbidden})
     */
    F authorize();

    /**
     * Returns the flow that renews the same account: link name and everything that refers to it stay. It asks for every scope
     * of the connection; where the service's definition says that scopes add up, only for those of {@link
     * Authorization#missingScopes}, as long as there are any.
     *
     * @return the flow; completing it as another provider identity is {@code account_differs}, without the identity where
     *     it was known {@code identity_unavailable}, for a subject who uses the organisation's account {@code
     *     account_of_another_subject}; all three change nothing
     * @throws ConnectionForbiddenException if the actor may not ({@code operation_forbidden})
     */
    F reconnect();

    /**
     * Returns the flow that authorizes this connection with another account; the one used before stays saved. Where it has
     * one already this is a switch, and needs the right to switch.
     *
     * @return the flow
     * @throws ConnectionForbiddenException if the actor may not ({@code operation_forbidden})
     */
    F linkNewAccount();

    /** {@return the authorization as it stands; one never made answers DISCONNECTED} */
    Authorization authorization();

    /**
     * Uses another saved account from now on, also the first time. The account used before stays saved.
     *
     * @param account one of {@link ConnectionsView#accounts}
     * @throws ConnectionConfigurationException if it is of another service ({@code account_of_another_service}), was not
     *     granted what the connection asks for ({@code scopes_not_covered}), or is no longer saved
     *     ({@code account_unknown})
     * @throws ConnectionSecurityException if it belongs to another subject ({@code account_of_another_subject})
     * @throws ConnectionForbiddenException if the actor may not ({@code operation_forbidden})
     */
    void switchTo(Account account);

    /**
     * Ends this authorization; others that use the same account keep working. The service's revocation endpoint is called
     * when the last user of the account goes; the organisation's account that a subject used stays saved. Blocks for its
     * answer.
     *
     * @return what happened, with the provider's answer; a failing endpoint is reported there, not thrown
     * @throws ConnectionForbiddenException if the actor may not ({@code operation_forbidden})
     */
    Revocation revoke();

    /**
     * Says what {@link #revoke()} would end, and ends nothing.
     *
     * @return what would happen; the provider is not asked
     * @throws ConnectionForbiddenException if the actor may not ({@code operation_forbidden})
     */
    Revocation revokePreview();

    /**
     * Lists the places that the account reaches at its service, such as tenants, companies or sites, where the service's definition
     * says that requests name one of them. Asks the service; blocks.
     *
     * @return the places; empty if there is nothing to choose
     * @throws ConnectionForbiddenException if the actor may not ({@code operation_forbidden})
     * @throws ReauthorizationRequiredException if nobody has authorized it, or its credentials have ended
     * @throws ConnectionProtocolException if the service's answer is no such list ({@code choices_unreadable})
     */
    List<Choice> choices();

    /**
     * Chooses the place that requests name from now on, for every connection that uses the account. When an authorization is
     * completed and there is one place alone, it is chosen by itself; of several none is, and credentials are refused
     * ({@code choice_required}) until one is chosen, on whichever node. It stays chosen through refreshes and through a reconnect
     * that still reaches it. Other nodes obey as after {@link #switchTo}.
     *
     * @param id the {@link Choice#id} of one of {@link #choices}
     * @return the authorization as it stands then
     * @throws ConnectionConfigurationException if the account does not reach it ({@code choice_unknown})
     * @throws ConnectionSecurityException if the account is not this subject's own ({@code account_of_another_subject})
     * @throws ConnectionForbiddenException if the actor may not ({@code operation_forbidden})
     */
    Authorization choose(String id);

    /**
     * Returns a connection for another token of the same account, such as {@code user} beside {@code bot}.
     *
     * @param name the token's name in the service's definition
     * @return the connection; an unknown name is {@code token_unknown} when credentials are asked for
     */
    Connection token(String name);

    /**
     * Tries the service's probe, or else its identity request, with valid credentials; has a service without either say
     * whether they are good, where it can (RFC 7662). One request, at most 5 seconds; a refusal leads to no refresh and no
     * second try. The authorization keeps the result: refused credentials show as INVALID until they are accepted or
     * replaced. Blocks.
     *
     * @return how it went; a service that cannot be asked says so, without a request
     * @throws ConnectionForbiddenException if the actor may not ({@code operation_forbidden})
     */
    TestResult test();

    /**
     * Tries a request of the caller's choice, as {@link #test()}.
     *
     * @param method the HTTP method, one that changes nothing there
     * @param path resolved against the account's API base
     * @return how it went
     * @throws ConnectionForbiddenException if the actor may not ({@code operation_forbidden})
     * @throws ConnectionConfigurationException if the method or the path cannot be used ({@code method_malformed},
     *     {@code path_malformed})
     */
    TestResult test(String method, String path);

    /** How a try went. Immutable; no secrets. */
    interface TestResult {
        /** {@return whether the service accepted the credentials} */
        boolean passed();

        /** {@return how the authorization stands} */
        AuthorizationStatus status();

        /** {@return the HTTP status that the service answered; 0 if nothing was sent or nothing came back} */
        int httpStatus();

        /** {@return the service's own error text in one line of at most 200 characters; empty if there is none} */
        String serviceText();

        /** {@return the scopes that the connection asks for and the account was not granted} */
        Set<String> missingScopes();

        /** {@return what to do next, in a sentence} */
        String nextStep();
    }
}
