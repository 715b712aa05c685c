package dev.connections.testing.internal.service;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.regex.Pattern;

/** What a server checks of RFC 7636; {@code plain} is not supported. */
final class Pkce {
    static final String S256 = "S256";

    private static final Pattern CHALLENGE = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final Pattern VERIFIER = Pattern.compile("[A-Za-z0-9._~-]{43,128}");

    private Pkce() {}

    static void requireChallenge(Parameters query) throws Refusal {
        if (!CHALLENGE.matcher(query.required("code_challenge")).matches()) {
            throw Refusal.invalidRequest("code_challenge is no S256 challenge");
        }
        if (!query.required("code_challenge_method").equals(S256)) {
            throw Refusal.invalidRequest("transform algorithm not supported");
        }
    }

    static boolean matches(String verifier, String challenge) {
        return VERIFIER.matcher(verifier).matches() && challenge(verifier).equals(challenge);
    }

    private static String challenge(String verifier) {
        byte[] hash = sha256().digest(verifier.getBytes(StandardCharsets.US_ASCII));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
