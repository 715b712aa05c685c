package dev.connections.internal.record;

import dev.connections.Environment;
import dev.connections.Subject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;

/** Which authorization: connection, environment where separate, subject where per user. */
public record AuthorizationKey(String linkName, Optional<Environment> environment, Optional<Subject> subject) {
    /** The record's id: short, printable, the same for every name and e-mail of a subject. */
    public String id() {
        return linkName + "." + environment.map(Enum::name).orElse("ALL") + "."
                + subject.map(value -> digest(value.id())).orElse("shared");
    }

    /** Names it in messages. */
    public String shown() {
        return "\"" + linkName + "\"" + environment.map(value -> " in " + value).orElse("")
                + subject.map(value -> " for subject " + value.id()).orElse("");
    }

    /** Returns the SHA-256 of a text in base64url. */
    public static String digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
