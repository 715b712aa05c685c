package dev.connections.oauth.internal.openid;

import dev.connections.ConnectionSecurityException;

/**
 * What is signed, and how it is refused.
 *
 * @param code what the codes of its refusals begin with
 * @param words what it is called
 */
record Paper(String code, String words) {
    static final Paper ID_TOKEN = new Paper("id_token", "the ID token");
    static final Paper USER_INFO = new Paper("user_info", "the user info");

    ConnectionSecurityException malformed() {
        return refused(
                "_malformed",
                "is no token signed with an asymmetric algorithm (RS, PS or ES with 256, 384 or 512; with FAPI 2.0 PS256 or"
                        + " ES256)");
    }

    ConnectionSecurityException unsigned(String keys) {
        return refused("_signature", "is not signed by a key that the server publishes at " + keys);
    }

    ConnectionSecurityException claims(String problem) {
        return refused("_claims", "cannot be believed: " + problem);
    }

    ConnectionSecurityException anotherUser() {
        return with("subject_differs", "is about another user");
    }

    private ConnectionSecurityException refused(String suffix, String problem) {
        return with(code + suffix, problem);
    }

    private ConnectionSecurityException with(String whole, String problem) {
        return new ConnectionSecurityException(
                whole,
                words + " " + problem
                        + ", so nothing of it was used; begin the authorization again, and report it to the service if"
                        + " it happens again",
                null);
    }
}
