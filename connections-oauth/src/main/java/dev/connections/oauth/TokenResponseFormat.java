package dev.connections.oauth;

import dev.connections.CheckReturnValue;
import dev.connections.oauth.internal.definition.ResponseFormat;
import java.time.Duration;

/**
 * How a server writes its token responses, where it differs from RFC 6749. Immutable, thread-safe.
 *
 * <p>The reader is tolerant by itself: any 2xx status, JSON or form, missing or wrong content type, numbers as text, a
 * scope as array, errors with status 200. Say here only what it cannot know.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-5">RFC 6749, section 5</a>
 */
public interface TokenResponseFormat {
    /**
     * Returns the standard.
     *
     * @return the format
     */
    static TokenResponseFormat standard() {
        return ResponseFormat.STANDARD;
    }

    /**
     * Returns a copy that finds a token at a place of its own. What belongs to it ({@code refresh_token},
     * {@code expires_in}, {@code scope}, {@code token_type}) is read beside it.
     *
     * @param name the token's name: {@code default} moves the main one, any other is one more token of the account
     * @param pointer a JSON pointer to the access token, such as {@code /authed_user/access_token}
     * @return the copy
     * @throws dev.connections.ConnectionConfigurationException if it is no JSON pointer to a member
     *     ({@code pointer_malformed})
     * @see <a href="https://www.rfc-editor.org/rfc/rfc6901">RFC 6901</a>
     */
    @CheckReturnValue
    TokenResponseFormat withToken(String name, String pointer);

    /**
     * Returns a copy that reads a standard member under another name.
     *
     * @param standard {@code refresh_token}, {@code scope} or {@code token_type}
     * @param actual the name the server uses, beside the access token
     * @return the copy
     * @throws dev.connections.ConnectionConfigurationException if there is no such standard member
     *     ({@code parameter_unknown})
     */
    @CheckReturnValue
    TokenResponseFormat renaming(String standard, String actual);

    /**
     * Returns a copy that reads the expiry from another member, before those added earlier and before the standard
     * {@code expires_in}; the first one present counts.
     *
     * @param member the name, beside the access token
     * @param format how it is written
     * @return the copy
     */
    @CheckReturnValue
    TokenResponseFormat withExpiry(String member, ExpiryFormat format);

    /**
     * Returns a copy for a server that never says how long a token lives. Without it such a token is used until the
     * service answers 401.
     *
     * @param lifetime how long its tokens live; positive
     * @return the copy
     * @throws dev.connections.ConnectionConfigurationException if it is not positive ({@code duration_malformed})
     */
    @CheckReturnValue
    TokenResponseFormat withDefaultLifetime(Duration lifetime);

    /**
     * Returns a copy for a server that never says how long a token lives, except in the token: reads {@code exp} of a JWT access
     * token, and nothing else of it. A deviation from RFC 6749, section 1.4: access tokens are opaque to clients.
     *
     * @param reason what the server leaves out
     * @param source where that is written
     * @return the copy
     * @throws dev.connections.ConnectionConfigurationException if either is blank ({@code deviation_unexplained})
     */
    @CheckReturnValue
    TokenResponseFormat withDeviationExpiryFromJwt(String reason, String source);

    /**
     * Returns a copy that takes further token types for a bearer token. {@code Bearer} in any case and a missing type
     * are taken anyway; any other is stored but not used.
     *
     * @param types the values of {@code token_type}, in any case
     * @return the copy
     * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-7.1">RFC 6749, section 7.1</a>
     */
    @CheckReturnValue
    TokenResponseFormat withTokenTypes(String... types);

    /**
     * Returns a copy that finds the error code at another place; {@code error_description} or {@code message} is read
     * beside it.
     *
     * @param pointer a JSON pointer to the code
     * @return the copy
     * @throws dev.connections.ConnectionConfigurationException as {@link #withToken}
     */
    @CheckReturnValue
    TokenResponseFormat withErrorAt(String pointer);

    /**
     * Returns a copy for a server that marks success in the body: any other value, or none, is an error.
     *
     * @param pointer a JSON pointer to the mark
     * @param value its text where the request succeeded, such as {@code true} or {@code 0}
     * @return the copy
     * @throws dev.connections.ConnectionConfigurationException as {@link #withToken}
     */
    @CheckReturnValue
    TokenResponseFormat withSuccessAt(String pointer, String value);

    /**
     * Returns a copy that understands a server's own error code, with status 400, 401, 403 or any 2xx. Without it
     * {@code invalid_grant} itself is believed with 400 and 401 alone.
     *
     * @param actual the server's code, such as {@code invalid_code}
     * @param standard the code of RFC 6749 it means: {@code invalid_grant}, {@code invalid_client},
     *     {@code invalid_request}, {@code invalid_scope}, {@code unauthorized_client}, {@code unsupported_grant_type},
     *     {@code access_denied}, {@code server_error} or {@code temporarily_unavailable}; or
     *     {@code redirect_uri_mismatch}
     * @return the copy
     * @throws dev.connections.ConnectionConfigurationException if it is none of these ({@code error_unknown})
     */
    @CheckReturnValue
    TokenResponseFormat withErrorMeaning(String actual, String standard);

    /**
     * Returns a copy that finds the account's stable id, so that another account is noticed when it comes back.
     *
     * @param pointer a JSON pointer to the id
     * @return the copy
     * @throws dev.connections.ConnectionConfigurationException as {@link #withToken}
     */
    @CheckReturnValue
    TokenResponseFormat withAccountId(String pointer);

    /**
     * Returns a copy that finds the account's display name.
     *
     * @param pointer a JSON pointer to the name
     * @return the copy
     * @throws dev.connections.ConnectionConfigurationException as {@link #withToken}
     */
    @CheckReturnValue
    TokenResponseFormat withAccountName(String pointer);

    /** How a server writes when a token expires. */
    enum ExpiryFormat {
        /** Seconds from now: the standard. */
        SECONDS,
        /** Milliseconds from now. */
        MILLISECONDS,
        /** Seconds since 1970. */
        EPOCH_SECONDS,
        /** Milliseconds since 1970. */
        EPOCH_MILLISECONDS,
        /** A date and time of ISO 8601 with its offset. */
        ISO_DATE_TIME
    }
}
