package dev.connections.testing;

/**
 * How an answer of {@link MockOpenIdProvider} can differ from its ordinary one. Those up to {@link #KEYS_ROTATED} are
 * permitted; a client must refuse every other one.
 *
 * @see <a href="https://openid.net/specs/openid-connect-core-1_0.html#IDTokenValidation">OpenID Connect Core, section
 *     3.1.3.7</a>
 */
public enum OpenIdVariant {
    /** {@code aud} is an array of the one client. */
    AUDIENCE_AS_ARRAY,
    /** {@code at_hash} is there, and right. */
    ACCESS_TOKEN_HASH,
    /** The header names no key. */
    NO_KEY_ID,
    /** The token response says {@code bEARER}. */
    TOKEN_TYPE_IN_OTHER_CASE,
    /** The keys change right before the token is signed. */
    KEYS_ROTATED,

    /** The token response has no ID token although {@code openid} was granted. */
    NO_ID_TOKEN,
    /** {@code iss} is another issuer. */
    ISSUER_WRONG,
    /** There is no {@code iss}. */
    NO_ISSUER,
    /** {@code aud} is another client. */
    AUDIENCE_WRONG,
    /** There is no {@code aud}. */
    NO_AUDIENCE,
    /** {@code aud} is this client and one that nobody knows. */
    AUDIENCE_OF_ANOTHER_TOO,
    /** {@code aud} is a number. */
    AUDIENCE_AS_NUMBER,
    /** {@code azp} is another client. */
    AUTHORIZED_PARTY_WRONG,
    /** {@code sub} is another user. A client that knows none before cannot tell; at a refresh it can. */
    SUBJECT_WRONG,
    /** There is no {@code sub}. */
    NO_SUBJECT,
    /** {@code sub} has 256 characters. */
    SUBJECT_TOO_LONG,
    /** {@code nonce} is another one. */
    NONCE_WRONG,
    /** There is no {@code nonce}. */
    NO_NONCE,
    /** {@code exp} was six minutes ago. */
    EXPIRED,
    /** There is no {@code exp}. */
    NO_EXPIRY,
    /** {@code exp} is a text. */
    EXPIRY_AS_TEXT,
    /** {@code exp} is {@code null}. */
    EXPIRY_NULL,
    /** There is no {@code iat}. */
    NO_ISSUE_TIME,
    /** {@code iat} was a day ago, though {@code exp} is to come. */
    ISSUED_LONG_AGO,
    /** {@code at_hash} is of another access token. */
    ACCESS_TOKEN_HASH_WRONG,
    /** A byte of the signature is another one. */
    SIGNATURE_WRONG,
    /** The algorithm is {@code none}, and nothing is signed. */
    UNSIGNED,
    /** There is no algorithm. */
    NO_ALGORITHM,
    /** HS256 with the public key as the secret. */
    SIGNED_WITH_PUBLIC_KEY,
    /** HS256 with the client's secret, which nobody registered. */
    SIGNED_WITH_CLIENT_SECRET,
    /** Another algorithm than the one the key is published for. */
    ALGORITHM_OF_ANOTHER_KEY,
    /** Signed by a key that is not published, under the name of one that is. */
    KEY_OF_SOMEBODY_ELSE,
    /** Signed by a key that is not published, without naming one. */
    UNNAMED_KEY_OF_SOMEBODY_ELSE,
    /** Encrypted, with an unsigned token inside. */
    ENCRYPTED_AND_UNSIGNED,
    /** Encrypted under a password, at a price of 2³¹-1 rounds. */
    ENCRYPTED_AT_A_PRICE,
    /** The metadata names another issuer. */
    METADATA_OF_ANOTHER_ISSUER,
    /** The user info is of another user. */
    USER_INFO_OF_ANOTHER,
    /** The user info says nothing of whom it is. */
    USER_INFO_OF_NOBODY,
    /** The user info is signed by a key that is not published; only where it is signed at all. */
    USER_INFO_SIGNED_BY_SOMEBODY_ELSE
}
