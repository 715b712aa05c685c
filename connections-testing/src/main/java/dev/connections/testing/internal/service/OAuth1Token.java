package dev.connections.testing.internal.service;

import dev.connections.testing.internal.CanarySecret;

/** A token of OAuth 1 with its secret and what is known of it; a class and not a record, which would print it. */
final class OAuth1Token {
    private final String token;
    private final String secret;
    private final String callback;
    private final String account;
    private final String verifier;

    private OAuth1Token(String[] pair, String callback, String account, String verifier) {
        this.token = pair[0];
        this.secret = pair[1];
        this.callback = callback;
        this.account = account;
        this.verifier = verifier;
    }

    static OAuth1Token temporary(String callback) {
        return new OAuth1Token(newPair("request-token"), callback, "", "");
    }

    static OAuth1Token access(String account) {
        return new OAuth1Token(newPair("access-token"), "", account, "");
    }

    /** Characters that must be encoded tell whether they were. */
    private static String[] newPair(String kind) {
        return new String[] {CanarySecret.text(kind) + "+/=", CanarySecret.text(kind + "-secret") + " &%~"};
    }

    OAuth1Token approvedBy(String user) {
        return new OAuth1Token(new String[] {token, secret}, callback, user, CanarySecret.text("verifier") + "+");
    }

    String token() {
        return token;
    }

    String secret() {
        return secret;
    }

    String callback() {
        return callback;
    }

    String account() {
        return account;
    }

    String verifier() {
        return verifier;
    }
}
