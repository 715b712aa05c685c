package dev.connections.oauth.internal.response;

import dev.connections.Secret;
import dev.connections.oauth.internal.definition.CaptureRule;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a token endpoint's body says, whatever the HTTP status around it. Prints no secret. */
public sealed interface TokenReading {
    /** The body is no answer of a token endpoint. */
    enum Unreadable implements TokenReading {
        /** There is none. */
        EMPTY,
        /** A page: a captive portal, a login, a firewall. */
        HTML,
        /** Neither a JSON object nor a form, or one that is cut off or exceeds a limit. */
        BROKEN
    }

    /**
     * The body is an error; a token beside it does not count.
     *
     * @param code the error code, as sent
     * @param description its description, as sent
     * @param uri its page, as sent
     */
    record Refusal(String code, String description, String uri) implements TokenReading {
        @Override
        public String toString() {
            return "Refusal[not yet cleaned]";
        }
    }

    /**
     * The body may hold tokens.
     *
     * @param tokens what was found for each token name, the default token first
     * @param captured the raw values of the capture rules
     * @param accountId the account's id
     * @param accountName the account's name
     * @param idToken the ID token, not yet checked
     */
    record Tokens(
            List<Token> tokens,
            Map<CaptureRule, String> captured,
            Optional<String> accountId,
            Optional<String> accountName,
            Optional<Secret> idToken)
            implements TokenReading {}

    /**
     * What was found for one token name.
     *
     * @param name the token's name
     * @param access the access token; empty if there is none that can be sent
     * @param unusable whether there is one that cannot be sent: wrong characters, wrong type, repeated, too long
     * @param refresh the refresh token, empty if there is none
     * @param type the token type as sent, empty if there is none
     * @param expiresAt when it expires; empty if the server does not say it understandably
     * @param refreshExpiresAt when the refresh token expires unless it is used; empty if the server does not say it
     * @param scope the granted scope; empty if the server does not say it
     */
    record Token(
            String name,
            Optional<Secret> access,
            boolean unusable,
            Optional<Secret> refresh,
            String type,
            Optional<Instant> expiresAt,
            Optional<Instant> refreshExpiresAt,
            Optional<String> scope) {
        /** Returns a copy with another scope. */
        public Token granting(Optional<String> granted) {
            return new Token(name, access, unusable, refresh, type, expiresAt, refreshExpiresAt, granted);
        }
    }
}
