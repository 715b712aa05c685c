package dev.connections.testing.internal.service;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** RFC 7617: the text before the first colon is the user name. */
final class BasicGuard implements Guard {
    private static final String SCHEME = "basic ";

    private final Passwords passwords;

    BasicGuard(Passwords passwords) {
        this.passwords = passwords;
    }

    @Override
    public Optional<String> accountOf(Incoming request) {
        return request.header("Authorization")
                .filter(header -> header.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                .flatMap(header -> decoded(header.substring(SCHEME.length())))
                .flatMap(this::accountOf);
    }

    private static Optional<String> decoded(String base64) {
        try {
            return Optional.of(new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Optional<String> accountOf(String pair) {
        int colon = pair.indexOf(':');
        return colon >= 0 && passwords.matches(pair.substring(0, colon), pair.substring(colon + 1))
                ? Optional.of(pair.substring(0, colon))
                : Optional.empty();
    }

    @Override
    public Answer challenge() {
        return Answer.error(401, "unauthorized", "the user name or the password is wrong")
                .with("WWW-Authenticate", "Basic realm=\"mock\", charset=\"UTF-8\"");
    }
}
