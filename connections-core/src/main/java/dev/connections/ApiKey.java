package dev.connections;

import dev.connections.internal.strategy.ApiKeyStrategy;
import dev.connections.spi.DirectStrategy;

/** One or several keys, each in a header, the query, a form or a cookie. Immutable. */
public interface ApiKey extends DirectStrategy<ApiKeyCredential> {
    /**
     * Returns a key in a request header.
     *
     * @param name the header's name, which is the Actual Parameter
     * @return the strategy
     * @throws ConnectionConfigurationException if the name cannot be used ({@code parameter_malformed})
     */
    static ApiKey inHeader(String name) {
        return ApiKeyStrategy.inHeader(name);
    }

    /**
     * Returns a key in the query.
     *
     * @param name the query parameter
     * @return the strategy
     * @throws ConnectionConfigurationException as {@link #inHeader}
     */
    static ApiKey inQuery(String name) {
        return ApiKeyStrategy.inQuery(name);
    }

    /**
     * Returns a key in a form body.
     *
     * @param name the form field
     * @return the strategy
     * @throws ConnectionConfigurationException as {@link #inHeader}
     */
    static ApiKey inForm(String name) {
        return ApiKeyStrategy.inForm(name);
    }

    /**
     * Returns a key in a cookie.
     *
     * @param name the cookie's name
     * @return the strategy
     * @throws ConnectionConfigurationException as {@link #inHeader}
     */
    static ApiKey inCookie(String name) {
        return ApiKeyStrategy.inCookie(name);
    }

    /**
     * Returns a copy whose last parameter is asked for by this label; by its name unless set.
     *
     * @param name the Display Name
     * @return the copy
     */
    @CheckReturnValue
    ApiKey withDisplayName(String name);

    /**
     * Returns a copy whose last parameter is sent in this form.
     *
     * @param format text with <code>{key}</code> once, such as <code>Bearer {key}</code>; where the service wants the key
     *     as a user name without password, <code>Basic {base64({key}:)}</code>
     * @return the copy
     * @throws ConnectionConfigurationException if it has not ({@code parameter_malformed})
     */
    @CheckReturnValue
    ApiKey withFormat(String format);

    /**
     * Returns a copy with further parameters.
     *
     * @param next the parameters to add
     * @return the copy
     * @throws ConnectionConfigurationException if a name repeats ({@code parameter_malformed})
     */
    @CheckReturnValue
    ApiKey and(ApiKey next);
}
