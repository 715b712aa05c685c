package dev.connections.oauth;

import dev.connections.CheckReturnValue;
import dev.connections.oauth.internal.definition.ChoiceRule;

/**
 * A list of places that an account reaches, of which requests name one: Xero's organisations, Atlassian's sites, Basecamp's
 * accounts. The service is asked with the account's token when a flow is completed; one place alone is taken, of several a person
 * takes one with {@link dev.connections.AuthorizedConnection#choose}. Immutable, thread-safe.
 *
 * <p>What was chosen is a captured value: <code>captured.name</code> in a formula, such as {@code withComputedHeader(
 * "Xero-Tenant-Id", "captured.tenantId")}. Ids of other signs than letters, digits and <code>. _ ~ : @ -</code> are not offered.
 */
public interface AccountChoice {
    /**
     * Begins with where the list is: the answer to a GET with the account's token, a JSON array or an object that holds one.
     *
     * @param uri an absolute {@code https} URI
     * @return the next stage
     */
    static NeedsId listedAt(String uri) {
        return pointer -> ChoiceRule.of(uri, pointer);
    }

    /** Where an id is. */
    @FunctionalInterface
    interface NeedsId {
        /**
         * Says where the id of a place stands.
         *
         * @param pointer a JSON pointer in each element of the list, such as {@code /tenantId}; its last member names the captured
         *     value
         * @return the choice
         * @throws dev.connections.ConnectionConfigurationException if it is no JSON pointer to a member
         *     ({@code pointer_malformed}), or the URI cannot be used ({@code endpoint_malformed}, {@code endpoint_not_https})
         */
        AccountChoice byId(String pointer);
    }

    /**
     * Returns a copy whose list stands inside the answer.
     *
     * @param pointer a JSON pointer to the array, such as {@code /accounts}
     * @return the copy
     * @throws dev.connections.ConnectionConfigurationException as {@link NeedsId#byId}
     */
    @CheckReturnValue
    AccountChoice withList(String pointer);

    /**
     * Returns a copy that shows a person what a place is called.
     *
     * @param pointer a JSON pointer in each element, such as {@code /tenantName}
     * @return the copy
     * @throws dev.connections.ConnectionConfigurationException as {@link NeedsId#byId}
     */
    @CheckReturnValue
    AccountChoice withLabel(String pointer);

    /**
     * Returns a copy that keeps the id under another name.
     *
     * @param name the name in {@link dev.connections.Account#captured()}
     * @return the copy
     */
    @CheckReturnValue
    AccountChoice withName(String name);

    /**
     * Returns a copy whose chosen id is a part of the account's API base.
     *
     * @param template an absolute {@code https} URI that holds <code>{id}</code> once and in its path, such as
     *     <code>https://api.atlassian.com/ex/jira/{id}</code>; its origin is the account's resource server
     * @return the copy
     * @throws dev.connections.ConnectionConfigurationException if it does not ({@code choice_malformed})
     */
    @CheckReturnValue
    AccountChoice withApiBase(String template);
}
